package io.shopcare.mongo.plan;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

/** What a filter says about the values of one field. Always holds of every document that matches. */
final class FilterBounds {

    private final String path;
    private final boolean multikey;

    /** {@code multikey}: conditions may hold of different elements of an array, so they do not narrow one another. */
    FilterBounds(String path, boolean multikey) {
        this.path = path;
        this.multikey = multikey;
    }

    @Nullable
    Bounds of(Document filter) {
        Bounds all = null;
        for (Map.Entry<String, Object> condition : filter.entrySet()) {
            all = and(all, of(condition.getKey(), condition.getValue()));
        }
        return all;
    }

    private @Nullable Bounds of(String key, @Nullable Object value) {
        if (key.equals("$and")) {
            return and(documents(value));
        }
        if (key.equals("$or")) {
            return or(documents(value));
        }
        if (key.startsWith("$")) {
            return null;
        }
        if (key.equals(path)) {
            return ValueBounds.isOperators(value)
                    ? operators(ValueBounds.document(Objects.requireNonNull(value)))
                    : ValueBounds.equal(value);
        }
        if (path.startsWith(key + ".") && value instanceof Document condition
                && condition.get("$elemMatch") instanceof Document match
                && !ValueBounds.isOperators(match)) {
            Bounds inside = new FilterBounds(path.substring(key.length() + 1), multikey).of(match);
            return inside == null ? null : inside.within(match);
        }
        return null;
    }

    private @Nullable Bounds operators(Document condition) {
        Bounds all = null;
        boolean complete = true;
        for (Map.Entry<String, Object> operator : condition.entrySet()) {
            Bounds one = ValueBounds.operator(operator.getKey(), operator.getValue(), condition);
            all = and(all, one);
            complete &= one != null;
        }
        return all == null || complete ? all : all.inexact();
    }

    private @Nullable Bounds and(List<Document> filters) {
        Bounds all = null;
        for (Document filter : filters) {
            all = and(all, of(filter));
        }
        return all;
    }

    private @Nullable Bounds and(@Nullable Bounds one, @Nullable Bounds other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return multikey ? one.narrower(other) : one.intersect(other);
    }

    /** Only when every branch says something. */
    private @Nullable Bounds or(List<Document> filters) {
        Bounds any = null;
        for (Document filter : filters) {
            Bounds one = of(filter);
            if (one == null) {
                return null;
            }
            any = any == null ? one : any.union(one);
        }
        return any == null ? null : any.inexact();
    }

    @SuppressWarnings("unchecked")
    static List<Document> documents(@Nullable Object value) {
        return value instanceof List<?> list && list.stream().allMatch(Document.class::isInstance)
                ? (List<Document>) list
                : List.of();
    }
}
