package io.shopcare.presale.conversations;

import io.shopcare.platform.store.Stored;

/**
 * Told inside this program after a write; whoever misses it finds the same in the database by a sweep.
 *
 * @param lineMoved whether it came into the queue, left it or has another place in it: a word said in it moves nobody
 */
public record ConversationChanged(Stored<Conversation> now, boolean lineMoved) {

    public Conversation conversation() {
        return now.aggregate();
    }
}
