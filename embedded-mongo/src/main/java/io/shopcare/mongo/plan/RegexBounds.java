package io.shopcare.mongo.plan;

import java.nio.charset.StandardCharsets;
import java.util.List;

import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import org.jspecify.annotations.Nullable;

import io.shopcare.mongo.index.KeyTag;
import io.shopcare.mongo.index.KeyWriter;
import io.shopcare.mongo.store.Keys;

/** An anchored pattern that begins with plain text bounds the strings by it. */
final class RegexBounds {

    private static final String SPECIAL = "\\^$.|?*+()[]{}";
    private static final String OPTIONAL = "?*{";

    private RegexBounds() {}

    static @Nullable Bounds of(BsonRegularExpression regex) {
        String prefix = prefix(regex.getPattern(), regex.getOptions() == null ? "" : regex.getOptions());
        if (prefix.isEmpty()) {
            return null;
        }
        byte[] text = prefix.getBytes(StandardCharsets.UTF_8);
        byte[] low = new byte[text.length + 1];
        low[0] = KeyTag.STRING;
        System.arraycopy(text, 0, low, 1, text.length);
        byte[] high = Keys.after(low);
        Interval strings = new Interval(low, true, high == null ? new byte[]{KeyTag.STRING + 1} : high, false);
        return Bounds.of(List.of(strings, Interval.point(KeyWriter.encode(regex))), false);
    }

    private static String prefix(String pattern, String options) {
        if (!pattern.startsWith("^") || pattern.contains("|") || pattern.contains("\\Q")
                || !options.replace("s", "").isEmpty()) {
            return "";
        }
        StringBuilder prefix = new StringBuilder();
        int i = 1;
        while (i < pattern.length()) {
            char c = pattern.charAt(i);
            if (c == '\\' && i + 1 < pattern.length() && !Character.isLetterOrDigit(pattern.charAt(i + 1))) {
                c = pattern.charAt(++i);
            } else if (SPECIAL.indexOf(c) >= 0) {
                break;
            }
            prefix.append(c);
            i++;
        }
        if (i < pattern.length() && OPTIONAL.indexOf(pattern.charAt(i)) >= 0 && !prefix.isEmpty()) {
            int last = Character.isLowSurrogate(prefix.charAt(prefix.length() - 1)) ? 2 : 1;
            prefix.setLength(Math.max(0, prefix.length() - last));
        }
        return prefix.indexOf("\0") >= 0 ? "" : prefix.toString();
    }
}
