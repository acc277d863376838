package io.shopcare.mongo.aggregation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

import io.shopcare.mongo.query.SortOrder;
import io.shopcare.mongo.values.Code;

/** {@code $sort}; with a limit behind it, it never holds much more than the limit. */
final class SortStage {
    private static final int SLACK = 1_000;

    private SortStage() {}

    static Stage parse(@Nullable Object spec, long limit) {
        if (!(spec instanceof Document fields)) {
            throw Code.location(15973, "the $sort key specification must be an object");
        }
        if (fields.isEmpty()) {
            throw Code.location(15976, "$sort stage must have at least one sort key");
        }
        SortOrder order = SortOrder.parse(fields);
        return (input, source) -> limit > 0 ? best(input, order, limit) : input.sorted(order);
    }

    private static Stream<Document> best(Stream<Document> input, SortOrder order, long limit) {
        List<Document> kept = new ArrayList<>();
        input.forEachOrdered(document -> {
            kept.add(document);
            if (kept.size() >= limit * 2 + SLACK) {
                truncate(kept, order, limit);
            }
        });
        truncate(kept, order, limit);
        return kept.stream();
    }

    private static void truncate(List<Document> kept, SortOrder order, long limit) {
        kept.sort(order);
        if (kept.size() > limit) {
            kept.subList((int) limit, kept.size()).clear();
        }
    }
}
