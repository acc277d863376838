package io.shopcare.mongo.values;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

/** Dotted paths through documents and arrays. */
public final class Paths {
    private static final Set<String> REFERENCE = Set.of("$ref", "$id", "$db");

    private Paths() {}

    public static String[] split(String path) {
        return path.split("\\.", -1);
    }

    /** Says whether one path lies within the other, or is the same. */
    public static boolean overlap(String one, String other) {
        return one.equals(other) || one.startsWith(other + ".") || other.startsWith(one + ".");
    }

    /** Whether a part begins with {@code $}, those of references aside. */
    public static boolean hasOperator(String path) {
        return Arrays.stream(split(path)).anyMatch(part -> part.startsWith("$") && !REFERENCE.contains(part));
    }

    public static boolean isIndex(String part) {
        return !part.isEmpty() && part.length() < 10 && part.chars().allMatch(c -> c >= '0' && c <= '9')
                && (part.length() == 1 || part.charAt(0) != '0');
    }

    /** The value that a path of an expression names: arrays on the way are mapped, indexes are not understood. */
    public static @Nullable Object evaluate(@Nullable Object value, String[] parts, int from) {
        if (from == parts.length) {
            return value;
        }
        if (value instanceof Document document) {
            return evaluate(document.getOrMissing(parts[from]), parts, from + 1);
        }
        if (value instanceof Collection<?> items) {
            List<@Nullable Object> found = new ArrayList<>();
            for (Object item : items) {
                Object inner = item instanceof Document ? evaluate(item, parts, from) : Missing.getInstance();
                if (!(inner instanceof Missing)) {
                    found.add(inner);
                }
            }
            return found;
        }
        return Missing.getInstance();
    }

    /** The keys that an index or a sort sees at a path: one per array element; an empty array is below null (missing). */
    public static List<@Nullable Object> keys(Document document, String[] path) {
        List<@Nullable Object> keys = new ArrayList<>(1);
        collect(document, path, 0, keys);
        return keys;
    }

    private static void collect(@Nullable Object value, String[] parts, int from, List<@Nullable Object> keys) {
        if (from == parts.length) {
            if (value instanceof List<?> items && !items.isEmpty()) {
                keys.addAll(items);
            } else {
                keys.add(value instanceof List ? Missing.getInstance() : BsonOrder.missingAsNull(value));
            }
        } else if (value instanceof Document document) {
            collect(document.getOrMissing(parts[from]), parts, from + 1, keys);
        } else if (value instanceof List<?> items && isIndex(parts[from])) {
            int index = Integer.parseInt(parts[from]);
            collect(index < items.size() ? items.get(index) : null, parts, from + 1, keys);
        } else if (value instanceof List<?> items && !items.isEmpty()) {
            for (Object item : items) {
                if (item instanceof Document) {
                    collect(item, parts, from, keys);
                } else {
                    keys.add(null);
                }
            }
        } else {
            keys.add(null);
        }
    }
}
