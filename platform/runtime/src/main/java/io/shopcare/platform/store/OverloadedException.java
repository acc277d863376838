package io.shopcare.platform.store;

/** An aggregate has more unpublished entries than it may hold: the broker has been away too long. */
public final class OverloadedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OverloadedException(String what) {
        super("too many unpublished entries in " + what);
    }
}
