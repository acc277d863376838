package io.shopcare.mongo.command;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import org.jspecify.annotations.Nullable;

import io.shopcare.mongo.plan.Query;
import io.shopcare.mongo.query.Filter;
import io.shopcare.mongo.query.Projection;
import io.shopcare.mongo.store.Edit;
import io.shopcare.mongo.store.Edited;
import io.shopcare.mongo.store.StoredCollection;

final class FindAndModifyCommand implements Command {

    private final Engine engine;

    FindAndModifyCommand(Engine engine) {
        this.engine = engine;
    }

    @Override
    public Document run(Request request) {
        boolean remove = request.flag("remove", false);
        if (remove && request.body().get("update") != null) {
            throw new MongoServerError(9, "FailedToParse", "Cannot specify both an update and remove=true");
        }
        if (remove && (request.flag("new", false) || request.flag("upsert", false))) {
            throw new MongoServerError(9, "FailedToParse",
                    "Cannot specify both new=true and remove=true; 'remove' always returns the deleted document");
        }
        if (!remove && request.body().get("update") == null) {
            throw new MongoServerError(9, "FailedToParse", "Either an update or remove=true must be specified");
        }
        return remove ? remove(request) : update(request);
    }

    static Query query(Request request) {
        return new Query(request.document("query"), FindRequest.sort(request.document("sort")), 0, 0,
                request.body().get("hint"), request.deadline());
    }

    private Document remove(Request request) {
        Query query = query(request);
        Filter filter = Filter.parse(query.filter(), engine.names(request.optional("let")));
        StoredCollection collection = engine.catalog().find(request.namespace());
        Edited edited = collection == null
                ? null
                : new DocumentWrites(engine).first(collection, query, filter, _ -> new Edit.Remove());
        return new Document("lastErrorObject", new Document("n", edited == null ? 0 : 1)).append("value",
                edited == null ? null : projected(request, edited.before(), edited.before()));
    }

    private Document update(Request request) {
        boolean after = request.flag("new", false);
        Updates.Outcome outcome = new Updates(engine, request.namespace(), query(request), request.body().get("update"),
                request.documents("arrayFilters"), request.optional("let")).one(request.flag("upsert", false));
        Edited edited = outcome.edited();
        Document inserted = outcome.inserted();
        Document status = new Document("n", edited == null && inserted == null ? 0 : 1).append("updatedExisting",
                edited != null);
        if (inserted != null) {
            status.append("upserted", inserted.get("_id"));
        }
        Document value = edited == null ? after ? inserted : null : after ? edited.after() : edited.before();
        return new Document("lastErrorObject", status).append("value",
                value == null ? null : projected(request, value, edited == null ? value : edited.before()));
    }

    private Document projected(Request request, Document document, Document matched) {
        @Nullable
        Document fields = request.optional("fields");
        if (fields == null || fields.isEmpty()) {
            return document;
        }
        return Projection.ofFind(fields, request.document("query"), engine.names(request.optional("let")))
                .apply(document, matched);
    }
}
