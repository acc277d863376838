package io.shopcare.mongo.expression;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.shopcare.mongo.values.Code;
import io.shopcare.mongo.values.Kind;
import io.shopcare.mongo.values.Values;

/** Text. Lengths and positions are in code points or in UTF-8 bytes, never in Java's chars. */
final class Strings {
    private static final String BLANKS = "\0 \t\n\u000b\f\r\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007"
            + "\u2008\u2009\u200a";

    private Strings() {}

    static Map<String, Operator> operators() {
        Map<String, Operator> table = new HashMap<>();
        table.put("$concat", Operator.of(0, Operator.ANY, Strings::concat));
        table.put("$toLower", Operator.of(1, o -> coerce(o, 0).toLowerCase(Locale.ROOT)));
        table.put("$toUpper", Operator.of(1, o -> coerce(o, 0).toUpperCase(Locale.ROOT)));
        table.put("$strcasecmp", Operator.of(2, o -> Integer.signum(
                coerce(o, 0).toUpperCase(Locale.ROOT).compareTo(coerce(o, 1).toUpperCase(Locale.ROOT)))));
        table.put("$strLenCP", Operator.of(1, o -> length(o, 34471).codePointCount(0, length(o, 34471).length())));
        table.put("$strLenBytes", Operator.of(1, o -> length(o, 34473).getBytes(StandardCharsets.UTF_8).length));
        table.put("$substr", Operator.of(3, Strings::substrBytes));
        table.put("$substrBytes", Operator.of(3, Strings::substrBytes));
        table.put("$substrCP", Operator.of(3, Strings::substrCodePoints));
        table.put("$indexOfCP", Operator.of(2, 4, Strings::indexOfCodePoints));
        table.put("$indexOfBytes", Operator.of(2, 4, Strings::indexOfBytes));
        table.put("$split", Operator.of(2, Strings::split));
        table.put("$trim", trimming(true, true));
        table.put("$ltrim", trimming(true, false));
        table.put("$rtrim", trimming(false, true));
        table.put("$replaceOne", replacing(false));
        table.put("$replaceAll", replacing(true));
        return table;
    }

    private static @Nullable Object concat(Operands operands) {
        if (operands.anyNull()) {
            return null;
        }
        StringBuilder all = new StringBuilder();
        for (Object value : operands.values()) {
            if (!(value instanceof String text)) {
                throw Code.location(16702, "$concat only supports strings, not " + Kind.nameOf(value));
            }
            all.append(text);
        }
        return all.toString();
    }

    /** Numbers and dates are taken as text where MongoDB does so. */
    private static String coerce(Operands operands, int index) {
        Object value = operands.get(index);
        return switch (Kind.of(value)) {
            case NULL, MISSING -> "";
            case STRING, INT, LONG, DOUBLE, DECIMAL, DATE -> Conversions.toText(value);
            default -> throw Code.location(16007, "can't convert from BSON type " + Kind.nameOf(value) + " to String");
        };
    }

    private static String length(Operands operands, int code) {
        if (operands.get(0) instanceof String text) {
            return text;
        }
        throw Code.location(code, operands.operator() + " requires a string argument, found: "
                + Kind.nameOf(operands.get(0)));
    }

    private static Object substrBytes(Operands operands) {
        byte[] bytes = coerce(operands, 0).getBytes(StandardCharsets.UTF_8);
        int from = operands.integer(1, 16034);
        int count = operands.integer(2, 16035);
        if (from < 0) {
            throw Code.location(50752, "$substrBytes: starting index must be non-negative (got: " + from + ")");
        }
        int start = Math.min(from, bytes.length);
        int end = count < 0 ? bytes.length : (int) Math.min((long) start + count, bytes.length);
        if (inside(bytes, start) || inside(bytes, end)) {
            throw Code.location(28656,
                    "$substrBytes: Invalid range, ending index is in the middle of a UTF-8 character.");
        }
        return new String(bytes, start, end - start, StandardCharsets.UTF_8);
    }

    private static boolean inside(byte[] bytes, int position) {
        return position < bytes.length && (bytes[position] & 0xC0) == 0x80;
    }

    private static Object substrCodePoints(Operands operands) {
        int[] points = coerce(operands, 0).codePoints().toArray();
        int from = operands.integer(1, 34450);
        int count = operands.integer(2, 34452);
        if (from < 0) {
            throw Code.location(34455, "$substrCP: the starting index must be a nonnegative integer.");
        }
        if (count < 0) {
            throw Code.location(34454, "$substrCP: the length must be a nonnegative integer.");
        }
        int start = Math.min(from, points.length);
        return new String(points, start, (int) Math.min(count, (long) points.length - start));
    }

    private static @Nullable Object indexOfCodePoints(Operands operands) {
        if (Values.isNullish(operands.get(0))) {
            return null;
        }
        String text = operands.text(0);
        int points = text.codePointCount(0, text.length());
        int from = operands.size() > 2 ? operands.integer(2, 40096) : 0;
        int to = operands.size() > 3 ? Math.min(points, operands.integer(3, 40096)) : points;
        if (from > to) {
            return -1;
        }
        String part = text.substring(text.offsetByCodePoints(0, from), text.offsetByCodePoints(0, to));
        int found = part.indexOf(operands.text(1));
        return found < 0 ? -1 : from + part.codePointCount(0, found);
    }

    private static @Nullable Object indexOfBytes(Operands operands) {
        if (Values.isNullish(operands.get(0))) {
            return null;
        }
        String bytes = latin(operands.text(0));
        int from = operands.size() > 2 ? operands.integer(2, 40096) : 0;
        int to = operands.size() > 3 ? Math.min(bytes.length(), operands.integer(3, 40096)) : bytes.length();
        int found = from > to ? -1 : bytes.substring(0, to).indexOf(latin(operands.text(1)), from);
        return found;
    }

    /** One char per UTF-8 byte. */
    private static String latin(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private static @Nullable Object split(Operands operands) {
        if (operands.anyNull()) {
            return null;
        }
        String delimiter = operands.text(1);
        if (delimiter.isEmpty()) {
            throw Code.location(40087, "$split requires a non-empty separator");
        }
        return new ArrayList<>(List.of(operands.text(0).split(Pattern.quote(delimiter), -1)));
    }

    private static Operator trimming(boolean left, boolean right) {
        return Operator.named(Set.of("input"), Set.of("chars"), arguments -> {
            if (arguments.isNull("input") || arguments.has("chars") && arguments.isNull("chars")) {
                return null;
            }
            int[] points = arguments.text("input").codePoints().toArray();
            String blanks = arguments.has("chars") ? arguments.text("chars") : BLANKS;
            int start = 0;
            int end = points.length;
            while (left && start < end && blanks.indexOf(points[start]) >= 0) {
                start++;
            }
            while (right && start < end && blanks.indexOf(points[end - 1]) >= 0) {
                end--;
            }
            return new String(points, start, end - start);
        });
    }

    private static Operator replacing(boolean all) {
        return Operator.named(Set.of("input", "find", "replacement"), Set.of(), arguments -> {
            for (String field : List.of("input", "find", "replacement")) {
                if (arguments.isNull(field)) {
                    return null;
                }
            }
            String input = arguments.text("input");
            String find = arguments.text("find");
            String replacement = arguments.text("replacement");
            if (all) {
                return input.replace(find, replacement);
            }
            int at = input.indexOf(find);
            return at < 0 ? input : input.substring(0, at) + replacement + input.substring(at + find.length());
        });
    }

}
