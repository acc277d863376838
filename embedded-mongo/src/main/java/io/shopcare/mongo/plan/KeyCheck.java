package io.shopcare.mongo.plan;

import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.shopcare.mongo.index.Index;
import io.shopcare.mongo.index.IndexField;
import io.shopcare.mongo.index.KeyReader;

/** Bounds of fields behind the range: looked up in the key, before the document is fetched. */
final class KeyCheck {

    private static final int KEY_START = 1 + Integer.BYTES;

    private final List<IndexField> fields;
    private final List<@Nullable Bounds> bounds;
    private final int first;
    private final int last;

    private KeyCheck(List<IndexField> fields, List<@Nullable Bounds> bounds, int first, int last) {
        this.fields = fields;
        this.bounds = bounds;
        this.first = first;
        this.last = last;
    }

    /** Null when the ranges say it all. */
    static @Nullable KeyCheck behind(Index index, List<@Nullable Bounds> bounds, int equalities) {
        int last = -1;
        for (int i = equalities + 1; i < bounds.size(); i++) {
            if (bounds.get(i) != null) {
                last = i;
            }
        }
        return last < 0 ? null : new KeyCheck(index.definition().fields(), bounds, equalities + 1, last);
    }

    boolean passes(byte[] key) {
        int at = KEY_START;
        for (int i = 0; i <= last; i++) {
            boolean ascending = fields.get(i).ascending();
            int end = KeyReader.end(key, at, ascending);
            Bounds wanted = i < first ? null : bounds.get(i);
            if (wanted != null && !wanted.contains(value(key, at, end, ascending))) {
                return false;
            }
            at = end;
        }
        return true;
    }

    private static byte[] value(byte[] key, int from, int to, boolean ascending) {
        byte[] value = Arrays.copyOfRange(key, from, to);
        if (!ascending) {
            for (int i = 0; i < value.length; i++) {
                value[i] = (byte) ~value[i];
            }
        }
        return value;
    }
}
