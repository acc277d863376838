package io.shopcare.order.orders;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.shopcare.platform.store.Deadline;

/** The clocks of an order; each follows from its state, so that whatever is decided moves or ends them. */
public final class OrderDeadlines {
    /** Handled by the audit: the rules look at catalogue and stock. */
    public static final String AUDIT = "audit";

    private OrderDeadlines() {}

    static List<Deadline<Order>> all() {
        return List.of(Deadline.decided("unpaid-close", OrderDeadlines::unpaidClose, Order::closeUnpaid),
                Deadline.decided("payment-request-expiry", OrderDeadlines::nextExpiry, Requesting::expire),
                Deadline.decided("overdue-promises", OrderDeadlines::nextPromise, Order::breakOverduePromises),
                Deadline.decided("receipt-warning", ReceiptClock::warnAt, (order, now) -> ReceiptClock.warn(order)),
                Deadline.decided("receipt", ReceiptClock::due,
                        (order, now) -> order.confirmReceipt(now, ReceiptClock.BY_TIME)),
                Deadline.decided("unanswered-question", OrderDeadlines::unanswered, Asking::overdue),
                Deadline.handled(AUDIT, OrderDeadlines::audit));
    }

    /** Only what nobody paid is closed by the clock (O5). */
    private static @Nullable Instant unpaidClose(Order order) {
        boolean open = order.payment().state() == PaymentState.UNPAID
                && order.fulfilment().state().canBecome(FulfilmentState.CANCELLED);
        return open ? order.sale().payBy() : null;
    }

    private static @Nullable Instant nextExpiry(Order order) {
        return order.payment().openRequests().stream().map(PaymentRequest::expiresAt).min(Instant::compareTo)
                .orElse(null);
    }

    private static @Nullable Instant nextPromise(Order order) {
        return order.isCancelled() ? null : order.promises().nextDue();
    }

    private static @Nullable Instant unanswered(Order order) {
        return order.isCancelled() ? null : order.questions().nextDue();
    }

    private static @Nullable Instant audit(Order order) {
        boolean waits = order.audit().state() == AuditState.WAITING && !order.isCancelled();
        return waits ? order.audit().dueAt() : null;
    }
}
