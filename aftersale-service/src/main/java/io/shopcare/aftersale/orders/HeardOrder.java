package io.shopcare.aftersale.orders;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.shopcare.platform.money.Money;

/** Puts a copy of an order together from what its events, its parcels' and its refunds' events told. Pure. */
record HeardOrder(OrderFact order, List<ParcelFact> parcels, List<RefundFact> refunds) {

    /** Empty while the order itself has not been heard of. */
    Optional<OrderCopy> copy() {
        var placed = order.placed();
        var asOf = order.asOf();
        return placed == null || asOf == null
                ? Optional.empty()
                : Optional.of(new OrderCopy(OrderCopy.Source.HEARD, asOf, placed.shop(), placed.orderId(),
                        placed.orderNo(), placed.buyer(), placed.occurredAt(), placed.destination().country(),
                        freightLeft(placed.freight().currency()),
                        placed.lines().stream().map(line -> line(placed, line)).toList()));
    }

    private OrderLine line(OrderEvents.Placed placed, OrderEvents.PlacedLine line) {
        var currency = placed.freight().currency();
        var id = line.lineId();
        var refunded = Money.sum(currency, refunds.stream().map(refund -> refund.of(id, currency)).toList());
        var signed = order.signed().get(id);
        var now = order.exchanged().getOrDefault(id, new OrderEvents.Exchanged(line.sku(), line.product()));
        var product = now.product() == null ? line.product() : now.product();
        return new OrderLine(id, now.sku(), product.title(), line.quantity(),
                order.paid().getOrDefault(id, Money.zero(currency)), refunded, order.shipped().getOrDefault(id, 0),
                signed == null ? order.received().get(id) : signed, product.returnTerms(),
                warehouse(placed.orderId(), id));
    }

    private @Nullable String warehouse(String orderId, String lineId) {
        return parcels.stream().filter(parcel -> parcel.holds(orderId, lineId)).map(ParcelFact::warehouse)
                .findFirst().orElse(null);
    }

    private Money freightLeft(String currency) {
        var paid = order.freight() == null ? Money.zero(currency) : order.freight();
        return paid.minus(Money.sum(currency, refunds.stream().map(RefundFact::freight)
                .filter(java.util.Objects::nonNull).toList()));
    }
}
