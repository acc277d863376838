package io.shopcare.order.imports;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.shopcare.platform.parking.Failures;

/**
 * Counts rows that are done, a batch at a time, so that a reader that dies costs the next one a batch to look at again.
 */
final class Rows {
    private static final Logger log = LoggerFactory.getLogger(Rows.class);
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

    /** What fails by itself is a bad row, so that the rest is read; what is around it stops the reader, who comes back. */
    void each(long line, @Nullable String number, Runnable taking) {
        try {
            taking.run();
        } catch (RuntimeException e) {
            bad(defect(line, number, e));
        }
    }

    /** A row that could not be taken for a reason of its own; anything else is thrown on. */
    static BadRow defect(long line, @Nullable String number, RuntimeException e) {
        if (Failures.areAround(e) || e instanceof UncheckedIOException)
            throw e;
        log.warn("line {} can't be taken: {}", line, e.getClass().getName()); // what it says may quote the row
        return new BadRow(line, number, "row-not-taken", Map.of());
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
