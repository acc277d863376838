package io.shopcare.acceptance.bench;

/** A flow did not come to its end; the message is short, so that failures of one kind are counted together. */
final class FlowFailedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    FlowFailedException(String why) {
        super(why);
    }

    FlowFailedException(String why, Throwable cause) {
        super(why, cause);
    }
}
