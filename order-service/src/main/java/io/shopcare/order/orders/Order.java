package io.shopcare.order.orders;

import java.util.List;

import io.shopcare.order.offers.UseOffers;
import io.shopcare.order.trade.Buyer;
import io.shopcare.order.trade.Promise;
import io.shopcare.platform.store.Decision;

/**
 * An order (订单): what was agreed, and five facets that say how far it is. Every change is a decision; repeating what
 * is already so is accepted and does nothing.
 *
 * @param phase  one word for people, derived from the facets and stored for the lists
 * @param prints what makes it alike to others, derived (anew where buyer, address or lines change) and stored for the audit
 */
public record Order(String orderId, Sale sale, List<OrderLine> lines, PaymentFacet payment, AuditFacet audit,
        FulfilmentFacet fulfilment, HoldsFacet holds, AfterSaleFacet afterSale, PromisesFacet promises,
        RefundsFacet refunds, QuestionsFacet questions, PackingFacet packing, List<Exchange> exchanges, Phase phase,
        Fingerprints prints) implements OrderMoney, OrderAudit, OrderFulfilment, OrderCare {

    public Order {
        lines = List.copyOf(lines);
        questions = questions == null ? QuestionsFacet.NONE : questions; // stored before there were any
        packing = packing == null ? PackingFacet.TOGETHER : packing;
        exchanges = exchanges == null ? List.of() : List.copyOf(exchanges);
        phase = Phase.of(payment.state(), audit.state(), fulfilment.state(), holds.state());
        prints = prints == null || prints.equals(Fingerprints.UNKNOWN) ? Fingerprints.of(sale, lines) : prints;
    }

    private Order(String orderId, Sale sale, List<OrderLine> lines, PaymentFacet payment, AuditFacet audit,
            FulfilmentFacet fulfilment, HoldsFacet holds, AfterSaleFacet afterSale, PromisesFacet promises,
            RefundsFacet refunds, QuestionsFacet questions, PackingFacet packing, List<Exchange> exchanges,
            Fingerprints prints) {
        this(orderId, sale, lines, payment, audit, fulfilment, holds, afterSale, promises, refunds, questions, packing,
                exchanges, Phase.AWAITING_PAYMENT, prints);
    }

    /** A new order with the promises that are known by now. */
    public static Decision.Accepted<Order> place(String orderId, Sale sale, List<OrderLine> lines,
            List<Promise> promises) {
        var order = new Order(orderId, sale, lines, PaymentFacet.NOTHING, AuditFacet.NOT_DUE,
                FulfilmentFacet.NOT_STARTED, HoldsFacet.CLEAR, AfterSaleFacet.NONE,
                PromisesFacet.of(promises.stream().map(PromisesFacet.Tracked::open).toList()), RefundsFacet.NONE,
                QuestionsFacet.NONE, PackingFacet.TOGETHER, List.of(), Fingerprints.UNKNOWN);
        return Decision.accept(order, new OrderEvent.Placed(sale.shop(), orderId, sale.buyer(), sale.orderNo(),
                sale.source(), lines.stream().map(OrderEvent.Line::of).toList(), sale.goods(), sale.discounts(),
                sale.freight(), sale.total(), sale.address().destination(), sale.payBy(), sale.conversationId(),
                promises.isEmpty() ? null : promises, sale.platformOrder()));
    }

    public String shop() {
        return sale.shop();
    }

    public Buyer buyer() {
        return sale.buyer();
    }

    public boolean isCancelled() {
        return fulfilment.state() == FulfilmentState.CANCELLED;
    }

    /** Offers with limits that it got. */
    public List<UseOffers.Used> usedOffers() {
        return sale.used();
    }

    Order withLines(List<OrderLine> next) {
        return new Order(orderId, sale, next, payment, audit, fulfilment, holds, afterSale, promises, refunds,
                questions, packing, exchanges, Fingerprints.UNKNOWN);
    }

    Order with(PaymentFacet next) {
        return new Order(orderId, sale, lines, next, audit, fulfilment, holds, afterSale, promises, refunds,
                questions, packing, exchanges, prints);
    }

    Order with(AuditFacet next) {
        return new Order(orderId, sale, lines, payment, next, fulfilment, holds, afterSale, promises, refunds,
                questions, packing, exchanges, prints);
    }

    Order with(FulfilmentFacet next) {
        return new Order(orderId, sale, lines, payment, audit, next, holds, afterSale, promises, refunds,
                questions, packing, exchanges, prints);
    }

    Order with(HoldsFacet next) {
        return new Order(orderId, sale, lines, payment, audit, fulfilment, next, afterSale, promises, refunds,
                questions, packing, exchanges, prints);
    }

    Order with(QuestionsFacet next) {
        return new Order(orderId, sale, lines, payment, audit, fulfilment, holds, afterSale, promises, refunds, next,
                packing, exchanges, prints);
    }

    Order withExchanges(List<Exchange> next) {
        return new Order(orderId, sale, lines, payment, audit, fulfilment, holds, afterSale, promises, refunds,
                questions, packing, next, prints);
    }

    Order with(PackingFacet next) {
        return new Order(orderId, sale, lines, payment, audit, fulfilment, holds, afterSale, promises, refunds,
                questions, next, exchanges, prints);
    }

    Order with(Sale next) {
        return new Order(orderId, next, lines, payment, audit, fulfilment, holds, afterSale, promises, refunds,
                questions, packing, exchanges, Fingerprints.UNKNOWN);
    }

    Order with(AfterSaleFacet next) {
        return new Order(orderId, sale, lines, payment, audit, fulfilment, holds, next, promises, refunds,
                questions, packing, exchanges, prints);
    }

    Order with(PromisesFacet next) {
        return new Order(orderId, sale, lines, payment, audit, fulfilment, holds, afterSale, next, refunds,
                questions, packing, exchanges, prints);
    }

    Order with(RefundsFacet next) {
        return new Order(orderId, sale, lines, payment, audit, fulfilment, holds, afterSale, promises, next,
                questions, packing, exchanges, prints);
    }
}
