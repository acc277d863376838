package io.shopcare.presale.live;

import org.jspecify.annotations.Nullable;

import io.shopcare.presale.conversations.AuthorKind;
import io.shopcare.presale.conversations.Conversation;

/**
 * Tells other instances that there is something to look for. Unreliable: what it tells of is in the database, and a
 * sweep finds it when no hint comes; typing alone is told and forgotten.
 *
 * @param instance that sends it
 * @param seq      last message, or up to where somebody has read
 * @param who      side that types or has read; null for a change
 */
record Hint(String instance, Kind kind, String conversation, String shop, long seq, @Nullable AuthorKind who) {

    enum Kind {
        CHANGED, TYPING, READ
    }

    static Hint changed(String instance, Conversation conversation) {
        return new Hint(instance, Kind.CHANGED, conversation.id(), conversation.shop(),
                conversation.talk().lastSequence(), null);
    }
}
