package io.shopcare.order.refunds;

import org.springframework.stereotype.Component;

import io.shopcare.order.payments.Notification;
import io.shopcare.order.payments.NotificationHandler;
import io.shopcare.platform.store.AggregateStore;

/** What the provider tells about refunds by itself; it may come before the answer to our own call. */
@Component
final class RefundNotifications implements NotificationHandler {
    private final AggregateStore<Refund> refunds;
    private final PayRefund pay;

    RefundNotifications(AggregateStore<Refund> refunds, PayRefund pay) {
        this.refunds = refunds;
        this.pay = pay;
    }

    @Override
    public boolean takes(String event) {
        return event.startsWith("refund.");
    }

    @Override
    public boolean handle(Notification notification) {
        var refundNo = notification.refundNo();
        if (refundNo == null || refunds.find(Payout.refundOf(refundNo)).isEmpty())
            return false;
        switch (notification.event()) {
            case "refund.succeeded" -> pay.tell(refundNo, new ProviderAnswer.Paid(notification.occurredAt()));
            case "refund.failed" -> pay.tell(refundNo, new ProviderAnswer.Refused("provider-refused"));
            default -> {
            } // news that change nothing here
        }
        return true;
    }
}
