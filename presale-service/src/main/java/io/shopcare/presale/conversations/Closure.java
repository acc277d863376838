package io.shopcare.presale.conversations;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/** @param words the reason that was stated; null where none was needed */
public record Closure(ClosureReason reason, @Nullable String words, Instant at) {

    @Override
    public String toString() {
        return "Closure[" + reason + " at " + at + "]";
    }
}
