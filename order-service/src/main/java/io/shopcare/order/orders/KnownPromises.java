package io.shopcare.order.orders;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.shopcare.order.trade.Buyer;
import io.shopcare.order.trade.Promise;

/** Promises that agents made and that wait for an order. */
public interface KnownPromises {
    /** Those to this buyer; with a conversation, those made there. Each waits for one order only. */
    List<Promise> waitingFor(Buyer buyer, @Nullable String conversationId);
}
