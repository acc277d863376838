package io.shopcare.platform.testkit.contracts;

/**
 * One place where data breaks its schema.
 *
 * @param path    of the field, as in {@code lines[0].amount.currency}; empty for the whole
 * @param message what is wrong there
 */
public record Violation(String path, String message) {
    @Override
    public String toString() {
        return (path.isEmpty() ? "(whole)" : path) + ": " + message;
    }
}
