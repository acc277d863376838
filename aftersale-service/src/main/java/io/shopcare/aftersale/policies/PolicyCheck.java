package io.shopcare.aftersale.policies;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.shopcare.aftersale.policies.Policies.Found;
import io.shopcare.aftersale.policies.ReturnAnswer.Evidence;
import io.shopcare.aftersale.policies.ReturnAnswer.Finding;
import io.shopcare.aftersale.policies.ReturnAnswer.Ground;

/**
 * Answers from the packs in force what a buyer has a right to. Pure: the same question and packs give the same answer.
 */
public final class PolicyCheck {
    private final Policies policies;
    private final ReturnQuestion question;
    private final List<Citation> citations = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    private PolicyCheck(Policies policies, ReturnQuestion question) {
        this.policies = policies;
        this.question = question;
    }

    /** What the rules allow. */
    public static ReturnAnswer of(Policies policies, ReturnQuestion question) {
        return new PolicyCheck(policies, question).answer();
    }

    private ReturnAnswer answer() {
        if (!question.shipped())
            return byRight(Ground.BEFORE_SHIPPING, PolicyRule.BeforeShipping.class);
        if (question.receivedAt() == null && question.reason().isFaultOfTheWay())
            return byRight(Ground.RISK_OF_THE_WAY, PolicyRule.RiskOfTheWay.class);
        return question.reason().isFaultOfTheGoods() ? faulty() : withoutReason();
    }

    /** Nothing has to come back, and nothing is asked for. */
    private ReturnAnswer byRight(Ground ground, Class<? extends PolicyRule> type) {
        boolean has = cite(type);
        return result(ground, has, null, FreightPayer.SELLER, Set.of(RemedyKind.REFUND_ONLY), Set.of());
    }

    private ReturnAnswer faulty() {
        var rule = policies.highest(PolicyRule.FaultyGoods.class).orElse(null);
        if (rule == null)
            return withoutReason();
        citations.add(rule.citation());
        var term = term(rule.rule().days(), rule.rule().holidayShift(), rule.rule().weekendsCount());
        boolean inTime = inTime(term);
        return result(Ground.FAULTY_GOODS, inTime, term, FreightPayer.SELLER,
                Set.of(RemedyKind.RETURN_AND_REFUND, RemedyKind.KEEP_WITH_PARTIAL_REFUND), Set.of(Evidence.PHOTO));
    }

    private ReturnAnswer withoutReason() {
        boolean excepted = isExcepted();
        boolean intact = isIntact();
        var term = longestWindow();
        boolean inTime = inTime(term);
        boolean hasWindow = !policies.all(PolicyRule.ReturnWindow.class).isEmpty();
        return result(Ground.WITHOUT_REASON, hasWindow && !excepted && intact && inTime, term, freight(),
                Set.of(RemedyKind.RETURN_AND_REFUND), Set.of(Evidence.GOODS_INTACT_ON_ARRIVAL));
    }

    /** R2 and R3. A conditional exception that nobody confirmed for this purchase is cited as not counting. */
    private boolean isExcepted() {
        var terms = question.terms();
        boolean excepted = false;
        for (var never : policies.all(PolicyRule.ExceptedGoods.class))
            if (terms.excluded() != null && never.rule().goods().contains(terms.excluded())) {
                citations.add(never.citation());
                findings.add(new Finding("excepted-goods", Map.of("goods", terms.excluded())));
                excepted = true;
            }
        for (var confirmed : policies.all(PolicyRule.ConfirmedException.class))
            if (terms.conditional() != null && confirmed.rule().goods().contains(terms.conditional())) {
                citations.add(confirmed.citation());
                boolean counts = terms.confirmedAt() != null;
                findings.add(new Finding(counts ? "exception-confirmed" : "exception-not-confirmed",
                        Map.of("goods", terms.conditional())));
                excepted |= counts;
            }
        return excepted;
    }

    /** R4. */
    private boolean isIntact() {
        boolean intact = true;
        for (var rule : policies.all(PolicyRule.IntactGoods.class)) {
            var breaking = rule.rule().brokenBy().getOrDefault(question.terms().intact(), Set.of());
            var found = question.broken().stream().filter(breaking::contains).sorted().toList();
            citations.add(rule.citation());
            if (!found.isEmpty()) {
                findings.add(new Finding("not-intact", Map.of("found", String.join(", ", found))));
                intact = false;
            }
        }
        return intact;
    }

    /** R1, or the promise of the product page where it is longer. */
    private @Nullable Term longestWindow() {
        Term longest = null;
        for (var rule : policies.all(PolicyRule.ReturnWindow.class)) {
            citations.add(rule.citation());
            longest = later(longest, term(rule.rule().days(), rule.rule().holidayShift(),
                    rule.rule().weekendsCount()));
        }
        var promised = question.terms().days();
        var promise = policies.highest(PolicyRule.PromisedWindow.class);
        if (promised != null && promise.isPresent()) {
            var term = term(promised, true, true);
            if (longest == null || term != null && term.until().isAfter(longest.until())) {
                citations.add(promise.get().citation());
                longest = term;
            }
        }
        return longest;
    }

    /** R8, unless somebody promised better. */
    private FreightPayer freight() {
        var payer = FreightPayer.BUYER;
        for (Found<PolicyRule.FreightBack> rule : policies.all(PolicyRule.FreightBack.class)) {
            if (payer == FreightPayer.BUYER)
                payer = rule.rule().paidBy();
            citations.add(rule.citation());
        }
        return payer;
    }

    private boolean inTime(@Nullable Term term) {
        if (term == null || term.includes(question.askedAt()))
            return true;
        findings.add(new Finding("deadline-passed", Map.of("until", text(term.until()))));
        return false;
    }

    /** The last moment as people say it: 24:00 of the last day. */
    private String text(Instant until) {
        return until.atZone(policies.zone()).toLocalDate().minusDays(1) + " 24:00";
    }

    private @Nullable Term term(int days, boolean holidayShift, boolean weekendsCount) {
        var received = question.receivedAt();
        return received == null ? null : policies.counting(holidayShift, weekendsCount).after(received, days);
    }

    private static @Nullable Term later(@Nullable Term one, @Nullable Term other) {
        return one == null || other != null && other.until().isAfter(one.until()) ? other : one;
    }

    private boolean cite(Class<? extends PolicyRule> type) {
        var found = policies.highest(type);
        found.ifPresent(rule -> citations.add(rule.citation()));
        return found.isPresent();
    }

    private ReturnAnswer result(Ground ground, boolean eligible, @Nullable Term term, FreightPayer freight,
            Set<RemedyKind> remedies, Set<Evidence> evidence) {
        return new ReturnAnswer(eligible, ground, term == null ? null : term.until(), freight,
                eligible ? remedies : Set.of(), eligible ? evidence : Set.of(), List.copyOf(findings),
                citations.stream().distinct().sorted(java.util.Comparator.comparing(Citation::rule)).toList(),
                term == null || term.calendarKnown());
    }
}
