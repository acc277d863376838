package io.shopcare.aftersale.orders;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
 */
record OrderFact(OrderEvents.@Nullable Placed placed, Map<String, Money> paid, @Nullable Money freight,
        Map<String, Integer> shipped, Map<String, Instant> signed, Map<String, Instant> received,
        @Nullable Instant asOf) {
    static final OrderFact UNKNOWN = new OrderFact(null, Map.of(), null, Map.of(), Map.of(), Map.of(), null);

    OrderFact on(OrderEvents.Placed event, Instant at) {
        return new OrderFact(event, paid, freight, shipped, signed, received, at);
    }

    OrderFact on(OrderEvents.Paid event, Instant at) {
        var amounts = new HashMap<String, Money>();
        event.lines().forEach(line -> amounts.put(line.lineId(), line.amount()));
        return new OrderFact(placed, amounts, event.freight(), shipped, signed, received, at);
    }

    OrderFact on(OrderEvents.Shipped event, Instant at) {
        var more = new HashMap<>(shipped);
        event.lines().forEach(line -> more.merge(line.lineId(), line.quantity(), Integer::sum));
        return new OrderFact(placed, paid, freight, more, signed, received, at);
    }

    /** A parcel in a locker is not signed for; the event comes again when it is collected (R1). */
    OrderFact on(OrderEvents.Delivered event, Instant at) {
        var signedAt = event.signedAt();
        return new OrderFact(placed, paid, freight, shipped,
                signedAt == null ? signed : later(signed, event.lines(), signedAt), received, at);
    }

    OrderFact on(OrderEvents.Received event, Instant at) {
        return new OrderFact(placed, paid, freight, shipped, signed,
                later(received, event.lines(), event.receivedAt()), at);
    }

    private static Map<String, Instant> later(Map<String, Instant> known, List<OrderEvents.LineQuantity> lines,
            Instant at) {
        BiFunction<Instant, Instant, Instant> last = (one, other) -> one.isAfter(other) ? one : other;
        var all = new HashMap<>(known);
        lines.forEach(line -> all.merge(line.lineId(), at, last));
        return all;
    }
}
