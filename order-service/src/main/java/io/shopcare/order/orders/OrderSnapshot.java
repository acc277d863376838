package io.shopcare.order.orders;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.shopcare.order.trade.Buyer;
import io.shopcare.order.trade.Destination;
import io.shopcare.order.trade.ProductSnapshot;
import io.shopcare.platform.money.Money;

/**
 * What another service needs to decide about an order right now: facts and figures, no personal data. Refunds that are
 * reserved count as refunded: that money can't be promised again.
 *
 * @param version of the order that these are the facts of
 * @param surplus money beyond what the order is worth, less what of it went back
 */
public record OrderSnapshot(String orderId, String orderNo, String shop, Buyer buyer, long version, Phase phase,
        OrderView.Facets state, String currency, List<Line> lines, Money total, Freight freight, Money surplus,
        Destination destination, Instant placedAt, @Nullable Instant paidAt, @Nullable Instant receivedAt,
        @Nullable Instant completedAt, @Nullable String conversationId, List<OrderView.PromiseView> promises,
        List<FulfilmentFacet.Shipment> shipments) {

    /** Freight paid and gone back. */
    public record Freight(Money paid, Money refunded) {}

    /**
     * A line with everything that a case is judged by.
     *
     * @param refundableUnits that no refund has counted
     * @param signedAt        when the last of it was signed for; null before, and where nobody signed
     * @param warehouse       from which it is served; null when nothing is held for it
     */
    @Schema(name = "SnapshotLine")
    public record Line(String lineId, String sku, int quantity, Money unitPrice, Money discount, Money amount,
            ProductSnapshot product, Money paid, Money refunded, int refundableUnits, int shipped, int delivered,
            int received, int returned, @Nullable Instant signedAt, @Nullable Instant receivedAt,
            @Nullable String warehouse) {}

    /** @param places from which warehouse each SKU is served; empty while nothing is held for it */
    static OrderSnapshot of(Order order, long version, Map<String, String> places) {
        var sale = order.sale();
        var balance = order.balance();
        var freight = order.payment().isPaid()
                ? sale.freight().plus(order.payment().beside(null, sale.currency()))
                : Money.zero(sale.currency());
        return new OrderSnapshot(order.orderId(), sale.orderNo(), sale.shop(), sale.buyer(), version, order.phase(),
                OrderView.Facets.of(order), sale.currency(),
                order.lines().stream().map(line -> line(order, line, balance, places.get(line.sku()))).toList(),
                sale.total(),
                new Freight(freight, freight.minus(balance.freight())), balance.surplus(),
                sale.address().destination(), sale.placedAt(), order.payment().paidAt(),
                order.fulfilment().receivedAt(), order.fulfilment().completedAt(), sale.conversationId(),
                OrderView.promises(order), order.fulfilment().shipments());
    }

    private static Line line(Order order, OrderLine line, Balance balance, @Nullable String warehouse) {
        var left = balance.line(line.lineId()).orElseThrow();
        var progress = line.progress();
        var currency = order.sale().currency();
        var paid = order.payment().isPaid()
                ? line.amount().plus(order.payment().beside(line.lineId(), currency))
                : Money.zero(currency);
        return new Line(line.lineId(), line.sku(), line.quantity(), line.unitPrice(), line.discount(), line.amount(),
                line.product(), paid, paid.minus(left.left()), left.units(), progress.shipped(),
                progress.delivered(), progress.received(), progress.returned(), signedAt(order, line),
                progress.received() > 0 ? order.fulfilment().receivedAt() : null, warehouse);
    }

    private static @Nullable Instant signedAt(Order order, OrderLine line) {
        Instant last = null;
        for (var shipment : order.fulfilment().shipments()) {
            var signed = shipment.signedAt();
            boolean holdsIt = shipment.lines().stream().anyMatch(part -> part.lineId().equals(line.lineId()));
            if (holdsIt && signed != null && (last == null || signed.isAfter(last)))
                last = signed;
        }
        return last;
    }
}
