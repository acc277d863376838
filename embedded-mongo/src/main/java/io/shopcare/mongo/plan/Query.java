package io.shopcare.mongo.plan;

import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

/** What is looked for: a filter, an order (empty: any), and which part of the result. {@code limit} 0 is all. */
public record Query(Document filter, Document sort, long skip, long limit, @Nullable Object hint) {

    public static Query all(Document filter) {
        return new Query(filter, new Document(), 0, 0, null);
    }

    public Query withSort(Document order) {
        return new Query(filter, order, skip, limit, hint);
    }

    public Query withLimit(long most) {
        return new Query(filter, sort, skip, most, hint);
    }

    public Query withFilter(Document other) {
        return new Query(other, sort, skip, limit, hint);
    }
}
