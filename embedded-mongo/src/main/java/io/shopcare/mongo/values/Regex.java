package io.shopcare.mongo.values;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

import org.jspecify.annotations.Nullable;

/** Regular expressions of queries and expressions, with MongoDB's options i, m, x, s and u. */
public final class Regex {
    private Regex() {}

    public static Pattern compile(String pattern, @Nullable String options) {
        int flags = Pattern.UNICODE_CASE;
        for (char option : (options == null ? "" : options).toCharArray()) {
            flags |= switch (option) {
                case 'i' -> Pattern.CASE_INSENSITIVE;
                case 'm' -> Pattern.MULTILINE;
                case 'x' -> Pattern.COMMENTS;
                case 's' -> Pattern.DOTALL;
                case 'u' -> Pattern.UNICODE_CASE;
                default -> throw Code.location(51108, "invalid flag in regex options: " + option);
            };
        }
        if (pattern.indexOf('\0') >= 0) {
            throw Code.BAD_VALUE.error("Regular expression cannot contain an embedded null byte");
        }
        try {
            return Pattern.compile(pattern, flags);
        } catch (PatternSyntaxException e) {
            throw Code.location(51091, "Regular expression is invalid: " + e.getDescription());
        }
    }
}
