package io.shopcare.crm.scoring;

import org.jspecify.annotations.Nullable;

/**
 * What it takes to be in a group. A range that is not given does not matter.
 *
 * @param recency   scores
 * @param frequency scores
 * @param monetary  scores
 * @param ever      valid orders at any time
 */
record GroupRule(Group group, @Nullable Range recency, @Nullable Range frequency, @Nullable Range monetary,
        @Nullable Range ever) {

    /** From one number to another, both included; without an end where none is given. */
    record Range(int from, @Nullable Integer to) {
        boolean holds(int value) {
            return from <= value && (to == null || value <= to);
        }
    }

    boolean matches(int recencyScore, int frequencyScore, int monetaryScore, int ordersEver) {
        return holds(recency, recencyScore) && holds(frequency, frequencyScore) && holds(monetary, monetaryScore)
                && holds(ever, ordersEver);
    }

    private static boolean holds(@Nullable Range range, int value) {
        return range == null || range.holds(value);
    }
}
