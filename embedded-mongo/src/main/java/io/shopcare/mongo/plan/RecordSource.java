package io.shopcare.mongo.plan;

import org.jspecify.annotations.Nullable;

/** Record numbers, each once, in the order of the access. */
interface RecordSource extends AutoCloseable {

    long END = -1;

    /** The next record, or {@link #END}. */
    long next();

    /** The document of the record given last when it came along with it; else null. */
    default byte @Nullable [] bytes() {
        return null;
    }

    @Override
    void close();
}
