package io.shopcare.presale.conversations;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.shopcare.platform.web.Page;

/** Questions about many conversations; each has its index. */
interface ConversationList {

    /** Of a shop, newest first; null for every state. */
    Page<Conversation> ofShop(String shop, @Nullable ConversationState state, @Nullable String after, int limit);

    /** Of one buyer, newest first. */
    Page<Conversation> ofBuyer(Buyer buyer, @Nullable String after, int limit);

    /** What earlier conversations tell of a buyer. */
    Earlier before(Buyer buyer, Instant servedSince);
}
