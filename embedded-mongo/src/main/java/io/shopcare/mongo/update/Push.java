package io.shopcare.mongo.update;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

import io.shopcare.mongo.query.SortOrder;
import io.shopcare.mongo.values.BsonOrder;
import io.shopcare.mongo.values.Code;
import io.shopcare.mongo.values.Kind;
import io.shopcare.mongo.values.Numbers;
import io.shopcare.mongo.values.Values;

/** {@code $push}, with {@code $each}, {@code $position}, {@code $sort} and {@code $slice}. */
record Push(List<@Nullable Object> values, @Nullable Long position, @Nullable Comparator<@Nullable Object> order,
        @Nullable Long slice) implements Modifier {

    static Push parse(@Nullable Object value) {
        if (!(value instanceof Document document) || !document.containsKey("$each")) {
            List<@Nullable Object> single = new ArrayList<>();
            single.add(value);
            return new Push(single, null, null, null);
        }
        for (String clause : document.keySet()) {
            if (!List.of("$each", "$position", "$sort", "$slice").contains(clause)) {
                throw Code.BAD_VALUE.error("Unrecognized clause in $push: " + clause);
            }
        }
        if (!(document.get("$each") instanceof Collection<?> each)) {
            throw Code.BAD_VALUE.error("The argument to $each in $push must be an array but it was of type: "
                    + Kind.nameOf(document.get("$each")));
        }
        return new Push(Values.list(each), whole(document, "$position"),
                document.containsKey("$sort") ? order(document.get("$sort")) : null, whole(document, "$slice"));
    }

    private static @Nullable Long whole(Document document, String clause) {
        if (!document.containsKey(clause)) {
            return null;
        }
        return Numbers.whole(document.get(clause)).orElseThrow(() -> Code.BAD_VALUE.error("The value for " + clause
                + " must be an integer value but was given type: " + Kind.nameOf(document.get(clause))));
    }

    private static Comparator<@Nullable Object> order(@Nullable Object sort) {
        if (sort instanceof Document fields && !fields.isEmpty()) {
            SortOrder order = SortOrder.parse(fields);
            return (one, other) -> order.compare(asDocument(one), asDocument(other));
        }
        long direction = Numbers.whole(sort).orElse(0L);
        if (direction != 1 && direction != -1) {
            throw Code.BAD_VALUE
                    .error("The $sort is invalid: use 1/-1 to sort the whole element, or {field:1/-1} to sort "
                            + "embedded fields");
        }
        return direction == 1 ? BsonOrder.ASCENDING : BsonOrder.ASCENDING.reversed();
    }

    private static Document asDocument(@Nullable Object value) {
        return value instanceof Document document ? document : new Document();
    }

    @Override
    public void apply(Target target) {
        if (!target.isMissing() && !(target.value() instanceof List)) {
            throw Code.BAD_VALUE.error("The field '" + target.dotted() + "' must be an array but is of type "
                    + Kind.nameOf(target.value()) + " in document " + target.documentName());
        }
        List<@Nullable Object> items = new ArrayList<>();
        if (target.value() instanceof List<?> existing) {
            items.addAll(existing);
        }
        List<@Nullable Object> additions = new ArrayList<>();
        values.forEach(value -> additions.add(Values.copy(value)));
        items.addAll(insertionPoint(items.size()), additions);
        if (order != null) {
            items.sort(order);
        }
        target.set(new ArrayList<>(sliced(items)));
    }

    private int insertionPoint(int size) {
        if (position == null || position >= size) {
            return size;
        }
        return (int) (position < 0 ? Math.max(0, size + position) : position);
    }

    private List<@Nullable Object> sliced(List<@Nullable Object> items) {
        if (slice == null) {
            return items;
        }
        int size = items.size();
        return slice < 0
                ? items.subList((int) Math.max(0, size + slice), size)
                : items.subList(0, (int) Math.min(slice, size));
    }
}
