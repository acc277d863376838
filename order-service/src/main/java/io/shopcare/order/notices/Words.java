package io.shopcare.order.notices;

import java.util.Locale;
import java.util.ResourceBundle;

import org.springframework.stereotype.Component;

/** The languages that notices are written in, and names that differ between them. */
@Component
final class Words {
    private static final String CHINESE = "zh-CN";
    private static final String ENGLISH = "en";

    /** The language in which a buyer is told: Chinese to whoever reads any Chinese, English to others. */
    String language(String wanted) {
        return Locale.forLanguageTag(wanted).getLanguage().equals("zh") ? CHINESE : ENGLISH;
    }

    /** A carrier's name; its code where it has none here. */
    String carrier(String code, String language) {
        return name("carrier." + code, code, language);
    }

    /** Why more is asked for; its code where it has no words here. */
    String reason(String code, String language) {
        return name("reason." + code, code, language);
    }

    private static String name(String key, String code, String language) {
        var names = ResourceBundle.getBundle("notices", Locale.forLanguageTag(language),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return names.containsKey(key) ? names.getString(key) : code;
    }
}
