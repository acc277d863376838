package io.shopcare.aftersale.orders;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.shopcare.aftersale.policies.Coded;
import io.shopcare.platform.money.Money;

/**
 * The order as a case keeps it.
 *
 * @param source       asked of order-service, or heard from its events and still to be confirmed
 * @param asOf         when it was so
 * @param placedAt     which version of a policy holds depends on it
 * @param country      of the destination, ISO 3166-1 alpha-2
 * @param freightLeft  freight paid and not yet gone back
 */
public record OrderCopy(Source source, Instant asOf, String shop, String orderId, String orderNo, Buyer buyer,
        Instant placedAt, String country, Money freightLeft, List<OrderLine> lines) {

    /** How we know. Denied: heard of once, but order-service, when asked later, knows no such order. */
    public enum Source implements Coded {
        ASKED, HEARD, DENIED
    }

    public OrderCopy {
        lines = List.copyOf(lines);
    }

    /** A line by its id. */
    public Optional<OrderLine> line(String lineId) {
        return lines.stream().filter(line -> line.lineId().equals(lineId)).findFirst();
    }

    /** ISO 4217 code of all its money. */
    public String currency() {
        return freightLeft.currency();
    }

    /** The same, and nobody stands by it. */
    public OrderCopy denied() {
        return new OrderCopy(Source.DENIED, asOf, shop, orderId, orderNo, buyer, placedAt, country, freightLeft,
                lines);
    }

    /** Whether anything was paid. */
    public boolean isPaid() {
        return lines.stream().anyMatch(line -> line.paid().isPositive());
    }
}
