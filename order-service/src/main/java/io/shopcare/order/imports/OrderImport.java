package io.shopcare.order.imports;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.shopcare.platform.store.Decision;
import io.shopcare.platform.store.Rejection;
import io.shopcare.platform.store.Rider;

/**
 * The import of one file. It remembers how many rows are done, so that whoever goes on after a crash begins there; an
 * order that was placed just before the crash is recognised by its number.
 *
 * @param platform that the orders come from, or the system that owns the catalogue
 * @param fileId   where the sheet is kept
 * @param problem  reason code when it failed; null otherwise
 * @param worker   who reads it now
 * @param leasedTo until when nobody else does
 */
public record OrderImport(String importId, ImportKind kind, String shop, String platform, String fileName,
        String fileId,
        ImportState state, Progress progress, @Nullable String problem, String startedBy, Instant startedAt,
        @Nullable Instant finishedAt, @Nullable String worker, @Nullable Instant leasedTo) {
    @SuppressWarnings({"NullAway", "ConstantConditions"}) // imports that were begun before are all of orders
    public OrderImport {
        kind = kind == null ? ImportKind.ORDERS : kind;
    }

    /** Collection of the rows that could not be taken. */
    static final String BAD_ROWS = "import_rows";

    /**
     * @param rows     read so far: where the next reader begins
     * @param placed   orders that this import brought
     * @param repeated orders that were there already
     * @param bad      rows that could not be taken
     */
    public record Progress(long rows, long placed, long repeated, long bad) {
        static final Progress NOTHING = new Progress(0, 0, 0, 0);

        Progress plus(Batch batch) {
            return new Progress(batch.to(), placed + batch.placed(), repeated + batch.repeated(),
                    bad + batch.bad().size());
        }
    }

    /** What came of the rows after {@code from} up to {@code to}. */
    record Batch(long from, long to, int placed, int repeated, List<BadRow> bad) {}

    static Decision<OrderImport> start(String importId, ImportKind kind, String shop, String platform, String fileName,
            String fileId,
            String startedBy, Instant now) {
        return Decision.accept(new OrderImport(importId, kind, shop, platform, fileName, fileId, ImportState.RUNNING,
                Progress.NOTHING, null, startedBy, now, null, null, now));
    }

    /** Somebody wants to read on; refused while another does. */
    Decision<OrderImport> take(String reader, Instant now, Duration lease) {
        boolean isTaken = leasedTo != null && leasedTo.isAfter(now) && !reader.equals(worker);
        if (state != ImportState.RUNNING || isTaken)
            return Decision.reject(Rejection.notNow("import-taken"));
        return Decision.accept(with(progress, reader, now.plus(lease)));
    }

    /** Counts a batch, once: a reader that was overtaken counts nothing. */
    Decision<OrderImport> advance(Batch batch, String reader, Instant now, Duration lease) {
        if (state != ImportState.RUNNING || !reader.equals(worker) || batch.from() != progress.rows())
            return Decision.reject(Rejection.notNow("import-taken"));
        var decision = Decision.accept(with(progress.plus(batch), reader, now.plus(lease)));
        for (var row : batch.bad())
            decision = decision.filing(new Rider(BAD_ROWS, Rider.number(row.line()), row));
        return decision;
    }

    Decision<OrderImport> finish(String reader, Instant now) {
        return reader.equals(worker) && state == ImportState.RUNNING
                ? Decision.accept(ended(ImportState.FINISHED, null, now))
                : Decision.unchanged(this);
    }

    /** The file breaks off or is no sheet. */
    Decision<OrderImport> fail(String reader, String reason, Instant now) {
        return reader.equals(worker) && state == ImportState.RUNNING
                ? Decision.accept(ended(ImportState.FAILED, reason, now))
                : Decision.unchanged(this);
    }

    private OrderImport with(Progress next, String reader, Instant until) {
        return new OrderImport(importId, kind, shop, platform, fileName, fileId, state, next, problem, startedBy,
                startedAt,
                finishedAt, reader, until);
    }

    private OrderImport ended(ImportState end, @Nullable String reason, Instant now) {
        return new OrderImport(importId, kind, shop, platform, fileName, fileId, state.to(end), progress, reason,
                startedBy,
                startedAt, now, null, null);
    }
}
