package io.shopcare.platform.parking;

import org.bson.Document;
import org.jspecify.annotations.Nullable;

import io.shopcare.platform.telemetry.MaskedLogs;

/**
 * Why a record could not be handled.
 *
 * @param type    class of the exception
 * @param where   class and line of ours that it came from; null when it was none of ours
 * @param message in which phones and addresses are masked; for admins, never for the dead-letter topic
 */
public record Cause(String type, @Nullable String where, @Nullable String message) {
    private static final String OURS = "io.shopcare.";
    private static final String NOT_THE_CAUSE = "io.shopcare.platform.events.";
    private static final int LONGEST = 300;

    /** Of our own exception, if there is one, else of the innermost: what wraps it says nothing. */
    public static Cause of(Throwable thrown) {
        var told = thrown;
        while (!told.getClass().getName().startsWith(OURS) && told.getCause() != null && told.getCause() != told)
            told = told.getCause();
        return new Cause(told.getClass().getName(), where(told), message(told));
    }

    Document document() {
        return new Document("type", type).append("where", where).append("message", message);
    }

    static Cause of(Document stored) {
        return new Cause(stored.getString("type"), stored.getString("where"), stored.getString("message"));
    }

    private static @Nullable String where(Throwable thrown) {
        for (var frame : thrown.getStackTrace())
            if (frame.getClassName().startsWith(OURS) && !frame.getClassName().startsWith(NOT_THE_CAUSE))
                return frame.getClassName() + ":" + frame.getLineNumber();
        return null;
    }

    private static @Nullable String message(Throwable thrown) {
        var message = thrown.getMessage();
        if (message == null)
            return null;
        var masked = MaskedLogs.mask(message);
        return masked.length() <= LONGEST ? masked : masked.substring(0, LONGEST) + "…";
    }
}
