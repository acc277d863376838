package io.shopcare.mongo.query;

import java.util.OptionalInt;

/** Remembers which array element made a filter match: what the positional {@code $} stands for. */
final class Trace {
    private OptionalInt position = OptionalInt.empty();

    void matchedAt(int index) {
        position = OptionalInt.of(index);
    }

    OptionalInt position() {
        return position;
    }
}
