package io.shopcare.mongo.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import io.shopcare.mongo.index.Index;
import io.shopcare.mongo.index.IndexField;
import io.shopcare.mongo.store.Keys;

/** Turns the bounds of an index's fields into ranges of its keys: equalities first, then one range. */
final class KeyRanges {

    private static final int MOST_PREFIXES = 200;

    private final Index index;
    private final List<@Nullable Bounds> bounds;
    private List<byte[]> prefixes = new ArrayList<>();
    private int equalities;

    KeyRanges(Index index, List<@Nullable Bounds> bounds) {
        this.index = index;
        this.bounds = bounds;
        prefixes.add(Keys.entries(index.id()));
        expandEqualities();
    }

    /** How many leading fields are bound to single values. */
    int equalities() {
        return equalities;
    }

    private void expandEqualities() {
        for (Bounds field : bounds) {
            if (field == null || !field.allPoints()
                    || (long) prefixes.size() * field.intervals().size() > MOST_PREFIXES) {
                return;
            }
            List<byte[]> longer = new ArrayList<>();
            for (byte[] prefix : prefixes) {
                for (Interval interval : ordered(field, equalities)) {
                    longer.add(concat(prefix, directed(interval.low(), equalities)));
                }
            }
            prefixes = longer;
            equalities++;
        }
    }

    /** In the order of the index. */
    List<KeyRange> ranges() {
        Bounds range = equalities < bounds.size() ? bounds.get(equalities) : null;
        List<KeyRange> ranges = new ArrayList<>();
        for (byte[] prefix : prefixes) {
            if (range == null) {
                ranges.add(new KeyRange(prefix, Objects.requireNonNull(Keys.after(prefix)), prefix.length));
            } else {
                ordered(range, equalities).forEach(interval -> ranges.add(range(prefix, interval)));
            }
        }
        return ranges;
    }

    private KeyRange range(byte[] prefix, Interval interval) {
        boolean ascending = field(equalities).ascending();
        byte[] first = concat(prefix, directed(ascending ? interval.low() : interval.high(), equalities));
        byte[] last = concat(prefix, directed(ascending ? interval.high() : interval.low(), equalities));
        boolean firstInclusive = ascending ? interval.lowInclusive() : interval.highInclusive();
        boolean lastInclusive = ascending ? interval.highInclusive() : interval.lowInclusive();
        return new KeyRange(firstInclusive ? first : Objects.requireNonNull(Keys.after(first)),
                lastInclusive ? Objects.requireNonNull(Keys.after(last)) : last, prefix.length);
    }

    private List<Interval> ordered(Bounds field, int position) {
        return field(position).ascending() ? field.intervals() : field.intervals().reversed();
    }

    private IndexField field(int position) {
        return index.definition().fields().get(position);
    }

    private byte[] directed(byte[] value, int position) {
        if (field(position).ascending()) {
            return value;
        }
        byte[] inverted = value.clone();
        for (int i = 0; i < inverted.length; i++) {
            inverted[i] = (byte) ~inverted[i];
        }
        return inverted;
    }

    private static byte[] concat(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }
}
