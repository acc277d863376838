package io.shopcare.mongo.plan;

import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

import io.shopcare.mongo.wire.BsonReader;
import io.shopcare.mongo.wire.RawDocument;

/** A document that was found, as it was when the query began. Decoded when somebody looks into it. */
public final class Found {

    private final long record;
    private final byte[] bytes;
    private @Nullable Document document;

    Found(long record, byte[] bytes) {
        this.record = record;
        this.bytes = bytes;
    }

    public long record() {
        return record;
    }

    public RawDocument raw() {
        return new RawDocument(bytes);
    }

    public Document document() {
        Document decoded = document;
        if (decoded == null) {
            decoded = BsonReader.read(bytes);
            document = decoded;
        }
        return decoded;
    }

    int size() {
        return bytes.length;
    }

    /** Gives up what can be made again. */
    Found compact() {
        document = null;
        return this;
    }
}
