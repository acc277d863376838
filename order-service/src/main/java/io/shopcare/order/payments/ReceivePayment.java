package io.shopcare.order.payments;

import java.time.Clock;

import org.springframework.stereotype.Component;

import io.shopcare.order.orders.Order;
import io.shopcare.order.payments.Payment.Part;
import io.shopcare.order.payments.Payment.Receipt;
import io.shopcare.order.trade.Tender;
import io.shopcare.platform.commands.Actor;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.Outcome;

/**
 * Takes what the provider says of payments: any number of times, in any order. First the payment remembers it, then each
 * of its orders gets its money; killed in between, the provider has heard no yes and tells it again, and if it does not, the
 * payment's own clock goes on.
 */
@Component
class ReceivePayment implements NotificationHandler {
    private static final Actor PROVIDER = Actor.service("sandbox-provider");

    private final AggregateStore<Payment> payments;
    private final AggregateStore<Order> orders;
    private final PaymentProvider provider;
    private final AuditDelay auditDelay;
    private final Clock clock;

    ReceivePayment(AggregateStore<Payment> payments, AggregateStore<Order> orders, PaymentProvider provider,
            AuditDelay auditDelay, Clock clock) {
        this.payments = payments;
        this.orders = orders;
        this.provider = provider;
        this.auditDelay = auditDelay;
        this.clock = clock;
    }

    @Override
    public boolean takes(String event) {
        return event.equals("payment.succeeded") || event.equals("payment.failed");
    }

    @Override
    public boolean handle(Notification told) {
        var context = new CommandContext(PROVIDER, told.event(), null, null, null);
        if (told.event().equals("payment.failed"))
            return payments.decide(told.paymentNo(), context, Payment::failed) instanceof Outcome.Accepted<Payment>;
        return take(told.paymentNo(), new Receipt(told.notificationId(), told.amount(), told.occurredAt()), context);
    }

    /** Money that the provider was asked about. */
    void found(String paymentNo, Receipt receipt) {
        take(paymentNo, receipt, new CommandContext(PROVIDER, "payment-asked", null, null, null));
    }

    private boolean take(String paymentNo, Receipt receipt, CommandContext context) {
        if (!(payments.decide(paymentNo, context,
                payment -> payment.received(receipt,
                        clock.instant())) instanceof Outcome.Accepted<Payment>(var stored, var answers, var repeated)))
            return false;
        give(stored.aggregate(), context);
        return true;
    }

    /** What came goes to the orders, all of it: whoever heard of the rest may have died before they had it. */
    void give(Payment payment) {
        give(payment, CommandContext.bySystem("give-payment"));
    }

    private void give(Payment payment, CommandContext context) {
        for (var receipt : payment.receipts()) {
            var shares = payment.split(receipt.notificationId());
            for (int i = 0; i < shares.size(); i++)
                if (shares.get(i).isPositive())
                    give(payment.parts().get(i), receipt.notificationId(),
                            new Tender(payment.paymentNo(), provider.method(), shares.get(i)), context);
        }
        payments.decide(payment.paymentNo(), context, now -> now.given(payment.receipts().size()));
    }

    /** Each order by a write of its own; those that have it already know it by the receipt's number. */
    private void give(Part part, String receiptNo, Tender tender, CommandContext context) {
        var requestId = part.requestId();
        orders.decide(part.orderId(), context, order -> requestId == null
                ? order.receivePayment(receiptNo, tender, clock.instant(), auditDelay.of(order.shop()))
                : order.receiveRequested(requestId, receiptNo, tender, clock.instant(),
                        auditDelay.of(order.shop())))
                .orThrow();
    }
}
