package io.shopcare.platform.store;

/** Others wrote the same document again and again, for longer than a caller should wait; trying later is right. */
public final class ContentionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ContentionException(String what) {
        super("lost every race for " + what);
    }
}
