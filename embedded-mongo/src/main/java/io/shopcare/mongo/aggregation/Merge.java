package io.shopcare.mongo.aggregation;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;
import de.bwaldvogel.mongo.exception.MongoServerError;
import org.jspecify.annotations.Nullable;

import io.shopcare.mongo.expression.Names;
import io.shopcare.mongo.values.Code;
import io.shopcare.mongo.values.Values;

/** {@code $merge}: each document is written into a collection, by fields that are unique there. */
record Merge(@Nullable String database, String collection, Set<String> on, Object whenMatched, String whenNotMatched,
        @Nullable Document let, Names names) {

    static Stage parse(@Nullable Object spec, Names names) {
        Document fields = spec instanceof String into
                ? new Document("into", into)
                : Stages.fields("$merge", spec, Set.of("into"), Set.of("on", "let", "whenMatched", "whenNotMatched"));
        Document into = fields.get("into") instanceof String name
                ? new Document("coll", name)
                : Stages.fields("$merge.into", fields.get("into"), Set.of("coll"), Set.of("db"));
        Document let = fields.get("let") instanceof Document variables ? variables : null;
        Merge merge = new Merge(into.containsKey("db") ? Stages.text("into", into, "db") : null,
                Stages.text("into", into, "coll"), on(fields), whenMatched(fields),
                String.valueOf(fields.getOrDefault("whenNotMatched", "insert")), let, names);
        merge.check();
        return (input, source) -> {
            if (!merge.on.equals(Set.of("_id")) && !source.isUnique(merge.database, merge.collection, merge.on)) {
                throw Code.location(51183, "Cannot find index to verify that join fields will be unique");
            }
            input.forEachOrdered(document -> merge.write(document, source));
            return Stream.empty();
        };
    }

    private static Object whenMatched(Document fields) {
        Object given = fields.get("whenMatched");
        return given == null ? "merge" : given;
    }

    private static Set<String> on(Document fields) {
        Object on = fields.getOrDefault("on", "_id");
        Set<String> names = new LinkedHashSet<>();
        for (Object name : on instanceof List<?> several ? several : List.of(on)) {
            if (!(name instanceof String text)) {
                throw Code.location(51134,
                        "$merge 'on' array elements must be strings, but found " + Values.show(name));
            }
            names.add(text);
        }
        return names;
    }

    private void check() {
        boolean known = whenMatched instanceof List
                || Set.of("replace", "keepExisting", "merge", "fail").contains(whenMatched.toString());
        if (!known || !Set.of("insert", "discard", "fail").contains(whenNotMatched)) {
            throw Code.BAD_VALUE
                    .error("Enumeration value of $merge is not valid: whenMatched " + Values.show(whenMatched)
                            + ", whenNotMatched '" + whenNotMatched + "'");
        }
        if (whenMatched instanceof List<?> stages) {
            stages(stages, new Document());
        }
    }

    private void write(Document document, DataSource source) {
        Document withId = document.containsKey("_id")
                ? document
                : new Document("_id", new ObjectId()).appendAll(document);
        Document key = new Document();
        for (String field : on) {
            Object value = withId.get(field);
            if (value == null || value instanceof List) {
                throw Code.location(51132, "$merge write error: 'on' field '" + field
                        + "' cannot be missing, null, undefined or an array");
            }
            key.put(field, value);
        }
        source.merge(database, collection, key,
                existing -> existing == null ? inserted(withId) : matched(existing, withId));
    }

    private @Nullable Document inserted(Document document) {
        return switch (whenNotMatched) {
            case "insert" -> document;
            case "discard" -> null;
            default -> throw new MongoServerError(13113, "MergeStageNoMatchingDocument",
                    "$merge could not find a matching document in the target collection for at least one document in the "
                            + "source collection");
        };
    }

    private @Nullable Document matched(Document existing, Document document) {
        if (whenMatched instanceof List<?> stages) {
            return stages(stages, document).stream().reduce(existing, (result, stage) -> stage.apply(result),
                    (one, other) -> other);
        }
        Document withOldId = document.clone().append("_id", existing.get("_id"));
        return switch (whenMatched.toString()) {
            case "replace" -> withOldId;
            case "keepExisting" -> null;
            case "merge" -> existing.clone().appendAll(withOldId);
            default ->
                throw Code.DUPLICATE_KEY.error("E11000 duplicate key error: $merge with whenMatched 'fail' found "
                        + Values.show(existing.get("_id")));
        };
    }

    private List<UnaryOperator<Document>> stages(List<?> stages, Document document) {
        Names bound = names.withNew(document).let(let, document);
        return Pipeline.specs(stages).stream()
                .map(stage -> DocumentStages.parse(Pipeline.name(stage), stage.get(Pipeline.name(stage)), bound))
                .toList();
    }
}
