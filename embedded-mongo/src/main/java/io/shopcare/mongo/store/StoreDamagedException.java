package io.shopcare.mongo.store;

import org.jspecify.annotations.Nullable;

/** The store cannot be trusted and was not opened. The message is one line for the person who starts the server. */
public final class StoreDamagedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StoreDamagedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
