package io.shopcare.mongo.update;

import java.util.List;
import java.util.Map;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

import io.shopcare.mongo.values.Code;
import io.shopcare.mongo.values.Paths;
import io.shopcare.mongo.values.Values;

/** Reads, sets and removes the value at one concrete path; numbers are indexes of arrays and names in documents. */
final class FieldPath {
    private static final int MOST_PADDING = 1_500_000;

    private FieldPath() {}

    static @Nullable Object get(Document document, String[] path) {
        Object value = document;
        for (String part : path) {
            value = child(value, part);
        }
        return value;
    }

    static @Nullable Object child(@Nullable Object value, String part) {
        if (value instanceof Document document) {
            return document.getOrMissing(part);
        }
        if (value instanceof List<?> items && Paths.isIndex(part) && Integer.parseInt(part) < items.size()) {
            return items.get(Integer.parseInt(part));
        }
        return Missing.getInstance();
    }

    static void set(Document document, String[] path, @Nullable Object value) {
        Object container = document;
        for (int i = 0; i < path.length - 1; i++) {
            Object next = child(container, path[i]);
            if (next instanceof Missing) {
                next = new Document();
                put(container, path, i, next);
            }
            if (!(next instanceof Document) && !(next instanceof List)) {
                throw notViable(path[i + 1], path[i], next);
            }
            container = next;
        }
        put(container, path, path.length - 1, value);
    }

    private static RuntimeException notViable(String part, String name, @Nullable Object value) {
        return Code.PATH_NOT_VIABLE.error("Cannot create field '" + part + "' in element {" + name + ": "
                + Values.show(value) + "}");
    }

    @SuppressWarnings("unchecked")
    private static void put(Object container, String[] path, int at, @Nullable Object value) {
        if (container instanceof Map<?, ?> document) {
            ((Map<String, @Nullable Object>) document).put(path[at], value);
            return;
        }
        List<@Nullable Object> items = (List<@Nullable Object>) container;
        if (!Paths.isIndex(path[at])) {
            throw notViable(path[at], at == 0 ? "" : path[at - 1], items);
        }
        int index = Integer.parseInt(path[at]);
        if (index - items.size() > MOST_PADDING) {
            throw Code.BAD_VALUE.error("can't backfill more than " + MOST_PADDING + " elements");
        }
        while (items.size() <= index) {
            items.add(null);
        }
        items.set(index, value);
    }

    /** Removes a field; an element of an array becomes null, so that the others keep their places. */
    @SuppressWarnings("unchecked")
    static void remove(Document document, String[] path) {
        Object container = document;
        for (int i = 0; i < path.length - 1; i++) {
            container = child(container, path[i]);
        }
        String last = path[path.length - 1];
        if (container instanceof Document parent) {
            parent.remove(last);
        } else if (container instanceof List<?> items && !(child(items, last) instanceof Missing)) {
            ((List<@Nullable Object>) items).set(Integer.parseInt(last), null);
        }
    }
}
