package io.shopcare.crm.risk;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** From when on a person should look at a buyer. It says so with the figures that it went by. */
public sealed interface RiskRule {

    /** How long it looks back. */
    int withinDays();

    /** The figures, if it says so. */
    Optional<SortedMap<String, Integer>> look(Behaviour behaviour, Instant since);

    /** The same of what happened since then at the earliest. */
    default Optional<SortedMap<String, Integer>> look(Behaviour behaviour, Instant since, Instant now) {
        var begin = now.minus(Duration.ofDays(withinDays()));
        return look(behaviour, begin.isAfter(since) ? begin : since);
    }

    /**
     * Refunds whose cause is with the buyer (恶意退货). A shop's own faults are never counted.
     *
     * @param cases           at least
     * @param percentOfOrders their orders are at least so many of a hundred paid ones
     * @param causes          that count, as somebody has verified them
     */
    record AbusiveReturns(int cases, int percentOfOrders, int withinDays, Set<String> causes) implements RiskRule {
        public AbusiveReturns {
            causes = Set.copyOf(causes);
            if (cases < 1 || percentOfOrders < 1 || percentOfOrders > 100 || withinDays < 1 || causes.isEmpty())
                throw new IllegalArgumentException(
                        "abusive returns: from one case, 1 to 100 percent, one day, one cause");
        }

        @Override
        public Optional<SortedMap<String, Integer>> look(Behaviour behaviour, Instant since) {
            var counted = behaviour.refunded(since, causes);
            Set<String> theirs = counted.stream().flatMap(one -> one.orderIds().stream()).collect(Collectors.toSet());
            int orders = behaviour.ordersWith(theirs, since);
            int percent = orders == 0 ? 0 : theirs.size() * 100 / orders;
            return counted.size() >= cases && percent >= percentOfOrders
                    ? Optional.of(new TreeMap<>(java.util.Map.of("cases", counted.size(), "orders", orders, "percent",
                            percent, "withinDays", withinDays)))
                    : Optional.empty();
        }
    }

    /**
     * Parcels that the buyer refused at the door (拒收).
     *
     * @param parcels at least
     */
    record RefusedDeliveries(int parcels, int withinDays) implements RiskRule {
        public RefusedDeliveries {
            if (parcels < 1 || withinDays < 1)
                throw new IllegalArgumentException("refused deliveries: from one parcel, one day");
        }

        @Override
        public Optional<SortedMap<String, Integer>> look(Behaviour behaviour, Instant since) {
            int refused = behaviour.refused(since);
            return refused >= parcels
                    ? Optional.of(new TreeMap<>(java.util.Map.of("parcels", refused, "withinDays", withinDays)))
                    : Optional.empty();
        }
    }
}
