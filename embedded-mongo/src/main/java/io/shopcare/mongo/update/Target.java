package io.shopcare.mongo.update;

import java.time.Instant;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

import io.shopcare.mongo.values.BsonOrder;
import io.shopcare.mongo.values.Code;
import io.shopcare.mongo.values.Values;

/** The place in the copy that an operator changes. */
record Target(Document document, String[] path, boolean insert, @Nullable Object id, Instant now) {

    void apply(Modifier modifier) {
        modifier.apply(this);
    }

    @Nullable
    Object value() {
        return FieldPath.get(document, path);
    }

    boolean isMissing() {
        return value() instanceof Missing;
    }

    String name() {
        return path[path.length - 1];
    }

    String dotted() {
        return String.join(".", path);
    }

    String documentName() {
        return "{_id: " + Values.show(BsonOrder.missingAsNull(id)) + "}";
    }

    void set(@Nullable Object value) {
        boolean touchesId = path[0].equals("_id") && !(id instanceof Missing);
        if (touchesId && !BsonOrder.equal(value(), value)) {
            throw immutable();
        }
        FieldPath.set(document, path, value);
    }

    void remove() {
        if (path[0].equals("_id") && !isMissing()) {
            throw immutable();
        }
        FieldPath.remove(document, path);
    }

    private RuntimeException immutable() {
        return Code.IMMUTABLE_FIELD.error("Performing an update on the path '" + dotted()
                + "' would modify the immutable field '_id'");
    }

    Target at(String[] other) {
        return new Target(document, other, insert, id, now);
    }
}
