package io.shopcare.mongo.plan;

import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * What is looked for: a filter, an order (empty: any), and which part of the result. {@code limit} 0 is all;
 * {@code deadline} is a {@link System#nanoTime} after which the client does not want to wait, or {@link #NO_DEADLINE}.
 */
public record Query(Document filter, Document sort, long skip, long limit, @Nullable Object hint, long deadline) {

    public static final long NO_DEADLINE = Long.MAX_VALUE;

    public Query(Document filter, Document sort, long skip, long limit, @Nullable Object hint) {
        this(filter, sort, skip, limit, hint, NO_DEADLINE);
    }

    public static Query all(Document filter) {
        return new Query(filter, new Document(), 0, 0, null);
    }

    public Query withSort(Document order) {
        return new Query(filter, order, skip, limit, hint, deadline);
    }

    public Query withLimit(long most) {
        return new Query(filter, sort, skip, most, hint, deadline);
    }

    public Query withFilter(Document other) {
        return new Query(other, sort, skip, limit, hint, deadline);
    }

    public Query before(long time) {
        return new Query(filter, sort, skip, limit, hint, time);
    }

    boolean isLate() {
        return System.nanoTime() - deadline > 0;
    }
}
