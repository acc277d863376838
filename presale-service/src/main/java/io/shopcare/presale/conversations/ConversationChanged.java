package io.shopcare.presale.conversations;

import io.shopcare.platform.store.Stored;

/** Told inside this program after a write; whoever misses it finds the same in the database by a sweep. */
public record ConversationChanged(Stored<Conversation> now) {

    public Conversation conversation() {
        return now.aggregate();
    }
}
