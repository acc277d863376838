package io.shopcare.platform.web;

import java.util.Base64;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.shopcare.platform.problems.InvalidFieldException;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The keys of the last item of a page, opaque to the caller. */
public record Cursor(List<String> keys) {
    private static final String SEPARATOR = "\u001f";

    /** Of these keys, in the order of the list's index. */
    public static Cursor of(String... keys) {
        return new Cursor(List.of(keys));
    }

    /** Reads what {@link #text} wrote; null stays null. A text that nobody wrote is a field error of {@code after}. */
    public static @Nullable Cursor read(@Nullable String text, int keys) {
        if (text == null)
            return null;
        try {
            var found = List.of(new String(Base64.getUrlDecoder().decode(text), UTF_8).split(SEPARATOR, -1));
            if (found.size() == keys)
                return new Cursor(found);
        } catch (IllegalArgumentException e) {
            throw new InvalidFieldException("after", "malformed", e);
        }
        throw new InvalidFieldException("after", "malformed", null);
    }

    /** For the caller to send back as {@code after}. */
    public String text() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(String.join(SEPARATOR, keys).getBytes(UTF_8));
    }
}
