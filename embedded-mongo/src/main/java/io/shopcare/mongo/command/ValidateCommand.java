package io.shopcare.mongo.command;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;

import io.shopcare.mongo.store.IntegrityCheck;
import io.shopcare.mongo.store.StoredCollection;

/** Walks a collection and its indexes both ways. */
final class ValidateCommand implements Command {

    private final Engine engine;

    ValidateCommand(Engine engine) {
        this.engine = engine;
    }

    @Override
    public Document run(Request request) {
        StoredCollection collection = engine.catalog().find(request.namespace());
        if (collection == null) {
            throw new MongoServerError(26, "NamespaceNotFound",
                    "Collection '" + request.namespace() + "' does not exist to validate.");
        }
        IntegrityCheck.Report report = IntegrityCheck.of(engine.store(), collection);
        Document keys = new Document();
        report.entries().forEach(keys::append);
        return new Document("ns", request.namespace().toString()).append("nrecords", report.documents())
                .append("nIndexes", keys.size())
                .append("keysPerIndex", keys).append("valid", report.faults().isEmpty())
                .append("errors", report.faults());
    }
}
