package io.shopcare.mongo.aggregation;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

import io.shopcare.mongo.expression.Accumulation;
import io.shopcare.mongo.expression.Expression;
import io.shopcare.mongo.expression.Names;
import io.shopcare.mongo.expression.Scope;
import io.shopcare.mongo.values.BsonOrder;
import io.shopcare.mongo.values.Code;
import io.shopcare.mongo.values.Values;

/** {@code $bucket}: groups by ranges, lower bound inclusive. */
record Bucket(Expression by, List<?> boundaries, boolean hasDefault, @Nullable Object defaultId,
        Map<String, Accumulation> output) {

    static Stage parse(@Nullable Object spec, Names names) {
        Document fields = Stages.fields("$bucket", spec, Set.of("groupBy", "boundaries"), Set.of("default", "output"));
        if (!(fields.get("boundaries") instanceof List<?> boundaries)) {
            throw Code.location(40200, "The $bucket 'boundaries' field must be an array, but found: "
                    + Values.show(fields.get("boundaries")));
        }
        if (boundaries.size() < 2) {
            throw Code.location(40192, "The $bucket 'boundaries' field must have at least 2 values, but found "
                    + boundaries.size() + " value(s).");
        }
        for (int i = 1; i < boundaries.size(); i++) {
            if (BsonOrder.ASCENDING.compare(boundaries.get(i - 1), boundaries.get(i)) >= 0) {
                throw Code.location(40194, "The 'boundaries' option to $bucket must be sorted, but elements " + (i - 1)
                        + " and " + i + " are not in ascending order (" + Values.show(boundaries.get(i - 1))
                        + " is not less than " + Values.show(boundaries.get(i)) + ").");
            }
        }
        Bucket bucket = new Bucket(Expression.parse(fields.get("groupBy"), names), boundaries,
                fields.containsKey("default"), fields.get("default"), output(fields, names));
        return (input, source) -> {
            Map<@Nullable Object, Group.Gathering> groups = new TreeMap<>(BsonOrder.ASCENDING);
            input.forEachOrdered(document -> bucket.add(Scope.of(document), groups));
            return groups.values().stream().map(Group.Gathering::result);
        };
    }

    static Map<String, Accumulation> output(Document fields, Names names) {
        Document output = fields.get("output") instanceof Document given
                ? given
                : new Document("count", new Document("$sum", 1));
        return Group.accumulations(output, names);
    }

    private void add(Scope scope, Map<@Nullable Object, Group.Gathering> groups) {
        groups.computeIfAbsent(bucket(by.evaluate(scope)), id -> new Group.Gathering(id, output)).add(scope);
    }

    private @Nullable Object bucket(@Nullable Object value) {
        for (int i = 1; i < boundaries.size(); i++) {
            if (BsonOrder.ASCENDING.compare(value, boundaries.get(i - 1)) >= 0
                    && BsonOrder.ASCENDING.compare(value, boundaries.get(i)) < 0) {
                return boundaries.get(i - 1);
            }
        }
        if (!hasDefault) {
            throw Code.location(40066,
                    "$switch could not find a matching branch for an input, and no default was specified.");
        }
        return defaultId;
    }
}
