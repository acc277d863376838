package io.shopcare.order.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Counts rows that are done, a batch at a time, so that a reader that dies costs the next one a batch to look at again.
 */
final class Rows {
    private static final int IN_A_BATCH = 40;

    private final Consumer<OrderImport.Batch> keep;
    private final List<BadRow> bad = new ArrayList<>();
    private long from;
    private long to;
    private int placed;
    private int repeated;

    /** @param done rows that are counted already */
    Rows(long done, Consumer<OrderImport.Batch> keep) {
        this.from = done;
        this.to = done;
        this.keep = keep;
    }

    /** Rows up to here are counted. */
    long counted() {
        return from;
    }

    /** Something new came of the last rows. */
    void placed() {
        placed++;
    }

    /** What the last rows say was there already. */
    void repeated() {
        repeated++;
    }

    void bad(BadRow row) {
        bad.add(row);
    }

    /** So many rows are done. */
    void done(int rows) {
        to += rows;
        if (to - from >= IN_A_BATCH)
            keep();
    }

    /** The file is at its end. */
    void end() {
        if (to > from)
            keep();
    }

    private void keep() {
        keep.accept(new OrderImport.Batch(from, to, placed, repeated, List.copyOf(bad)));
        from = to;
        placed = 0;
        repeated = 0;
        bad.clear();
    }
}
