package io.shopcare.order.orders;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.shopcare.order.trade.ActorRef;
import io.shopcare.order.trade.Promise;
import io.shopcare.platform.store.Decision;

/** What was promised with an order, and the cases about it (O4, O17). */
public sealed interface OrderCare permits Order {

    /** A promise from a conversation is put on it while something may still ship; otherwise nothing happens. */
    default Decision<Order> attachPromise(Promise promise, Instant at) {
        return Keeping.attach(it(), promise, at);
    }

    /** A promise was ticked; evidence: inspection, packing, shipment, delivery, price. */
    default Decision<Order> promiseKept(String promiseId, ActorRef by, String evidence, @Nullable String parcelId,
            Instant at) {
        return Keeping.kept(it(), promiseId, by, evidence, parcelId, at);
    }

    /** A promise was missed at a stage, by a person if one was there. */
    default Decision<Order> promiseBroken(String promiseId, String stage, @Nullable String parcelId,
            @Nullable ActorRef by, Instant at) {
        return Keeping.broken(it(), promiseId, stage, parcelId, by, at);
    }

    /** Promises whose clock has run out are broken. */
    default Decision<Order> breakOverduePromises(Instant now) {
        return Keeping.overdue(it(), now);
    }

    /** A person sets a promise aside. */
    default Decision<Order> waivePromise(String promiseId, ActorRef by, String reason, Instant at) {
        return Keeping.waive(it(), promiseId, by, reason, at);
    }

    /** A case was opened on it; before shipping it stops the order. */
    default Decision<Order> caseOpened(String caseId, Instant at) {
        return Caring.opened(it(), caseId, at);
    }

    /** A case was closed. */
    default Decision<Order> caseClosed(String caseId, Instant at) {
        return Caring.closed(it(), caseId, at);
    }

    private Order it() {
        return (Order) this;
    }
}
