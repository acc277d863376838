package io.shopcare.presale.orders;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.shopcare.platform.money.Money;

/** What this service reads of the events of orders. */
final class OrderEvents {
    private OrderEvents() {}

    record BuyerOf(String shop, String channel, String buyerId) {}

    record Placed(String shop, String orderId, BuyerOf buyer, String orderNo, Money total,
            @Nullable String conversationId) {}

    record Held(String orderId, List<KnownOrder.Hold> holds) {}

    record Asked(String orderId, String questionId, String to, String about, String language, Instant answerBy,
            List<KnownOrder.Hold> holds) {}

    record Ended(String orderId, String questionId, String to, String about, String outcome) {}

    record HoldReleased(String orderId, List<Released> released) {}

    record Released(String holdId) {}

    /** Of the others only that they happened. */
    record Moved(String orderId) {}
}
