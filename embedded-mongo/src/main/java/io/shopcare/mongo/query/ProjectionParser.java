package io.shopcare.mongo.query;

import java.util.Collections;
import java.util.List;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import org.jspecify.annotations.Nullable;

import io.shopcare.mongo.expression.Expression;
import io.shopcare.mongo.expression.Names;
import io.shopcare.mongo.values.Code;
import io.shopcare.mongo.values.Numbers;
import io.shopcare.mongo.values.Paths;
import io.shopcare.mongo.values.Values;

/** Reads a projection, which includes or excludes but not both, save for {@code _id}. */
final class ProjectionParser {
    private final boolean ofFind;
    private final Names names;
    private final Shape.Branch shape = new Shape.Branch();
    private @Nullable Boolean inclusive;
    private boolean positional;

    ProjectionParser(boolean ofFind, Names names) {
        this.ofFind = ofFind;
        this.names = names;
    }

    Projection parse(Document fields, Document query) {
        fields.forEach((path, value) -> add(path, value));
        boolean keeps = inclusive == null ? shape.fields().get("_id") instanceof Shape.Keep : inclusive;
        if (keeps) {
            shape.fields().putIfAbsent("_id", new Shape.Keep());
        }
        return new Projection(shape, keeps, positional ? Filter.parse(query, names) : null);
    }

    private void add(String path, @Nullable Object value) {
        if (path.isEmpty()) {
            throw Code.location(40352, "FieldPath cannot be constructed with empty string");
        }
        if (path.startsWith(".") || path.contains("..")) {
            throw Code.location(15998, "FieldPath field names may not be empty strings.");
        }
        if (path.endsWith(".")) {
            throw Code.location(40353, "FieldPath must not end with a '.'.");
        }
        if (ofFind && path.endsWith(".$")) {
            positional(path.substring(0, path.length() - 2));
        } else if (Paths.hasOperator(path)) {
            throw Code.location(16410, "FieldPath field names may not start with '$'. Consider using $getField or "
                    + "$setField.");
        } else if (value instanceof Boolean || value instanceof Number) {
            flag(path, Values.isTrue(value));
        } else if (value instanceof Document document && !document.isEmpty()) {
            object(path, document);
        } else {
            compute(path, value);
        }
    }

    private void flag(String path, boolean keep) {
        if (!path.equals("_id")) {
            decide(path, keep);
        }
        shape.add(path, keep ? new Shape.Keep() : new Shape.Drop());
    }

    private void decide(String path, boolean keep) {
        if (inclusive != null && inclusive != keep) {
            throw keep
                    ? Code.location(31253, "Cannot do inclusion on field " + path + " in exclusion projection")
                    : Code.location(31254, "Cannot do exclusion on field " + path + " in inclusion projection");
        }
        inclusive = keep;
    }

    private void object(String path, Document document) {
        String first = document.keySet().iterator().next();
        if (ofFind && first.equals("$elemMatch")) {
            elemMatch(path, document.get(first));
        } else if (ofFind && first.equals("$slice") && isRange(document.get(first))) {
            shape.add(path, new Shape.Choose(slice(document.get(first)), false));
        } else if (first.equals("$meta")) {
            throw Code.location(40218, "query requires metadata, but it is not available: $meta is not supported");
        } else if (first.startsWith("$")) {
            compute(path, document);
        } else {
            document.forEach((field, value) -> add(path + "." + field, value));
        }
    }

    private void compute(String path, @Nullable Object source) {
        if (Boolean.FALSE.equals(inclusive)) {
            throw Code.location(31252, "Cannot use expression other than $meta in exclusion projection");
        }
        inclusive = true;
        shape.add(path, new Shape.Compute(expression(source)));
    }

    private Expression expression(@Nullable Object source) {
        try {
            return Expression.parse(source, names);
        } catch (MongoServerError e) {
            if (e.getCode() == Code.INVALID_PIPELINE_OPERATOR.number() && source instanceof Document document) {
                throw Code.location(31325, "Unknown expression " + document.keySet().iterator().next());
            }
            throw e;
        }
    }

    private void elemMatch(String path, @Nullable Object condition) {
        if (path.contains(".")) {
            throw Code.location(31275, "Cannot use $elemMatch projection on a nested field.");
        }
        decide(path, true);
        Predicate predicate = FieldParser.field(path, new Document("$elemMatch", condition), names);
        shape.add(path, new Shape.Choose((items, position) -> {
            for (Object item : items) {
                if (predicate.on(Collections.singletonList(item), new Trace())) {
                    return Collections.singletonList(item);
                }
            }
            return Missing.getInstance();
        }, true));
    }

    private void positional(String path) {
        if (positional) {
            throw Code.location(31276, "Cannot specify more than one positional projection per query.");
        }
        decide(path, true);
        positional = true;
        shape.add(path, new Shape.Choose((items, position) -> {
            if (position.isEmpty() || position.getAsInt() >= items.size()) {
                throw Code.location(51246,
                        "Executor error during find command :: caused by :: positional operator '.$' "
                                + "couldn't find a matching element in the array");
            }
            return Collections.singletonList(items.get(position.getAsInt()));
        }, false));
    }

    private static boolean isRange(@Nullable Object argument) {
        return argument instanceof Number || argument instanceof List<?> range && range.size() == 2
                && range.get(0) instanceof Number;
    }

    private static Shape.Choice slice(@Nullable Object argument) {
        if (argument instanceof List<?> range) {
            int skip = whole(range.get(0));
            int limit = whole(range.get(1));
            if (limit <= 0) {
                throw Code.location(28724, "$slice limit must be positive");
            }
            return (items, position) -> {
                int from = skip < 0 ? Math.max(0, items.size() + skip) : Math.min(skip, items.size());
                return items.subList(from, (int) Math.min((long) from + limit, items.size()));
            };
        }
        int count = whole(argument);
        return (items, position) -> count < 0
                ? items.subList(Math.max(0, items.size() + count), items.size())
                : items.subList(0, Math.min(count, items.size()));
    }

    private static int whole(@Nullable Object number) {
        return Numbers.whole(number).map(whole -> (int) Math.clamp(whole, Integer.MIN_VALUE + 1L, Integer.MAX_VALUE))
                .orElseThrow(() -> Code.location(31273, "$slice only supports numbers and [skip, limit] arrays"));
    }
}
