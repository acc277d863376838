package io.shopcare.mongo.plan;

import java.util.List;

/** One source after the other. */
final class ChainedSource implements RecordSource {

    private final List<RecordSource> sources;
    private int current;

    ChainedSource(List<RecordSource> sources) {
        this.sources = sources;
    }

    @Override
    public long next() {
        while (current < sources.size()) {
            long record = sources.get(current).next();
            if (record != END) {
                return record;
            }
            current++;
        }
        return END;
    }

    @Override
    public void close() {
        sources.forEach(RecordSource::close);
    }
}
