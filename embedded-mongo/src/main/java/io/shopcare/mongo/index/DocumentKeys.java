package io.shopcare.mongo.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import org.jspecify.annotations.Nullable;

/**
 * The keys of a document in an index. A field that leads into an array gives a key for every element; fields that lead
 * into the same array walk it together; fields in different arrays are refused, as MongoDB does.
 */
final class DocumentKeys {

    private final List<IndexField> fields;
    private final boolean sparse;
    private final boolean[] multikey;
    private final SortedSet<IndexKey> keys = new TreeSet<>();

    /** Fields found to lead into an array are marked in {@code multikey}. */
    DocumentKeys(List<IndexField> fields, boolean sparse, boolean[] multikey) {
        this.fields = fields;
        this.sparse = sparse;
        this.multikey = multikey;
    }

    SortedSet<IndexKey> of(Document document) {
        Place[] places = new Place[fields.size()];
        Arrays.fill(places, new Place(document, 0));
        collect(places);
        return keys;
    }

    /** Where the walk along a field's path stands: the value, and how many steps were taken to it. */
    private record Place(@Nullable Object value, int steps) {}

    private void collect(Place[] places) {
        @Nullable
        List<?> array = null;
        int arrayField = -1;
        for (int i = 0; i < places.length; i++) {
            places[i] = walk(places[i], fields.get(i));
            if (isArray(places[i], i)) {
                List<?> found = (List<?>) places[i].value();
                if (array != null && array != found) {
                    throw parallel(i, arrayField);
                }
                array = found;
                arrayField = i;
                multikey[i] = true;
            }
        }
        if (array == null) {
            add(places);
        } else if (array.isEmpty()) {
            collect(entered(places, array, null, true));
        } else {
            for (Object element : array) {
                collect(entered(places, array, element, false));
            }
        }
    }

    /** As far as there are documents, and array positions that the path names. */
    private static Place walk(Place place, IndexField field) {
        Object value = place.value();
        int steps = place.steps();
        while (steps >= 0 && steps < field.steps().size()) {
            String step = field.steps().get(steps);
            if (value instanceof Document document) {
                value = document.getOrMissing(step);
            } else if (value instanceof List<?> list) {
                int position = position(step);
                if (position < 0 || position >= list.size()) {
                    break;
                }
                value = list.get(position);
            } else {
                return new Place(Missing.getInstance(), DONE);
            }
            steps++;
        }
        return new Place(value, steps);
    }

    private static final int DONE = -1;

    private boolean isArray(Place place, int field) {
        return place.steps() != DONE && place.value() instanceof List;
    }

    private Place[] entered(Place[] places, List<?> array, @Nullable Object element, boolean empty) {
        Place[] inside = places.clone();
        for (int i = 0; i < places.length; i++) {
            if (isArray(places[i], i) && places[i].value() == array) {
                boolean last = places[i].steps() == fields.get(i).steps().size();
                if (last) {
                    inside[i] = new Place(empty ? EmptyArray.VALUE : element, DONE);
                } else if (element instanceof Document) {
                    inside[i] = new Place(element, places[i].steps());
                } else {
                    inside[i] = new Place(Missing.getInstance(), DONE);
                }
            }
        }
        return inside;
    }

    private void add(Place[] places) {
        KeyBytes bytes = new KeyBytes(16 * places.length);
        List<@Nullable Object> values = new ArrayList<>(places.length);
        boolean exists = false;
        for (int i = 0; i < places.length; i++) {
            Object value = places[i].value();
            exists |= !(value instanceof Missing);
            KeyWriter.append(bytes, value, fields.get(i).ascending());
            values.add(value instanceof Missing ? null : value instanceof EmptyArray ? List.of() : value);
        }
        if (exists || !sparse) {
            keys.add(new IndexKey(bytes.toByteArray(), values));
        }
    }

    static int position(String step) {
        if (step.isEmpty() || step.length() > 9) {
            return -1;
        }
        for (int i = 0; i < step.length(); i++) {
            if (!Character.isDigit(step.charAt(i))) {
                return -1;
            }
        }
        return Integer.parseInt(step);
    }

    private MongoServerError parallel(int one, int other) {
        return new MongoServerError(171, "CannotIndexParallelArrays", "cannot index parallel arrays ["
                + fields.get(one).steps().getLast() + "] [" + fields.get(other).steps().getLast() + "]");
    }
}
