package io.shopcare.platform.problems;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/** The language of answers: Chinese or English, as {@code Accept-Language} prefers; English when it says nothing. */
public final class CallerLanguage {
    private static final List<Locale> SPOKEN = List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH, Locale.CHINESE);

    private CallerLanguage() {}

    /** By a header's value, which may be anything. */
    public static Locale of(@Nullable String acceptLanguage) {
        if (acceptLanguage == null)
            return Locale.ENGLISH;
        try {
            var wanted = Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), SPOKEN);
            return wanted == null || wanted.getLanguage().equals("en") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
        } catch (IllegalArgumentException e) {
            return Locale.ENGLISH;
        }
    }
}
