package io.shopcare.platform.store;

/**
 * Something that grows beside an aggregate (a message, a stock movement, a note) and must be stored if and only if the
 * aggregate's own change is. It travels in the same write and is filed into its own collection by the relay, under
 * {@code _id = parent/key}, once.
 *
 * @param collection where it is filed
 * @param key        unique under its parent and sortable as text; numbers by {@link #number}
 * @param content    a record; stored as its fields beside {@code parent}
 */
public record Rider(String collection, String key, Object content) {

    /** A number as a key that sorts as the number does, up to ten digits. */
    public static String number(long value) {
        return "%010d".formatted(value);
    }
}
