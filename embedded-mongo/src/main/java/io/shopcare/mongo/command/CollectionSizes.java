package io.shopcare.mongo.command;

import java.util.List;

import de.bwaldvogel.mongo.bson.Document;

import io.shopcare.mongo.plan.Query;
import io.shopcare.mongo.plan.QueryRun;
import io.shopcare.mongo.query.Filter;
import io.shopcare.mongo.store.StoredCollection;

/** How many bytes the documents of collections have. Reads them all: nobody asks often enough to keep count. */
final class CollectionSizes {

    private CollectionSizes() {}

    static long data(Engine engine, List<StoredCollection> collections) {
        Filter any = Filter.parse(new Document(), engine.names(null));
        long bytes = 0;
        for (StoredCollection collection : collections) {
            try (QueryRun run = QueryRun.open(engine.store(), collection, Query.all(new Document()), any)) {
                while (run.hasNext()) {
                    bytes += run.next().raw().bytes().length;
                }
            }
        }
        return bytes;
    }
}
