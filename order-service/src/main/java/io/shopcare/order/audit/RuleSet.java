package io.shopcare.order.audit;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.shopcare.order.orders.AuditFacet.Finding;
import io.shopcare.order.orders.Hold;
import io.shopcare.order.orders.Order;
import io.shopcare.order.orders.Verdict;
import io.shopcare.order.trade.ActorRef;
import io.shopcare.platform.ids.Ids;

/**
 * The rules of one shop, in one version.
 *
 * @param version named by every audit that used it: {@code nuanyang-1}
 */
record RuleSet(String version, List<AuditRule> rules) {
    private static final ActorRef AUDIT = ActorRef.system("audit");
    private static final String OWNER = "auditor";

    /**
     * What the rules say of an order: what each of them saw, and the holds that follow.
     */
    record Report(List<Finding> findings, List<Hold> holds) {}

    static RuleSet of(String shop, AuditSettings settings, List<AuditRule> all) {
        var chosen = settings.ruleSet(shop);
        return new RuleSet(shop + "-" + chosen.version(),
                all.stream().filter(rule -> !chosen.off().contains(rule.name())).toList());
    }

    Report look(Order order, Surroundings surroundings, @Nullable Instant shipBy, Instant at) {
        var findings = rules.stream().map(rule -> rule.look(order, surroundings)).toList();
        var due = earliest(order.promises().nextDue(), shipBy);
        return new Report(findings, findings.stream().filter(finding -> finding.verdict() == Verdict.HOLD)
                .map(finding -> Hold.of(Ids.derived("hold", order.orderId(), finding.rule()), code(finding),
                        finding.figures(), OWNER, due, null, AUDIT, at))
                .toList());
    }

    private static String code(Finding finding) {
        var code = finding.code();
        if (code == null)
            throw new IllegalStateException(finding.rule() + " holds without a reason");
        return code;
    }

    private static @Nullable Instant earliest(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null)
            return one == null ? other : one;
        return one.isBefore(other) ? one : other;
    }
}
