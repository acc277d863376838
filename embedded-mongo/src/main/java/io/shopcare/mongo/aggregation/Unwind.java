package io.shopcare.mongo.aggregation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

import io.shopcare.mongo.values.Code;
import io.shopcare.mongo.values.Paths;
import io.shopcare.mongo.values.Values;

/** {@code $unwind}: a document for each element of an array. */
record Unwind(String[] path, @Nullable String indexField, boolean keepEmpty) {

    static Stage parse(@Nullable Object spec) {
        Document fields = spec instanceof String path
                ? new Document("path", path)
                : fields(spec);
        if (!(fields.get("path") instanceof String path)) {
            throw Code.location(28808, "expected a string as the path for $unwind stage, got "
                    + Values.show(fields.get("path")));
        }
        if (!path.startsWith("$") || path.length() < 2) {
            throw Code.location(28818, "path option to $unwind stage should be prefixed with a '$': " + path);
        }
        String index = fields.get("includeArrayIndex") instanceof String name ? name : null;
        if (index != null && (index.isEmpty() || index.startsWith("$"))) {
            throw Code.location(28822,
                    "includeArrayIndex option to $unwind stage should not be prefixed with a '$': " + index);
        }
        Unwind unwind = new Unwind(Paths.split(path.substring(1)), index,
                Values.isTrue(fields.get("preserveNullAndEmptyArrays")));
        return (input, source) -> input.flatMap(unwind::apply);
    }

    private static Document fields(@Nullable Object spec) {
        if (!(spec instanceof Document)) {
            throw Code.location(15981, "expected either a string or an object as specification for $unwind stage, got "
                    + Values.show(spec));
        }
        if (!((Document) spec).containsKey("path")) {
            throw Code.location(28812, "no path specified to $unwind stage");
        }
        for (String field : ((Document) spec).keySet()) {
            if (!Set.of("path", "includeArrayIndex", "preserveNullAndEmptyArrays").contains(field)) {
                throw Code.location(28811, "unrecognized option to $unwind stage: " + field);
            }
        }
        return (Document) spec;
    }

    private Stream<Document> apply(Document document) {
        Object value = value(document);
        if (!(value instanceof List<?> items)) {
            boolean nothing = Values.isNullish(value);
            return nothing && !keepEmpty ? Stream.empty() : Stream.of(with(document, value, null));
        }
        if (items.isEmpty()) {
            return keepEmpty ? Stream.of(with(document, Missing.getInstance(), null)) : Stream.empty();
        }
        List<Document> all = new ArrayList<>(items.size());
        for (int i = 0; i < items.size(); i++) {
            all.add(with(document, items.get(i), (long) i));
        }
        return all.stream();
    }

    private @Nullable Object value(Document document) {
        Object value = document;
        for (String part : path) {
            value = value instanceof Document inner ? inner.getOrMissing(part) : Missing.getInstance();
        }
        return value;
    }

    private Document with(Document document, @Nullable Object value, @Nullable Long index) {
        Document copy = set(document, 0, value);
        if (indexField != null) {
            Document target = copy;
            String[] parts = Paths.split(indexField);
            for (int i = 0; i < parts.length - 1; i++) {
                Document inner = target.get(parts[i]) instanceof Document existing ? existing.clone() : new Document();
                target.put(parts[i], inner);
                target = inner;
            }
            target.put(parts[parts.length - 1], index);
        }
        return copy;
    }

    private Document set(Document document, int at, @Nullable Object value) {
        Document copy = document.clone();
        if (at < path.length - 1) {
            if (copy.get(path[at]) instanceof Document inner) {
                copy.put(path[at], set(inner, at + 1, value));
            }
        } else if (value instanceof Missing) {
            copy.remove(path[at]);
        } else {
            copy.put(path[at], value);
        }
        return copy;
    }
}
