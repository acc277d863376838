package io.shopcare.order.orders;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import io.shopcare.platform.store.Deadline;

/** The clocks of an order; each follows from its state, so that whatever is decided moves or ends them. */
public final class OrderDeadlines {
    /** Handled by the audit: the rules look at catalogue and stock. */
    public static final String AUDIT = "audit";

    /** Handled by the changes: stock is swapped. */
    public static final String EXCHANGE = "exchange";

    /** Handled by the payments: the provider is asked before. */
    public static final String UNPAID_CLOSE = "unpaid-close";

    /** Handled by the payments too. */
    public static final String REQUEST_EXPIRY = "payment-request-expiry";

    private static final Duration FINISH_AFTER = Duration.ofSeconds(10);

    private OrderDeadlines() {}

    static List<Deadline<Order>> all() {
        return List.of(Deadline.handled(UNPAID_CLOSE, OrderDeadlines::unpaidClose),
                Deadline.handled(REQUEST_EXPIRY, OrderDeadlines::nextExpiry),
                Deadline.decided("payment-request-reminder", OrderDeadlines::nextReminder, Requesting::remind),
                Deadline.decided("overdue-promises", OrderDeadlines::nextPromise, Order::breakOverduePromises),
                Deadline.decided("receipt-warning", ReceiptClock::warnAt, (order, now) -> ReceiptClock.warn(order)),
                Deadline.decided("receipt", ReceiptClock::due,
                        (order, now) -> order.confirmReceipt(now, ReceiptClock.BY_TIME)),
                Deadline.decided("unanswered-question", OrderDeadlines::unanswered, Asking::overdue),
                Deadline.handled(EXCHANGE, OrderDeadlines::exchange), Deadline.handled(AUDIT, OrderDeadlines::audit));
    }

    /** Only what nobody paid is closed by the clock (O5). */
    public static @Nullable Instant unpaidClose(Order order) {
        boolean open = order.payment().state() == PaymentState.UNPAID
                && order.fulfilment().state().canBecome(FulfilmentState.CANCELLED);
        return open ? order.sale().payBy() : null;
    }

    /** When the next payment request that nobody paid is over. */
    public static @Nullable Instant nextExpiry(Order order) {
        return order.payment().openRequests().stream().map(PaymentRequest::expiresAt).min(Instant::compareTo)
                .orElse(null);
    }

    private static @Nullable Instant nextReminder(Order order) {
        return order.payment().openRequests().stream().map(PaymentRequest::remindAt).filter(Objects::nonNull)
                .min(Instant::compareTo).orElse(null);
    }

    private static @Nullable Instant nextPromise(Order order) {
        return order.isCancelled() ? null : order.promises().nextDue();
    }

    private static @Nullable Instant unanswered(Order order) {
        return order.isCancelled() ? null : order.questions().nextDue();
    }

    /** Whoever asked for it does it at once; else it is finished by the clock. */
    private static @Nullable Instant exchange(Order order) {
        return Exchanging.open(order).map(asked -> asked.at().plus(FINISH_AFTER)).orElse(null);
    }

    /** Where the payment itself brings the audit, the clock only sees to it that it comes: both would look twice. */
    private static @Nullable Instant audit(Order order) {
        var due = order.audit().dueAt();
        if (due == null || order.audit().state() != AuditState.WAITING || order.isCancelled())
            return null;
        return due.equals(order.payment().paidAt()) ? due.plus(FINISH_AFTER) : due;
    }
}
