package io.shopcare.order.parcels;

/** Compares a weighing with what was expected: tolerance max(50 g, 5 %) (rules.md, Logistics). */
record WeightCheck(int expected, int weighed) {
    private static final int LEAST_TOLERANCE = 50;
    private static final int PER_CENT = 5;

    /** Greatest difference allowed, in grams. */
    int tolerance() {
        return Math.max(LEAST_TOLERANCE, Math.toIntExact((long) expected * PER_CENT / 100));
    }

    boolean isWithin() {
        return Math.abs((long) weighed - expected) <= tolerance();
    }
}
