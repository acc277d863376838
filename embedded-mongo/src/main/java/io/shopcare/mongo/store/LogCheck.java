package io.shopcare.mongo.store;

import java.nio.file.Path;

/** Looks through the write-ahead log before it is replayed. */
final class LogCheck {

    private LogCheck() {}

    static void check(Path files) {
        // filled in with recovery
        if (!files.isAbsolute() && files.toString().isEmpty()) {
            throw new IllegalArgumentException("no directory");
        }
    }
}
