package io.shopcare.standalone.launcher;

/** The command was given something it cannot use; the message is for the person who typed it. */
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
