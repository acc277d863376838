package io.shopcare.mongo.store;

import de.bwaldvogel.mongo.exception.MongoServerError;

/** The disk failed under an operation: nothing is known about what was written last, so the server must be restarted. */
final class StoreFailedException extends MongoServerError {

    private static final long serialVersionUID = 1L;

    StoreFailedException(Throwable cause) {
        super(1, "InternalError", "the store failed: " + cause.getMessage() + "; restart the server", cause);
    }
}
