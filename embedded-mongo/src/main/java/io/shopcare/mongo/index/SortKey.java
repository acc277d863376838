package io.shopcare.mongo.index;

import java.util.ArrayList;
import java.util.List;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;

/** Bytes that order documents as a sort specification does: of an array the least (or greatest) element counts. */
public final class SortKey {

    private final List<IndexField> fields = new ArrayList<>();

    public SortKey(Document sort) {
        sort.forEach((path, direction) -> fields.add(IndexField.of(path, ((Number) direction).doubleValue() > 0)));
    }

    public byte[] of(Document document) {
        try {
            return new DocumentKeys(fields, false, new boolean[fields.size()]).of(document).first().bytes();
        } catch (MongoServerError parallelArrays) {
            throw new MongoServerError(2, "BadValue", "cannot sort with keys that are parallel arrays");
        }
    }
}
