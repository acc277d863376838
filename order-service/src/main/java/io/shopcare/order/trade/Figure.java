package io.shopcare.order.trade;

/**
 * A value that a rule looked at, by the name of its place in the texts of {@code reasons.yaml}. Never personal data.
 */
public record Figure(String name, String value) {

    /** A number. */
    public static Figure of(String name, long value) {
        return new Figure(name, Long.toString(value));
    }
}
