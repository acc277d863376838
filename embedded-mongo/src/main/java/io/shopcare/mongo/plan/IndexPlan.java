package io.shopcare.mongo.plan;

import java.util.ArrayList;
import java.util.List;

import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

import io.shopcare.mongo.index.Index;
import io.shopcare.mongo.index.IndexField;

/** How an index would serve a query. */
record IndexPlan(Index index, List<@Nullable Bounds> bounds, List<KeyRange> ranges, int equalities,
        @Nullable KeyCheck check,
        SortFit sort) implements Access {

    private static final int MOST_MERGED = 64;

    static IndexPlan of(Index index, Query query) {
        List<@Nullable Bounds> bounds = bounds(index, query.filter());
        KeyRanges keys = new KeyRanges(index, bounds);
        List<KeyRange> ranges = keys.ranges();
        SortFit sort = SortFit.of(index, bounds, keys.equalities(), query.sort());
        if (sort.merge() && ranges.size() > MOST_MERGED) {
            sort = new SortFit(false, true, false);
        }
        return new IndexPlan(index, bounds, ranges, keys.equalities(),
                KeyCheck.behind(index, bounds, keys.equalities()), sort);
    }

    /**
     * In one key, fields of the same array speak of the same element; conditions that may hold of different elements may
     * not both be looked for in one key.
     */
    private static List<@Nullable Bounds> bounds(Index index, Document filter) {
        List<@Nullable Bounds> all = new ArrayList<>();
        Bounds ofArray = null;
        List<IndexField> fields = index.definition().fields();
        for (int i = 0; i < fields.size(); i++) {
            Bounds bounds = new FilterBounds(fields.get(i).path(), index.isMultikey(i)).of(filter);
            if (bounds != null && index.isMultikey(i)) {
                if (ofArray != null && (bounds.element() == null || bounds.element() != ofArray.element())) {
                    bounds = null;
                } else {
                    ofArray = bounds;
                }
            }
            all.add(bounds);
        }
        return all;
    }

    boolean hasRange() {
        return equalities < bounds.size() && bounds.get(equalities) != null;
    }

    boolean isBounded() {
        return equalities > 0 || hasRange();
    }

    /** One key at most, to be fetched without a walk. */
    boolean isPoint() {
        return index.unique() && equalities == bounds.size() && ranges.size() == 1;
    }

    /** Whether every document with a key in the ranges matches, so that keys alone can be counted. */
    boolean covers(Document filter) {
        return Coverage.covers(this, filter);
    }
}
