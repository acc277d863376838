package io.shopcare.mongo.plan;

import io.shopcare.mongo.store.EntryScan;
import io.shopcare.mongo.store.Keys;

/** All documents of a collection in the order they were inserted. */
final class DocumentSource implements RecordSource {

    private final EntryScan scan;

    DocumentSource(EntryScan scan) {
        this.scan = scan;
    }

    @Override
    public long next() {
        return scan.next() ? Keys.longAt(scan.key(), scan.key().length - Keys.RECORD_BYTES) : END;
    }

    @Override
    public byte[] bytes() {
        return scan.value();
    }

    @Override
    public void close() {
        scan.close();
    }
}
