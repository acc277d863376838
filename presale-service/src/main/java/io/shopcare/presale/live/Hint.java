package io.shopcare.presale.live;

import org.jspecify.annotations.Nullable;

import io.shopcare.presale.conversations.AuthorKind;
import io.shopcare.presale.conversations.ConversationChanged;

/**
 * Tells other instances that there is something to look for. Unreliable: what it tells of is in the database, and a
 * sweep finds it when no hint comes; typing alone is told and forgotten.
 *
 * @param instance that sends it
 * @param seq      last message, or up to where somebody has read
 * @param who      side that types or has read; null for a change
 */
record Hint(String instance, Kind kind, String conversation, String shop, long seq, @Nullable AuthorKind who) {

    /** {@code MOVED}: it changed, and others in the queue have another place by it. */
    enum Kind {
        CHANGED, MOVED, TYPING, READ
    }

    static Hint changed(String instance, ConversationChanged change) {
        var conversation = change.conversation();
        return new Hint(instance, change.lineMoved() ? Kind.MOVED : Kind.CHANGED, conversation.id(),
                conversation.shop(), conversation.talk().lastSequence(), null);
    }
}
