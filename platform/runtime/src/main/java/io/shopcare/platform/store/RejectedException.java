package io.shopcare.platform.store;

/** Carries a rejection to the edge of the program, where it becomes a problem answer. */
public final class RejectedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Rejection rejection;

    /** For a rejection. */
    public RejectedException(Rejection rejection) {
        super(rejection.code(), null, false, false);
        this.rejection = rejection;
    }

    /** Why. */
    public Rejection rejection() {
        return rejection;
    }
}
