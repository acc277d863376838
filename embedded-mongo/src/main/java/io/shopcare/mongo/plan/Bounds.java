package io.shopcare.mongo.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The values that a field may have in documents that match: ascending intervals that do not touch. {@code exact}: a
 * document with such a value does match. {@code element}: the $elemMatch they come from, so that bounds of several fields
 * are known to speak of the same array element.
 */
record Bounds(List<Interval> intervals, boolean exact, @Nullable Object element) {

    static Bounds of(Collection<Interval> intervals, boolean exact) {
        return new Bounds(merged(intervals), exact, null);
    }

    static Bounds of(Interval interval, boolean exact) {
        return of(List.of(interval), exact);
    }

    boolean allPoints() {
        return intervals.stream().allMatch(Interval::isPoint);
    }

    boolean isSinglePoint() {
        return intervals.size() == 1 && intervals.getFirst().isPoint();
    }

    Bounds within(Object elementMatch) {
        return new Bounds(intervals, false, elementMatch);
    }

    Bounds inexact() {
        return new Bounds(intervals, false, element);
    }

    /** Both hold of the same value. */
    Bounds intersect(Bounds other) {
        List<Interval> common = new ArrayList<>();
        for (Interval one : intervals) {
            for (Interval two : other.intervals) {
                Interval both = one.intersect(two);
                if (!both.isEmpty()) {
                    common.add(both);
                }
            }
        }
        return of(common, exact && other.exact);
    }

    Bounds union(Bounds other) {
        List<Interval> all = new ArrayList<>(intervals);
        all.addAll(other.intervals);
        return of(all, exact && other.exact);
    }

    /** Of two that may hold of different array elements, the one that leaves less to look through. */
    Bounds narrower(Bounds other) {
        return (weight() <= other.weight() ? this : other).inexact();
    }

    private int weight() {
        return allPoints() ? intervals.size() : 1_000_000 + intervals.size();
    }

    boolean contains(Bounds other) {
        return other.intervals.stream().allMatch(inner -> intervals.stream().anyMatch(outer -> outer.contains(inner)));
    }

    boolean contains(byte[] value) {
        return intervals.stream().anyMatch(interval -> interval.contains(value));
    }

    private static List<Interval> merged(Collection<Interval> intervals) {
        List<Interval> sorted = intervals.stream().filter(interval -> !interval.isEmpty()).sorted(Interval::compareLow)
                .toList();
        List<Interval> merged = new ArrayList<>();
        for (Interval next : sorted) {
            if (!merged.isEmpty() && merged.getLast().reaches(next)) {
                Interval last = merged.removeLast();
                Interval upper = last.compareHigh(next) >= 0 ? last : next;
                merged.add(new Interval(last.low(), last.lowInclusive(), upper.high(), upper.highInclusive()));
            } else {
                merged.add(next);
            }
        }
        return List.copyOf(merged);
    }
}
