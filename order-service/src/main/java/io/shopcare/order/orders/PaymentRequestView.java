package io.shopcare.order.orders;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.shopcare.order.trade.ActorRef;
import io.shopcare.platform.money.Money;
import io.shopcare.platform.security.Person;

/**
 * A payment request as its buyer and the shop's people see it.
 *
 * @param by who asked; null for buyers, to whom the shop asks
 */
public record PaymentRequestView(String requestId, Money amount, PaymentReason reason, @Nullable String lineId,
        @Nullable String note, @Nullable ActorRef by, Instant askedAt, Instant expiresAt, PaymentRequestState state) {

    /** For this caller. */
    public static PaymentRequestView of(Order order, PaymentRequest it, Person person) {
        return new PaymentRequestView(it.requestId(), it.amount(), it.reason(), it.lineId(), it.note(),
                person.worksIn(order.shop()) ? it.by() : null, it.askedAt(), it.expiresAt(), it.state());
    }
}
