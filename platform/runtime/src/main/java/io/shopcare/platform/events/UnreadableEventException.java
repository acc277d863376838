package io.shopcare.platform.events;

import org.jspecify.annotations.Nullable;

/** A record that is no event of the contract. */
final class UnreadableEventException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableEventException(String what, @Nullable Throwable cause) {
        super(what, cause);
    }
}
