package io.shopcare.platform.events;

import java.util.List;

import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** The entries of one aggregate on their way out, in order; what is no event is done when its turn comes. */
final class Sequence {
    private final List<Document> entries;
    private int next;

    Sequence(List<Document> entries) {
        this.entries = entries;
    }

    /** The event to be sent next; null when nothing is left. */
    @Nullable
    Document next() {
        while (next < entries.size() && !entries.get(next).getBoolean("event", false))
            next++;
        return next == entries.size() ? null : entries.get(next).get("doc", Document.class);
    }

    /** The broker has the event. */
    void taken() {
        next++;
    }

    /** Whether some entry is done. */
    boolean hasBegun() {
        return next > 0;
    }

    /** Number of the last entry that is done. */
    long last() {
        return Outbox.number(entries.get(next - 1));
    }
}
