package io.shopcare.mongo.aggregation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

import io.shopcare.mongo.expression.Expression;
import io.shopcare.mongo.expression.Names;
import io.shopcare.mongo.query.Filter;
import io.shopcare.mongo.values.Code;
import io.shopcare.mongo.values.Numbers;
import io.shopcare.mongo.values.Values;

/** The stages by name; one that is not here is refused. */
final class Stages {
    private Stages() {}

    static Stage parse(String name, @Nullable Object spec, Names names) {
        return switch (name) {
            case "$match" -> match(spec, names);
            case "$addFields", "$set", "$project", "$unset", "$replaceRoot", "$replaceWith" -> {
                UnaryOperator<Document> each = DocumentStages.parse(name, spec, names);
                yield (input, source) -> input.map(each);
            }
            case "$limit" -> {
                long limit = whole(15957, "the limit must be specified as a number", spec, 1, 15958,
                        "the limit must be positive");
                yield (input, source) -> input.limit(limit);
            }
            case "$skip" -> {
                long skip = whole(15972, "Argument to $skip must be a number", spec, 0, 15956,
                        "Argument to $skip cannot be negative");
                yield (input, source) -> input.skip(skip);
            }
            case "$sort" -> SortStage.parse(spec, 0);
            case "$unwind" -> Unwind.parse(spec);
            case "$group" -> Group.parse(spec, names);
            case "$count" -> count(spec);
            case "$sortByCount" -> sortByCount(spec, names);
            case "$bucket" -> Bucket.parse(spec, names);
            case "$bucketAuto" -> BucketAuto.parse(spec, names);
            case "$facet" -> Facet.parse(spec, names);
            case "$lookup" -> Lookup.parse(spec, names);
            case "$graphLookup" -> GraphLookup.parse(spec, names);
            case "$unionWith" -> UnionWith.parse(spec, names);
            case "$sample" -> Sample.parse(spec);
            case "$redact" -> Redact.parse(spec, names);
            case "$documents" -> documents(spec, names);
            case "$out" -> Out.parse(spec);
            case "$merge" -> Merge.parse(spec, names);
            case "$changeStream" ->
                throw Code.location(40573, "The $changeStream stage is only supported on replica sets");
            default -> throw Code.location(40324, "Unrecognized pipeline stage name: '" + name + "'");
        };
    }

    private static Stage match(@Nullable Object spec, Names names) {
        if (!(spec instanceof Document query)) {
            throw Code.location(15959, "the match filter must be an expression in an object");
        }
        Filter filter = Filter.parse(query, names);
        return (input, source) -> input.filter(filter::matches);
    }

    private static long whole(int notNumber, String message, @Nullable Object value, long least, int tooSmall,
            String small) {
        long number = Numbers.whole(value).orElseThrow(() -> Code.location(notNumber, message));
        if (number < least) {
            throw Code.location(tooSmall, small);
        }
        return number;
    }

    private static Stage count(@Nullable Object spec) {
        if (!(spec instanceof String field) || field.isEmpty()) {
            throw Code.location(40156, "the count field must be a non-empty string");
        }
        if (field.startsWith("$")) {
            throw Code.location(40158, "the count field cannot be a $-prefixed path");
        }
        if (field.contains(".")) {
            throw Code.location(40160, "the count field cannot contain '.'");
        }
        return (input, source) -> {
            long count = input.count();
            Number shown = (int) count == count ? (Number) (int) count : (Number) count;
            return count == 0 ? Stream.empty() : Stream.of(new Document(field, shown));
        };
    }

    private static Stage sortByCount(@Nullable Object spec, Names names) {
        boolean expression = spec instanceof String path && path.startsWith("$") || spec instanceof Document;
        if (!expression) {
            throw Code.location(40149, "the sortByCount specification must be an expression");
        }
        Stage group = Group.parse(new Document("_id", spec).append("count", new Document("$sum", 1)), names);
        Stage sort = SortStage.parse(new Document("count", -1), 0);
        return (input, source) -> sort.apply(group.apply(input, source), source);
    }

    private static Stage documents(@Nullable Object spec, Names names) {
        Object value = Expression.parse(spec, names).evaluate(new Document());
        if (!(value instanceof Collection<?> items)) {
            throw Code.location(5858203, "an array is expected");
        }
        List<Document> documents = new ArrayList<>();
        for (Object item : items) {
            if (!(item instanceof Document document)) {
                throw Code.location(40228, "'newRoot' expression must evaluate to an object, but resulting value was: "
                        + Values.show(item));
            }
            documents.add(document);
        }
        return (input, source) -> documents.stream();
    }

    /** The specification of a stage as an object with these fields and no others. */
    static Document fields(String stage, @Nullable Object spec, Set<String> required, Set<String> optional) {
        if (!(spec instanceof Document document)) {
            throw Code.FAILED_TO_PARSE.error("the " + stage + " stage specification must be an object, but found "
                    + Values.show(spec));
        }
        for (String field : document.keySet()) {
            if (!required.contains(field) && !optional.contains(field)) {
                throw Code.location(40415, "BSON field '" + stage + "." + field + "' is an unknown field.");
            }
        }
        for (String field : required) {
            if (!document.containsKey(field)) {
                throw Code.location(40414, "BSON field '" + stage + "." + field + "' is missing but a required field");
            }
        }
        return document;
    }

    static String text(String stage, Document fields, String field) {
        if (fields.get(field) instanceof String text) {
            return text;
        }
        throw Code.TYPE_MISMATCH
                .error("BSON field '" + stage + "." + field + "' is the wrong type, expected type 'string'");
    }
}
