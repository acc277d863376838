package io.shopcare.presale.conversations;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * How a conversation began; never changes.
 *
 * @param key     sorts conversations by when they began
 * @param intent  first guess
 * @param sku     what the buyer was looking at
 * @param orderId the order that the buyer asks about
 */
public record Opening(Buyer buyer, String language, BuyerKind buyerKind, Intent intent, Instant at, String key,
        @Nullable String sku, @Nullable String orderId) {

    static Opening of(String conversation, Buyer buyer, String language, BuyerKind kind, Intent intent, Instant at,
            @Nullable String sku, @Nullable String orderId) {
        return new Opening(buyer, language, kind, intent, at, SortKey.of(at, conversation), sku, orderId);
    }
}
