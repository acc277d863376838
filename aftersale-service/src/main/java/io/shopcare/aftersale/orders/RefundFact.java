package io.shopcare.aftersale.orders;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.shopcare.platform.money.Money;

/**
 * What one refund takes, or took, of its order.
 *
 * @param orderId null before the refund is known
 * @param lines   shares; none after it failed
 * @param freight null when none
 */
record RefundFact(@Nullable String orderId, List<OrderEvents.LineAmount> lines, @Nullable Money freight) {
    static final RefundFact UNKNOWN = new RefundFact(null, List.of(), null);

    /** Reserved or paid: it counts. */
    static RefundFact taking(OrderEvents.RefundReserved event) {
        return new RefundFact(event.orderId(), event.lines(), event.freight());
    }

    /** Refused: the balance is free again. */
    static RefundFact free(OrderEvents.RefundFailed event) {
        return new RefundFact(event.orderId(), List.of(), null);
    }

    Money of(String lineId, String currency) {
        return Money.sum(currency, lines.stream().filter(line -> line.lineId().equals(lineId))
                .map(OrderEvents.LineAmount::amount).toList());
    }
}
