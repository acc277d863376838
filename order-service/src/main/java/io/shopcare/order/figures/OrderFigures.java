package io.shopcare.order.figures;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import io.shopcare.order.figures.OrderFact.Held;
import io.shopcare.order.figures.OrderFact.Step;

/**
 * Figures of a window, computed anew from facts each time.
 *
 * @param hours   orders that came into each state, by hour; hours without any are left out
 * @param audited first answers of the rules in the window
 * @param straightThrough those of them that nothing held
 * @param straightShare   straightThrough / audited, four decimals; null without any
 * @param holds   how often orders were held for each reason during their audit
 * @param auditTime from the payment to the decision, of orders decided in the window
 * @param otherHolds how often they were held for each reason before the audit or after it
 */
record OrderFigures(String shop, Instant from, Instant until, List<Hour> hours, long audited, long straightThrough,
        @Nullable String straightShare, Map<String, Long> holds, AuditTime auditTime,
        Map<String, Long> otherHolds) {

    /** Orders that came into each state within the hour that begins here. */
    record Hour(Instant hour, Map<String, Long> states) {}

    /** @param medianMillis nearest rank; null without orders */
    record AuditTime(long orders, @Nullable Long medianMillis, @Nullable Long p90Millis) {}

    static OrderFigures of(String shop, Instant from, Instant until, Iterable<OrderFact> facts) {
        var counting = new Counting(from, until);
        facts.forEach(counting::add);
        return counting.figures(shop);
    }

    private static final class Counting {
        private final Instant from;
        private final Instant until;
        private final Map<Instant, Map<String, Long>> hours = new TreeMap<>();
        private final Map<String, Long> holds = new TreeMap<>();
        private final Map<String, Long> otherHolds = new TreeMap<>();
        private final List<Long> millis = new ArrayList<>();
        private long audited;
        private long straight;

        Counting(Instant from, Instant until) {
            this.from = from;
            this.until = until;
        }

        void add(OrderFact fact) {
            fact.steps().stream().filter(step -> covers(step.at())).forEach(step -> hours
                    .computeIfAbsent(step.at().truncatedTo(ChronoUnit.HOURS), hour -> new TreeMap<>())
                    .merge(step.state(), 1L, Long::sum));
            count(fact.holds(), holds);
            count(fact.otherHolds(), otherHolds);
            // in the order of events, not of their times: two steps may bear the same
            fact.steps().stream().filter(OrderFigures::isAnswer).findFirst().filter(step -> covers(step.at()))
                    .ifPresent(answer -> {
                        audited++;
                        straight += answer.straight() ? 1 : 0;
                    });
            fact.steps().stream().filter(step -> isDecision(step) && covers(step.at())).findFirst()
                    .ifPresent(decision -> paidAt(fact).ifPresent(
                            paid -> millis.add(Duration.between(paid, decision.at()).toMillis())));
        }

        OrderFigures figures(String shop) {
            millis.sort(Comparator.naturalOrder());
            return new OrderFigures(shop, from, until,
                    hours.entrySet().stream().map(hour -> new Hour(hour.getKey(), hour.getValue())).toList(), audited,
                    straight, audited == 0 ? null : share(straight, audited), holds,
                    new AuditTime(millis.size(), rank(50), rank(90)), otherHolds);
        }

        private void count(List<Held> held, Map<String, Long> byReason) {
            held.stream().filter(each -> covers(each.at())).forEach(each -> byReason.merge(each.code(), 1L, Long::sum));
        }

        private @Nullable Long rank(int percent) {
            return millis.isEmpty() ? null : millis.get(Math.ceilDiv(millis.size() * percent, 100) - 1);
        }

        private boolean covers(Instant at) {
            return !at.isBefore(from) && at.isBefore(until);
        }

        private static java.util.Optional<Instant> paidAt(OrderFact fact) {
            return fact.steps().stream().filter(step -> step.state().equals("paid")).map(Step::at).findFirst();
        }

        private static String share(long part, long whole) {
            return java.math.BigDecimal.valueOf(part).divide(java.math.BigDecimal.valueOf(whole), 4,
                    java.math.RoundingMode.HALF_UP).toPlainString();
        }
    }

    static boolean isAnswer(Step step) {
        return step.state().equals("held") || step.state().equals("approved");
    }

    private static boolean isDecision(Step step) {
        return step.state().equals("approved") || step.state().equals("rejected");
    }
}
