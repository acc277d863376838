package io.shopcare.mongo.plan;

import java.util.List;
import java.util.Map;

import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

import io.shopcare.mongo.index.Index;
import io.shopcare.mongo.index.IndexField;

/**
 * Whether an index gives documents in the order asked for, and how it is to be walked. {@code merge}: there are several
 * equalities before the sorted fields, so the ranges are merged.
 */
record SortFit(boolean provided, boolean forward, boolean merge) {

    private static final SortFit NONE = new SortFit(false, true, false);

    static SortFit of(Index index, List<@Nullable Bounds> bounds, int equalities, Document sort) {
        if (sort.isEmpty()) {
            return new SortFit(true, true, false);
        }
        List<IndexField> fields = index.definition().fields();
        Boolean forward = null;
        boolean merge = false;
        int field = 0;
        for (Map.Entry<String, Object> key : sort.entrySet()) {
            while (field < fields.size() && !fields.get(field).path().equals(key.getKey()) && field < equalities) {
                if (!isConstant(index, bounds, field)) {
                    if (forward != null) {
                        return NONE;
                    }
                    merge = true;
                }
                field++;
            }
            if (field >= fields.size() || !fields.get(field).path().equals(key.getKey())) {
                if (isConstantPath(index, bounds, key.getKey())) {
                    continue;
                }
                return NONE;
            }
            if (index.isMultikey(field) && isArrayBound(index, bounds)) {
                return NONE;
            }
            boolean sameDirection = fields.get(field).ascending() == ((Number) key.getValue()).doubleValue() > 0;
            boolean constant = isConstant(index, bounds, field);
            if (!constant && forward != null && forward != sameDirection) {
                return NONE;
            }
            forward = constant ? forward : Boolean.valueOf(sameDirection);
            field++;
        }
        return new SortFit(true, forward == null || forward, merge && forward != null);
    }

    /** Then keys are of the elements that match, while a sort goes by the least or greatest element of all. */
    private static boolean isArrayBound(Index index, List<@Nullable Bounds> bounds) {
        for (int i = 0; i < bounds.size(); i++) {
            if (index.isMultikey(i) && bounds.get(i) != null) {
                return true;
            }
        }
        return false;
    }

    private static boolean isConstantPath(Index index, List<@Nullable Bounds> bounds, String path) {
        for (int i = 0; i < bounds.size(); i++) {
            if (index.definition().fields().get(i).path().equals(path)) {
                return !index.isMultikey(i) && isConstant(index, bounds, i);
            }
        }
        return false;
    }

    /** Equal in all documents found; an array with the value may have others too, but the key has only this one. */
    private static boolean isConstant(Index index, List<@Nullable Bounds> bounds, int field) {
        Bounds bound = bounds.get(field);
        return bound != null && bound.isSinglePoint();
    }
}
