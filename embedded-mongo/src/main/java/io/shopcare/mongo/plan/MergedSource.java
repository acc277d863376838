package io.shopcare.mongo.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

import io.shopcare.mongo.store.EntryScan;
import io.shopcare.mongo.store.ReadView;

/** Several ranges at a time, merged by what follows their equalities, which is the order asked for. */
final class MergedSource implements RecordSource {

    private final IndexPlan plan;
    private final Counters counters;
    private final List<EntryScan> scans = new ArrayList<>();
    private final PriorityQueue<Head> heads;

    MergedSource(IndexPlan plan, ReadView view, Counters counters) {
        this.plan = plan;
        this.counters = counters;
        Comparator<Head> order = (one, other) -> Arrays.compareUnsigned(one.key, one.prefix, one.key.length, other.key,
                other.prefix,
                other.key.length);
        heads = new PriorityQueue<>(Math.max(1, plan.ranges().size()),
                plan.sort().forward() ? order : order.reversed());
        for (KeyRange range : plan.ranges()) {
            EntryScan scan = view.scan(range.from(), range.to(), plan.sort().forward());
            scans.add(scan);
            advance(scan, range.prefix());
        }
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Head(EntryScan scan, byte[] key, int prefix) {}

    private void advance(EntryScan scan, int prefix) {
        if (scan.next()) {
            counters.keys++;
            heads.add(new Head(scan, scan.key(), prefix));
        }
    }

    @Override
    public long next() {
        for (Head head = heads.poll(); head != null; head = heads.poll()) {
            boolean passes = plan.check() == null || plan.check().passes(head.key);
            long record = passes ? IndexSource.record(plan, head.scan, head.key) : END;
            advance(head.scan, head.prefix);
            if (passes) {
                return record;
            }
        }
        return END;
    }

    @Override
    public void close() {
        scans.forEach(EntryScan::close);
    }
}
