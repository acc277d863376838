package io.shopcare.presale.conversations;

import java.time.Instant;

/** A time and an id in one text that sorts by both, so that one index field pages and counts. */
final class SortKey {
    private SortKey() {}

    static String of(Instant at, String id) {
        return "%013d-%s".formatted(at.toEpochMilli(), id);
    }
}
