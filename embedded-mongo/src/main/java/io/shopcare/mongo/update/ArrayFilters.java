package io.shopcare.mongo.update;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

import io.shopcare.mongo.expression.Names;
import io.shopcare.mongo.query.Filter;
import io.shopcare.mongo.values.Code;
import io.shopcare.mongo.values.Paths;
import io.shopcare.mongo.values.Values;

/** Turns a path with {@code $}, {@code $[]} and {@code $[name]} into the concrete paths of a document. */
final class ArrayFilters {
    private final Map<String, Filter> filters;

    private ArrayFilters(Map<String, Filter> filters) {
        this.filters = filters;
    }

    static ArrayFilters parse(List<Document> sources, Document update, Names names) {
        Map<String, Filter> filters = new HashMap<>();
        for (Document source : sources) {
            String name = name(source);
            if (filters.put(name, Filter.parse(source, names)) != null) {
                throw Code.FAILED_TO_PARSE
                        .error("Found multiple array filters with the same top-level field name " + name);
            }
        }
        Set<String> used = update.values().stream().flatMap(fields -> ((Document) fields).keySet().stream())
                .flatMap(path -> List.of(Paths.split(path)).stream()).filter(ArrayFilters::isNamed)
                .map(ArrayFilters::identifier).collect(Collectors.toSet());
        for (String name : used) {
            if (!filters.containsKey(name)) {
                throw Code.BAD_VALUE.error("No array filter found for identifier '" + name + "' in path");
            }
        }
        for (String name : filters.keySet()) {
            if (!used.contains(name)) {
                throw Code.FAILED_TO_PARSE
                        .error("The array filter for identifier '" + name + "' was not used in the update "
                                + Values.show(update));
            }
        }
        return new ArrayFilters(filters);
    }

    private static boolean isNamed(String part) {
        return part.startsWith("$[") && part.endsWith("]") && part.length() > 3;
    }

    private static String identifier(String part) {
        return part.substring(2, part.length() - 1);
    }

    private static String name(Document source) {
        Set<String> names = source.entrySet().stream()
                .flatMap(field -> topLevel(field.getKey(), field.getValue()).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (names.isEmpty()) {
            throw Code.FAILED_TO_PARSE.error("Cannot use an expression without a top-level field name in arrayFilters");
        }
        List<String> several = List.copyOf(names);
        if (several.size() > 1) {
            throw Code.FAILED_TO_PARSE
                    .error("Error parsing array filter :: caused by :: Expected a single top-level field "
                            + "name, found '" + several.get(0) + "' and '" + several.get(1) + "'");
        }
        if (!several.getFirst().matches("[a-z][a-zA-Z0-9]*")) {
            throw Code.BAD_VALUE.error("Error parsing array filter :: caused by :: The top-level field name must be an "
                    + "alphanumeric string beginning with a lowercase letter, found '" + several.getFirst() + "'");
        }
        return several.getFirst();
    }

    private static Set<String> topLevel(String key, @Nullable Object value) {
        if (!key.startsWith("$")) {
            return Set.of(Paths.split(key)[0]);
        }
        return value instanceof List<?> parts
                ? parts.stream().map(part -> name((Document) part)).collect(Collectors.toSet())
                : Set.of();
    }

    List<String[]> expand(Document document, String path, OptionalInt position) {
        List<String[]> found = new ArrayList<>();
        String[] parts = Paths.split(path);
        expand(document, parts, 0, position, found);
        return found;
    }

    private void expand(@Nullable Object value, String[] parts, int at, OptionalInt position, List<String[]> found) {
        if (at == parts.length) {
            found.add(parts);
            return;
        }
        String part = parts[at];
        if (part.equals("$")) {
            if (position.isEmpty()) {
                throw Code.BAD_VALUE.error("The positional operator did not find the match needed from the query.");
            }
            String index = Integer.toString(position.getAsInt());
            expand(FieldPath.child(value, index), with(parts, at, index), at + 1, position, found);
        } else if (part.startsWith("$[")) {
            List<?> items = items(value, parts, at);
            for (int i = 0; i < items.size(); i++) {
                if (chosen(part, items.get(i))) {
                    expand(items.get(i), with(parts, at, Integer.toString(i)), at + 1, position, found);
                }
            }
        } else {
            expand(FieldPath.child(value, part), parts, at + 1, position, found);
        }
    }

    private static List<?> items(@Nullable Object value, String[] parts, int at) {
        if (value instanceof List<?> items) {
            return items;
        }
        String path = String.join(".", List.of(parts).subList(0, at));
        if (value instanceof Missing) {
            throw Code.BAD_VALUE
                    .error("The path '" + path + "' must exist in the document in order to apply array updates.");
        }
        throw Code.BAD_VALUE.error("Cannot apply array updates to non-array element " + parts[at - 1] + ": "
                + Values.show(value));
    }

    private boolean chosen(String part, @Nullable Object item) {
        Filter filter = part.equals("$[]") ? null : filters.get(identifier(part));
        return filter == null || filter.matches(new Document(identifier(part), item));
    }

    private static String[] with(String[] parts, int at, String index) {
        String[] concrete = parts.clone();
        concrete[at] = index;
        return concrete;
    }
}
