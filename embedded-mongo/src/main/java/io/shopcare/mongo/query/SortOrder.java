package io.shopcare.mongo.query;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

import io.shopcare.mongo.values.BsonOrder;
import io.shopcare.mongo.values.Code;
import io.shopcare.mongo.values.Kind;
import io.shopcare.mongo.values.Numbers;
import io.shopcare.mongo.values.Paths;
import io.shopcare.mongo.values.Values;

/** A sort: ascending takes the least element of an array, descending the greatest; an empty array is below null. */
public final class SortOrder implements Comparator<Document> {
    private static final int MOST_KEYS = 32;

    private record Key(String[] path, boolean descending) {}

    private final List<Key> keys;

    private SortOrder(List<Key> keys) {
        this.keys = keys;
    }

    public static SortOrder parse(Document spec) {
        if (spec.size() > MOST_KEYS) {
            throw Code.BAD_VALUE.error("too many compound keys");
        }
        List<Key> keys = new ArrayList<>();
        spec.forEach((path, direction) -> keys.add(new Key(Paths.split(path(path)), descending(path, direction))));
        return new SortOrder(keys);
    }

    private static String path(String path) {
        if (path.isEmpty() || path.startsWith(".") || path.endsWith(".") || path.contains("..")) {
            throw Code.location(15998, "FieldPath field names may not be empty strings.");
        }
        if (Paths.hasOperator(path)) {
            throw Code.location(16410, "FieldPath field names may not start with '$'. Consider using $getField or "
                    + "$setField.");
        }
        return path;
    }

    private static boolean descending(String path, @Nullable Object direction) {
        if (direction instanceof Document meta) {
            throw meta.containsKey("$meta")
                    ? Code.location(40218, "query requires text score metadata, but it is not "
                            + "available: $meta is not supported")
                    : badDirection(path, direction);
        }
        if (!(direction instanceof Number)) {
            throw badDirection(path, direction);
        }
        long sign = Numbers.whole(direction).orElse(0L);
        if (sign != 1 && sign != -1) {
            throw Code.location(15975, "$sort key ordering must be 1 (for ascending) or -1 (for descending)");
        }
        return sign == -1;
    }

    private static RuntimeException badDirection(String path, @Nullable Object direction) {
        return Code.location(15974, "Illegal key in $sort specification: " + path + ": " + Values.show(direction) + " ("
                + Kind.nameOf(direction) + ")");
    }

    @Override
    public int compare(Document one, Document other) {
        for (Key key : keys) {
            int result = BsonOrder.ASCENDING.compare(extreme(one, key), extreme(other, key));
            if (result != 0) {
                return key.descending ? -result : result;
            }
        }
        return 0;
    }

    private static @Nullable Object extreme(Document document, Key key) {
        List<@Nullable Object> values = Paths.keys(document, key.path);
        Object best = values.getFirst();
        for (Object value : values) {
            int result = BsonOrder.ASCENDING.compare(value, best);
            best = (key.descending ? result > 0 : result < 0) ? value : best;
        }
        return best;
    }
}
