package io.shopcare.acceptance;

/** A check of a story failed; what follows stands on it and is not played. */
final class StoryBrokenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StoryBrokenException(String step, Throwable cause) {
        super(step, cause);
    }
}
