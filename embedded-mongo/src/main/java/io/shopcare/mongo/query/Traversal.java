package io.shopcare.mongo.query;

import java.util.List;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

import io.shopcare.mongo.values.Paths;

/**
 * Walks a path as a query does: every document in an array on the way is entered, a number may be an index or a field
 * name, and at the end the elements of an array are tested before the array itself.
 */
record Traversal(String[] path, Predicate.Test test, boolean elements, Trace trace) {

    boolean inDocument(Document document, int at) {
        Object value = document.getOrMissing(path[at]);
        if (at == path.length - 1) {
            return atLeaf(value);
        }
        return switch (value) {
            case Document inner -> inDocument(inner, at + 1);
            case List<?> items -> inArray(items, at + 1);
            case null, default -> test.test(Missing.getInstance(), trace);
        };
    }

    private boolean inArray(List<?> items, int at) {
        int wanted = Paths.isIndex(path[at]) ? Integer.parseInt(path[at]) : -1;
        for (int i = 0; i < items.size(); i++) {
            Object item = items.get(i);
            boolean byIndex = i == wanted;
            if (item instanceof Document document && (!byIndex || document.containsKey(path[at]))
                    && inDocument(document, at)) {
                trace.matchedAt(i);
                return true;
            }
            if (byIndex && atIndex(item, at)) {
                return true;
            }
        }
        return false;
    }

    private boolean atIndex(@Nullable Object item, int at) {
        if (at == path.length - 1) {
            return test.test(item, trace);
        }
        return switch (item) {
            case Document document -> inDocument(document, at + 1);
            case List<?> items -> inArray(items, at + 1);
            case null, default -> false;
        };
    }

    private boolean atLeaf(@Nullable Object value) {
        if (elements && value instanceof List<?> items) {
            for (int i = 0; i < items.size(); i++) {
                if (test.test(items.get(i), trace)) {
                    trace.matchedAt(i);
                    return true;
                }
            }
        }
        return test.test(value, trace);
    }
}
