package io.shopcare.mongo.store;

import de.bwaldvogel.mongo.bson.Document;

/** What is to become of a document, decided while nobody else can change it. */
public sealed interface Edit {

    /** It stays as it is. */
    record Keep() implements Edit {}

    /** It is replaced by a new document; the one that was given is not changed. */
    record Write(Document document) implements Edit {}

    /** It is deleted. */
    record Remove() implements Edit {}
}
