package io.shopcare.platform.notices;

import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** Subject and body of each kind of notice, from the bundles {@code notices_<language>.properties} of the program. */
final class NoticeTexts {
    private static final String BUNDLE = "notices";
    private static final Control NO_FALLBACK = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    /** A mail's words. */
    record Words(String subject, String body) {}

    Words of(String kind, String language, Map<String, String> facts) {
        var bundle = ResourceBundle.getBundle(BUNDLE, Locale.forLanguageTag(language), NO_FALLBACK);
        return new Words(fill(bundle.getString(kind + ".subject"), facts), fill(bundle.getString(kind + ".body"),
                facts));
    }

    private static String fill(String text, Map<String, String> facts) {
        for (var fact : facts.entrySet())
            text = text.replace("{" + fact.getKey() + "}", fact.getValue());
        return text;
    }
}
