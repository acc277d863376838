package io.shopcare.mongo.index;

import java.util.List;
import java.util.function.Consumer;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

/** The values at a path: through arrays on the way, and the elements of an array at its end. Nothing for what is missing. */
public final class FieldValues {

    private final List<String> steps;

    public FieldValues(String path) {
        steps = IndexField.of(path, true).steps();
    }

    public void of(Document document, Consumer<@Nullable Object> consumer) {
        walk(document, 0, consumer);
    }

    private void walk(@Nullable Object value, int step, Consumer<@Nullable Object> consumer) {
        if (step == steps.size()) {
            if (value instanceof List<?> elements) {
                elements.forEach(consumer);
            } else if (!(value instanceof Missing)) {
                consumer.accept(value);
            }
        } else if (value instanceof Document document) {
            walk(document.getOrMissing(steps.get(step)), step + 1, consumer);
        } else if (value instanceof List<?> elements) {
            int position = DocumentKeys.position(steps.get(step));
            if (position >= 0) {
                walk(position < elements.size() ? elements.get(position) : Missing.getInstance(), step + 1, consumer);
            } else {
                elements.stream().filter(Document.class::isInstance).forEach(element -> walk(element, step, consumer));
            }
        }
    }
}
