package io.shopcare.order.orders;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.shopcare.order.trade.Buyer;
import io.shopcare.order.trade.Promise;

/** Promises that agents made and that wait for an order. */
public interface KnownPromises {
    /**
     * Those to this buyer that this order may carry; with a conversation, those made there. A promise travels with one
     * order only: with the first that asks, until that is cancelled.
     */
    List<Promise> waitingFor(String orderId, Buyer buyer, @Nullable String conversationId);
}
