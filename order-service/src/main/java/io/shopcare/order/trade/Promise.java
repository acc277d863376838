package io.shopcare.order.trade;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What an agent, or the product page, promised (承诺).
 *
 * @param kind            gift, colour, ship-by, arrives-by, packaging, price, other
 * @param due             by when; null where the promise has no clock
 * @param sku             what it is about, if one
 * @param conversationId  where it was made; null for a promise of the product page
 * @param messageSequence the message that proves it
 */
public record Promise(String promiseId, String kind, String text, @Nullable Instant due, @Nullable String sku,
        @Nullable Integer quantity, @Nullable String conversationId, @Nullable Long messageSequence,
        ActorRef madeBy) {}
