package io.shopcare.mongo.command;

import de.bwaldvogel.mongo.bson.Document;

import io.shopcare.mongo.plan.Query;
import io.shopcare.mongo.plan.QueryRun;
import io.shopcare.mongo.query.Filter;
import io.shopcare.mongo.store.StoredCollection;

final class CountCommand implements Command {

    private final Engine engine;

    CountCommand(Engine engine) {
        this.engine = engine;
    }

    @Override
    public Document run(Request request) {
        Query query = query(request);
        Filter filter = Filter.parse(query.filter(), engine.names(null));
        StoredCollection collection = engine.catalog().find(request.namespace());
        long count = collection == null ? 0 : count(collection, query, filter);
        return new Document("n", count <= Integer.MAX_VALUE ? (Object) (int) count : count);
    }

    static Query query(Request request) {
        return new Query(request.document("query"), new Document(), request.number("skip", 0),
                Math.abs(request.number("limit", 0)),
                request.body().get("hint"), request.deadline());
    }

    private long count(StoredCollection collection, Query query, Filter filter) {
        if (query.filter().isEmpty() && query.hint() == null) {
            long rest = Math.max(0, collection.count() - query.skip());
            return query.limit() > 0 ? Math.min(query.limit(), rest) : rest;
        }
        try (QueryRun run = QueryRun.open(engine.store(), collection, query, filter)) {
            return run.count();
        }
    }
}
