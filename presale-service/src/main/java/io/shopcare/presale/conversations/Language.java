package io.shopcare.presale.conversations;

import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** The two languages in which buyers are answered. */
public final class Language {
    public static final String CHINESE = "zh-CN";
    public static final String ENGLISH = "en";
    public static final Set<String> ALL = Set.of(CHINESE, ENGLISH);

    private Language() {}

    /** The buyer's, by their token, else by the script in which they write. */
    static String of(@Nullable String locale, String text) {
        if (locale != null)
            return of(locale);
        boolean chinese = text.codePoints().anyMatch(point -> Character.UnicodeScript
                .of(point) == Character.UnicodeScript.HAN);
        return chinese ? CHINESE : ENGLISH;
    }

    /** The nearest that is spoken here. */
    public static String of(String tag) {
        return Locale.forLanguageTag(tag).getLanguage().equals("zh") ? CHINESE : ENGLISH;
    }
}
