package io.shopcare.platform.calls;

/** What was to be done needs a service that does not answer; it is tried again when that is back. */
public final class ServiceAwayException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param service that does not answer */
    public ServiceAwayException(String service) {
        super(service + " is away");
    }
}
