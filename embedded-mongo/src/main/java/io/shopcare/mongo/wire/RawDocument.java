package io.shopcare.mongo.wire;

import de.bwaldvogel.mongo.bson.Document;

/** A document as it is stored. Answers copy its bytes instead of writing them anew; they are never changed. */
@SuppressWarnings("ArrayRecordComponent")
public record RawDocument(byte[] bytes) {

    public Document decode() {
        return BsonReader.read(bytes);
    }
}
