package io.shopcare.order.rules;

import java.util.List;
import java.util.Locale;

/** Words of a shop's list in a text that people typed. */
final class Words {
    private Words() {}

    /** Those that are there, whatever their case and spacing. */
    static List<String> in(String text, List<String> wanted) {
        var plain = plain(text);
        return wanted.stream().filter(word -> plain.contains(plain(word))).toList();
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("\\s+", "");
    }
}
