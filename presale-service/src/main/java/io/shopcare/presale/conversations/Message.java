package io.shopcare.presale.conversations;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.shopcare.platform.ids.Ids;

/**
 * One entry of a conversation.
 *
 * @param seq       place in the conversation, from 1 without gaps, the same for everybody
 * @param automatic not typed by a person
 */
public record Message(long seq, String messageId, Author author, MessageKind kind, String text, Instant at,
        boolean automatic, @Nullable String clientMessageId, @Nullable String sku, @Nullable String orderId) {
    /** Where messages are filed; parent is the conversation. */
    static final String COLLECTION = "messages";

    static Message of(Draft draft, String conversation, long seq, Instant at) {
        return new Message(seq, Ids.derived(conversation, "message", Long.toString(seq)), draft.author(), draft.kind(),
                draft.text(), at, draft.author().isSystem(), draft.clientMessageId(), draft.sku(), draft.orderId());
    }

    /** What was said stays out of logs. */
    @Override
    public String toString() {
        return "Message[" + seq + " " + kind + " by " + author.kind() + "]";
    }
}
