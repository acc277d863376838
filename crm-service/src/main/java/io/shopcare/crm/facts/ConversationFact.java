package io.shopcare.crm.facts;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.shopcare.crm.buyers.Buyer;
import io.shopcare.platform.events.EventMeta;

/**
 * What is known of one conversation.
 *
 * @param openedAt null until it was heard
 * @param language BCP 47 tag that it is held in
 */
public record ConversationFact(String id, String buyer, long heard, @Nullable Instant openedAt,
        @Nullable String language) implements Fact {
    static final ConversationFact UNKNOWN = new ConversationFact("", "", 0, null, null);

    /** Of conversation.opened.v1. */
    record Opened(Buyer buyer, @Nullable String language) {}

    ConversationFact with(EventMeta event, Opened data) {
        return new ConversationFact(event.subject(), data.buyer().key(), event.sequence(), event.time(),
                data.language());
    }
}
