package io.shopcare.mongo.plan;

import java.util.Arrays;

/** Values of a field from one to another, as ascending key bytes. Bounds need not be whole values. */
@SuppressWarnings("ArrayRecordComponent")
record Interval(byte[] low, boolean lowInclusive, byte[] high, boolean highInclusive) {

    static Interval point(byte[] value) {
        return new Interval(value, true, value, true);
    }

    boolean isPoint() {
        return lowInclusive && highInclusive && Arrays.equals(low, high);
    }

    boolean isEmpty() {
        int order = Arrays.compareUnsigned(low, high);
        return order > 0 || order == 0 && !(lowInclusive && highInclusive);
    }

    Interval intersect(Interval other) {
        int lows = compareLow(other);
        int highs = compareHigh(other);
        Interval lower = lows >= 0 ? this : other;
        Interval upper = highs <= 0 ? this : other;
        return new Interval(lower.low, lower.lowInclusive, upper.high, upper.highInclusive);
    }

    int compareLow(Interval other) {
        int order = Arrays.compareUnsigned(low, other.low);
        return order != 0 ? order : Boolean.compare(other.lowInclusive, lowInclusive);
    }

    int compareHigh(Interval other) {
        int order = Arrays.compareUnsigned(high, other.high);
        return order != 0 ? order : Boolean.compare(highInclusive, other.highInclusive);
    }

    boolean contains(Interval other) {
        return compareLow(other) <= 0 && compareHigh(other) >= 0;
    }

    /** Whether the value (as key bytes) lies in it. */
    boolean contains(byte[] value) {
        int low0 = Arrays.compareUnsigned(value, low);
        int high0 = Arrays.compareUnsigned(value, high);
        return (low0 > 0 || low0 == 0 && lowInclusive) && (high0 < 0 || high0 == 0 && highInclusive);
    }

    /** Whether the next interval begins where this one has not ended yet. */
    boolean reaches(Interval next) {
        int order = Arrays.compareUnsigned(high, next.low);
        return order > 0 || order == 0 && (highInclusive || next.lowInclusive);
    }
}
