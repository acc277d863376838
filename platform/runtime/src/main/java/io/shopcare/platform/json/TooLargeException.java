package io.shopcare.platform.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;

/** An amount of well-formed money that is more than anything is sold for. */
public final class TooLargeException extends MismatchedInputException {
    private static final long serialVersionUID = 1L;

    private final long max;

    TooLargeException(JsonParser in, Class<?> type, long max) {
        super(in, "at most " + max, type);
        this.max = max;
    }

    /** What would have been taken. */
    public long max() {
        return max;
    }
}
