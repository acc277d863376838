package io.shopcare.order.orders;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.shopcare.order.trade.ActorRef;
import io.shopcare.order.trade.Figure;

/**
 * What the audit (审单) said.
 *
 * @param dueAt          when the rules are to look; null before payment and after they have
 * @param ruleSetVersion that was used; null before the rules looked
 * @param findings       of every rule, the passed ones too
 * @param decidedBy      the person or rule set that decided; null before
 * @param note           the decider's words, for colleagues
 */
public record AuditFacet(AuditState state, @Nullable Instant dueAt, @Nullable String ruleSetVersion,
        List<Finding> findings, @Nullable ActorRef decidedBy, @Nullable Instant decidedAt, @Nullable String reason,
        @Nullable String note) {
    static final AuditFacet NOT_DUE = new AuditFacet(AuditState.NOT_DUE, null, null, List.of(), null, null, null,
            null);

    /**
     * What one rule saw.
     *
     * @param rule    that looked
     * @param verdict pass, warn or hold
     * @param code    reason; null for a pass
     */
    public record Finding(String rule, Verdict verdict, @Nullable String code, List<Figure> figures) {
        public Finding {
            figures = List.copyOf(figures);
        }
    }

    public AuditFacet {
        findings = List.copyOf(findings);
    }

    AuditFacet waiting(Instant due) {
        return new AuditFacet(state.to(AuditState.WAITING), due, null, List.of(), null, null, null, null);
    }

    AuditFacet again(Instant due) {
        return new AuditFacet(state.to(AuditState.WAITING), due, ruleSetVersion, findings, null, null, null, null);
    }

    AuditFacet held(String version, List<Finding> seen) {
        return new AuditFacet(state.to(AuditState.HELD), null, version, seen, null, null, null, null);
    }

    AuditFacet passed(String version, List<Finding> seen, Instant at) {
        return new AuditFacet(state.to(AuditState.APPROVED), null, version, seen, ActorRef.system("audit"), at, null,
                null);
    }

    AuditFacet decided(AuditState decision, ActorRef by, Instant at, String why, @Nullable String words) {
        return new AuditFacet(state.to(decision), null, ruleSetVersion, findings, by, at, why, words);
    }
}
