package io.shopcare.mongo.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import io.shopcare.mongo.index.KeyWriter;
import io.shopcare.mongo.store.EntryScan;
import io.shopcare.mongo.store.Keys;
import io.shopcare.mongo.store.ReadView;
import io.shopcare.mongo.store.StoredCollection;

/** Opens an access. */
final class Sources {

    private Sources() {}

    static RecordSource open(Access access, StoredCollection collection, @Nullable ReadView view, Counters counters) {
        return switch (access) {
            case Access.IdHack hack -> single(collection.find(hack.index(), KeyWriter.encode(hack.id())), counters);
            case Access.CollectionScan scan ->
                new DocumentSource(scan(collection, Objects.requireNonNull(view), scan.forward()));
            case IndexPlan plan -> index(plan, collection, Objects.requireNonNull(view), counters);
            case Access.Either either -> {
                List<RecordSource> branches = new ArrayList<>();
                either.branches().forEach(
                        branch -> branches.add(index(branch, collection, Objects.requireNonNull(view), counters)));
                yield new DistinctSource(new ChainedSource(branches));
            }
        };
    }

    private static EntryScan scan(StoredCollection collection, ReadView view, boolean forward) {
        byte[] from = Keys.document(collection.id(), 0);
        return view.scan(from, Keys.document(collection.id(), -1), forward);
    }

    private static RecordSource index(IndexPlan plan, StoredCollection collection, ReadView view, Counters counters) {
        if (plan.isPoint()) {
            return new SingleSource(entry(plan, view), counters);
        }
        RecordSource source = plan.sort().merge()
                ? new MergedSource(plan, view, counters)
                : new IndexSource(plan, view, counters);
        return plan.index().isMultikey() ? new DistinctSource(source) : source;
    }

    private static long entry(IndexPlan plan, ReadView view) {
        byte[] record = view.get(plan.ranges().getFirst().from());
        return record == null ? RecordSource.END : Keys.longAt(record, 0);
    }

    private static RecordSource single(long record, Counters counters) {
        return new SingleSource(record, counters);
    }

    /** At most one record. */
    private static final class SingleSource implements RecordSource {

        private final Counters counters;
        private long record;

        SingleSource(long record, Counters counters) {
            this.record = record;
            this.counters = counters;
        }

        @Override
        public long next() {
            long one = record;
            record = END;
            if (one != END) {
                counters.keys++;
            }
            return one;
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
