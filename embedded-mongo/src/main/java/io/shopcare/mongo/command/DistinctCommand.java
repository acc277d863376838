package io.shopcare.mongo.command;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import org.jspecify.annotations.Nullable;

import io.shopcare.mongo.plan.DistinctRun;
import io.shopcare.mongo.plan.Query;
import io.shopcare.mongo.query.Filter;
import io.shopcare.mongo.store.StoredCollection;
import io.shopcare.mongo.values.BsonOrder;

final class DistinctCommand implements Command {

    private final Engine engine;

    DistinctCommand(Engine engine) {
        this.engine = engine;
    }

    @Override
    public Document run(Request request) {
        Query query = query(request);
        Filter filter = Filter.parse(query.filter(), engine.names(null));
        String key = key(request);
        StoredCollection collection = engine.catalog().find(request.namespace());
        Collection<@Nullable Object> values = new TreeSet<>(BsonOrder.ASCENDING);
        if (collection != null) {
            try (DistinctRun run = DistinctRun.open(engine.store(), collection, query, filter, key)) {
                run.forEachValue(values::add);
            }
        }
        List<@Nullable Object> list = new ArrayList<>(values);
        return new Document("values", list);
    }

    static String key(Request request) {
        if (!(request.body().get("key") instanceof String key)) {
            throw new MongoServerError(14, "TypeMismatch",
                    "BSON field 'distinct.key' is the wrong type, expected type 'string'");
        }
        return key;
    }

    static Query query(Request request) {
        return new Query(request.document("query"), new Document(), 0, 0, request.body().get("hint"),
                request.deadline());
    }
}
