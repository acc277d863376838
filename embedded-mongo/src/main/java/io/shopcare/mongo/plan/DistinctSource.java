package io.shopcare.mongo.plan;

import java.util.HashSet;
import java.util.Set;

/** Each record once, though several keys lead to it. */
final class DistinctSource implements RecordSource {

    private final RecordSource source;
    private final Set<Long> seen = new HashSet<>();

    DistinctSource(RecordSource source) {
        this.source = source;
    }

    @Override
    public long next() {
        long record = source.next();
        while (record != END && !seen.add(record)) {
            record = source.next();
        }
        return record;
    }

    @Override
    public void close() {
        source.close();
    }
}
