package io.shopcare.order.orders;

import java.time.Instant;

import io.shopcare.order.trade.ActorRef;
import io.shopcare.order.trade.Invoice;
import io.shopcare.platform.store.Decision;
import io.shopcare.platform.store.Rejection;

/** The buyer wants another invoice: the rules look again at a held order; what ships does not change by it (O6). */
final class Invoicing {
    private static final String CHANGED = "invoice-changed";

    private Invoicing() {}

    static Decision<Order> change(Order order, Invoice invoice, ActorRef by, Instant at) {
        if (order.isCancelled())
            return Decision.reject(Rejection.notNow("already-cancelled"));
        if (invoice.equals(order.sale().invoice()))
            return Decision.unchanged(order);
        var changed = Decision.accept(order.with(order.sale().invoicedTo(invoice)),
                new OrderEvent.InvoiceChanged(order.shop(), order.orderId(), order.buyer()));
        return order.audit().state() == AuditState.HELD ? Auditing.lookAgain(changed, by, CHANGED, at) : changed;
    }
}
