package io.shopcare.order.orders;

import java.time.DateTimeException;
import java.time.Instant;

import io.shopcare.platform.json.StrictJson;
import io.shopcare.platform.problems.InvalidFieldException;

/** Keys of a page that are no texts. */
public final class Cursors {
    private Cursors() {}

    /** A moment; one that we never wrote is a field error of {@code after}. */
    public static Instant instant(String key) {
        try {
            return StrictJson.instant(key);
        } catch (DateTimeException e) {
            throw new InvalidFieldException("after", "malformed", e);
        }
    }

    /** A whole number; one that we never wrote is a field error of {@code after}. */
    public static long number(String key) {
        try {
            return Long.parseLong(key);
        } catch (NumberFormatException e) {
            throw new InvalidFieldException("after", "malformed", e);
        }
    }
}
