package io.shopcare.presale.conversations;

import java.util.Locale;
import java.util.ResourceBundle;

/** What the service itself says to buyers, in their language ({@code texts/presale*.properties}). */
final class ServiceTexts {
    private ServiceTexts() {}

    static Draft greeting(String language) {
        return Draft.automatic("greeting", text("greeting", language));
    }

    static Draft idle(String language) {
        return Draft.automatic("idle", text("idle", language));
    }

    static String text(String key, String language) {
        return ResourceBundle.getBundle("texts/presale", Locale.forLanguageTag(language),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)).getString(key);
    }
}
