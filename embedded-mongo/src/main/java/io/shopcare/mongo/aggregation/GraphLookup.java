package io.shopcare.mongo.aggregation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

import io.shopcare.mongo.expression.Expression;
import io.shopcare.mongo.expression.Names;
import io.shopcare.mongo.values.BsonOrder;
import io.shopcare.mongo.values.Code;
import io.shopcare.mongo.values.Numbers;

/** {@code $graphLookup}: follows references from document to document, breadth first, each document once. */
record GraphLookup(String from, Expression startWith, String connectFrom, String connectTo, String as, long maxDepth,
        @Nullable String depthField, Document restriction, Names names) {

    static Stage parse(@Nullable Object spec, Names names) {
        Document fields = Stages.fields("$graphLookup", spec,
                Set.of("from", "startWith", "connectFromField", "connectToField", "as"),
                Set.of("maxDepth", "depthField", "restrictSearchWithMatch"));
        long maxDepth = !fields.containsKey("maxDepth")
                ? Long.MAX_VALUE
                : Numbers.whole(fields.get("maxDepth")).filter(depth -> depth >= 0).orElseThrow(
                        () -> Code.location(40101, "maxDepth requires a nonnegative argument"));
        GraphLookup lookup = new GraphLookup(Stages.text("$graphLookup", fields, "from"),
                Expression.parse(fields.get("startWith"), names),
                Stages.text("$graphLookup", fields, "connectFromField"),
                Stages.text("$graphLookup", fields, "connectToField"), Stages.text("$graphLookup", fields, "as"),
                maxDepth,
                fields.containsKey("depthField") ? Stages.text("$graphLookup", fields, "depthField") : null,
                fields.get("restrictSearchWithMatch") instanceof Document match ? match : new Document(), names);
        Pipeline.parse(List.of(new Document("$match", lookup.restriction)), names);
        return (input, source) -> input.map(document -> lookup.apply(document, source));
    }

    private Document apply(Document document, DataSource source) {
        Object start = startWith.evaluate(document);
        Set<@Nullable Object> asked = new TreeSet<>(BsonOrder.ASCENDING);
        Map<@Nullable Object, Document> found = new TreeMap<>(BsonOrder.ASCENDING);
        List<@Nullable Object> frontier = start instanceof List<?> several
                ? new ArrayList<>(several)
                : new ArrayList<>(Arrays.asList(BsonOrder.missingAsNull(start)));
        for (long depth = 0; depth <= maxDepth && !frontier.isEmpty(); depth++) {
            frontier.removeIf(value -> !asked.add(value));
            List<@Nullable Object> next = new ArrayList<>();
            for (Document reached : step(frontier, source)) {
                if (found.putIfAbsent(reached.get("_id"), depthField == null
                        ? reached
                        : reached.clone().append(depthField, depth)) == null) {
                    next.addAll(Lookup.values(reached, connectFrom));
                }
            }
            frontier = next;
        }
        return Lookup.with(document, as, List.copyOf(found.values()));
    }

    private List<Document> step(List<@Nullable Object> frontier, DataSource source) {
        if (frontier.isEmpty()) {
            return List.of();
        }
        Document connected = new Document(connectTo, new Document("$in", frontier));
        Document filter = restriction.isEmpty() ? connected : new Document("$and", List.of(connected, restriction));
        try (Stream<Document> documents = source.find(new Head(from, filter, new Document(), 0, 0, names))) {
            return documents.toList();
        }
    }
}
