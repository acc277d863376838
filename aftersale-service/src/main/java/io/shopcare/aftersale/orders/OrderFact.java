package io.shopcare.aftersale.orders;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

import org.jspecify.annotations.Nullable;

import io.shopcare.platform.money.Money;

/**
 * What the events of one order have told so far.
 *
 * @param placed   null before the order is known; its events come in sequence, so that does not last
 * @param paid     by line
 * @param freight  paid
 * @param shipped  units by line
 * @param signed   last signing by line
 * @param received confirmation of the receipt by line
 * @param asOf     time of the last event
 * @param exchanged what a line became, by line
 */
record OrderFact(OrderEvents.@Nullable Placed placed, Map<String, Money> paid, @Nullable Money freight,
        Map<String, Integer> shipped, Map<String, Instant> signed, Map<String, Instant> received,
        @Nullable Instant asOf,
        Map<String, OrderEvents.Exchanged> exchanged) {
    static final OrderFact UNKNOWN = new OrderFact(null, Map.of(), null, Map.of(), Map.of(), Map.of(), null, Map.of());
    /** Reasons of payment requests that are for the freight. */
    private static final Set<String> FOR_FREIGHT = Set.of("redirect-price", "freight-difference");

    OrderFact {
        exchanged = exchanged == null ? Map.of() : Map.copyOf(exchanged); // kept before exchanges were heard
    }

    OrderFact on(OrderEvents.Placed event, Instant at) {
        return new OrderFact(event, paid, freight, shipped, signed, received, at, exchanged);
    }

    OrderFact on(OrderEvents.Paid event, Instant at) {
        var amounts = new HashMap<String, Money>();
        event.lines().forEach(line -> amounts.put(line.lineId(), line.amount()));
        return new OrderFact(placed, amounts, event.freight(), shipped, signed, received, at, exchanged);
    }

    OrderFact on(OrderEvents.LineExchanged event, Instant at) {
        var lines = new HashMap<>(exchanged);
        lines.put(event.lineId(), event.to());
        return new OrderFact(placed, paid, freight, shipped, signed, received, at, lines);
    }

    /** What was asked for beside the price counts for its line or the freight; a shortfall is part of what is paid. */
    OrderFact on(OrderEvents.RequestPaid event, Instant at) {
        var lineId = event.lineId();
        if (lineId != null) {
            var more = new HashMap<>(paid);
            more.merge(lineId, event.amount(), Money::plus);
            return new OrderFact(placed, more, freight, shipped, signed, received, at, exchanged);
        }
        boolean isForFreight = FOR_FREIGHT.contains(event.reason());
        return new OrderFact(placed, paid, isForFreight
                ? freight == null ? event.amount() : freight.plus(event.amount())
                : freight, shipped, signed, received, at, exchanged);
    }

    OrderFact on(OrderEvents.Shipped event, Instant at) {
        var more = new HashMap<>(shipped);
        event.lines().forEach(line -> more.merge(line.lineId(), line.quantity(), Integer::sum));
        return new OrderFact(placed, paid, freight, more, signed, received, at, exchanged);
    }

    /** A parcel in a locker is not signed for; the event comes again when it is collected (R1). */
    OrderFact on(OrderEvents.Delivered event, Instant at) {
        var signedAt = event.signedAt();
        return new OrderFact(placed, paid, freight, shipped,
                signedAt == null ? signed : later(signed, event.lines(), signedAt), received, at,
                exchanged);
    }

    OrderFact on(OrderEvents.Received event, Instant at) {
        return new OrderFact(placed, paid, freight, shipped, signed,
                later(received, event.lines(), event.receivedAt()), at, exchanged);
    }

    private static Map<String, Instant> later(Map<String, Instant> known, List<OrderEvents.LineQuantity> lines,
            Instant at) {
        BiFunction<Instant, Instant, Instant> last = (one, other) -> one.isAfter(other) ? one : other;
        var all = new HashMap<>(known);
        lines.forEach(line -> all.merge(line.lineId(), at, last));
        return all;
    }
}
