package io.shopcare.mongo.plan;

import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.shopcare.mongo.store.EntryScan;
import io.shopcare.mongo.store.Keys;
import io.shopcare.mongo.store.ReadView;

/** The entries of an index, range after range. */
final class IndexSource implements RecordSource {

    private final IndexPlan plan;
    private final List<KeyRange> ranges;
    private final Counters counters;
    private final @Nullable EntryScan scan;
    private int next;
    private boolean inRange;

    IndexSource(IndexPlan plan, ReadView view, Counters counters) {
        this.plan = plan;
        this.counters = counters;
        boolean forward = plan.sort().forward();
        ranges = forward ? plan.ranges() : plan.ranges().reversed();
        scan = ranges.isEmpty()
                ? null
                : view.scan(plan.ranges().getFirst().from(), plan.ranges().getLast().to(), forward);
    }

    @Override
    public long next() {
        while (scan != null && (inRange ? scan.next() : begin(scan))) {
            byte[] key = scan.key();
            if (!isIn(ranges.get(next - 1), key)) {
                inRange = false;
                passOver(key, plan.sort().forward());
                continue;
            }
            counters.keys++;
            if (plan.check() == null || plan.check().passes(key)) {
                return record(plan, scan, key);
            }
        }
        return END;
    }

    /** At the first key of the next range that has one; false when there is none any more. */
    private boolean begin(EntryScan entries) {
        boolean forward = plan.sort().forward();
        while (next < ranges.size()) {
            KeyRange range = ranges.get(next++);
            boolean found = ranges.size() == 1
                    ? entries.next()
                    : entries.seek(forward ? range.from() : range.to());
            if (found && !forward && Arrays.compareUnsigned(entries.key(), range.to()) >= 0) {
                found = entries.next();
            }
            if (!found) {
                next = ranges.size(); // and nothing in those that come after it
                return false;
            }
            if (isIn(range, entries.key())) {
                inRange = true;
                return true;
            }
            passOver(entries.key(), forward);
        }
        return false;
    }

    /** Nothing lies between the last range and this key. */
    private void passOver(byte[] key, boolean forward) {
        while (next < ranges.size() && (forward
                ? Arrays.compareUnsigned(ranges.get(next).to(), key) <= 0
                : Arrays.compareUnsigned(ranges.get(next).from(), key) > 0)) {
            next++;
        }
    }

    private static boolean isIn(KeyRange range, byte[] key) {
        return Arrays.compareUnsigned(key, range.from()) >= 0 && Arrays.compareUnsigned(key, range.to()) < 0;
    }

    static long record(IndexPlan plan, EntryScan scan, byte[] key) {
        return plan.index().unique() ? Keys.longAt(scan.value(), 0) : Keys.longAt(key, key.length - Keys.RECORD_BYTES);
    }

    @Override
    public void close() {
        if (scan != null) {
            scan.close();
        }
    }
}
