package io.shopcare.order.rules;

import java.time.Duration;
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
 * The rules of a shop in one version, ready to look.
 *
 * @param version    named by every audit that used it: {@code nuanyang-4}
 * @param auditAfter how long the audit waits after the payment; null where the product's setting counts
 */
public record ChosenRules(String version, List<Chosen<?>> rules, @Nullable Duration auditAfter) {
    private static final ActorRef AUDIT = ActorRef.system("audit");
    private static final String OWNER = "auditor";

    /** A rule as the shop wants it. */
    record Chosen<S>(AuditRule<S> rule, Says says, S settings) {
        Finding look(Order order, Surroundings around) {
            return finding(rule.look(order, settings, around));
        }

        Finding again(Order order, Surroundings around) {
            var then = order.audit().findings().stream().filter(finding -> finding.rule().equals(rule.name()))
                    .findFirst();
            return rule.isOfTheMoment() && then.isPresent()
                    ? finding(new Saw(then.get().code(), then.get().figures()))
                    : look(order, around);
        }

        private Finding finding(Saw saw) {
            return new Finding(rule.name(), saw.code() == null ? Verdict.PASS : says.verdict(), saw.code(),
                    saw.figures());
        }
    }

    /** What the rules say of an order: what each of them saw, and the holds that follow. */
    public record Report(List<Finding> findings, List<Hold> holds) {}

    public ChosenRules {
        rules = List.copyOf(rules);
    }

    /** Whether what no single warehouse has whole is taken from two. */
    public boolean splitsOverWarehouses() {
        return rules.stream().map(Chosen::settings)
                .anyMatch(settings -> settings instanceof StockIsHeld.Settings(var scattered)
                        && scattered == StockIsHeld.Scattered.SPLIT);
    }

    /** The same with a wait of their own. */
    ChosenRules after(@Nullable Duration wait) {
        return new ChosenRules(version, rules, wait);
    }

    /** What each rule saw, in the order of their names. */
    public List<Finding> findings(Order order, Surroundings around) {
        return rules.stream().map(rule -> rule.look(order, around)).toList();
    }

    /** What each rule would have seen of an order that was audited before; what has passed is taken from that audit. */
    public List<Finding> again(Order order, Surroundings around) {
        return rules.stream().map(rule -> rule.again(order, around)).toList();
    }

    /** What each rule saw, with the holds that follow; they are due when the first promise is, at the latest by {@code shipBy}. */
    public Report look(Order order, Surroundings around, @Nullable Instant shipBy, Instant at) {
        var findings = findings(order, around);
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
