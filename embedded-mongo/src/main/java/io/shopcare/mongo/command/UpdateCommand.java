package io.shopcare.mongo.command;

import java.util.ArrayList;
import java.util.List;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;

import io.shopcare.mongo.plan.Query;

final class UpdateCommand implements Command {

    private final Engine engine;

    UpdateCommand(Engine engine) {
        this.engine = engine;
    }

    @Override
    public Document run(Request request) {
        boolean ordered = request.flag("ordered", true);
        int matched = 0;
        int modified = 0;
        List<Document> upserted = new ArrayList<>();
        List<Document> errors = new ArrayList<>();
        int index = 0;
        for (Document statement : request.documents("updates")) {
            try {
                Updates.Outcome outcome = update(request, statement);
                matched += outcome.matched();
                modified += outcome.modified();
                Document inserted = outcome.inserted();
                if (inserted != null) {
                    upserted.add(new Document("index", index).append("_id", inserted.get("_id")));
                }
            } catch (MongoServerError error) {
                errors.add(Answers.writeError(index, error));
                if (ordered) {
                    break;
                }
            }
            index++;
        }
        Document answer = new Document("n", matched + upserted.size()).append("nModified", modified);
        if (!upserted.isEmpty()) {
            answer.append("upserted", upserted);
        }
        if (!errors.isEmpty()) {
            answer.append("writeErrors", errors);
        }
        return answer;
    }

    private Updates.Outcome update(Request request, Document statement) {
        Updates updates = new Updates(engine, request.namespace(), query(statement).before(request.deadline()),
                statement.get("u"),
                Request.documents(statement, "arrayFilters"), request.optional("let"));
        boolean upsert = Request.flag(statement, "upsert", false);
        return Request.flag(statement, "multi", false) ? updates.many(upsert) : updates.one(upsert);
    }

    static Query query(Document statement) {
        Document filter = Request.typed(statement, "q", Document.class, "object");
        Document sort = Request.typed(statement, "sort", Document.class, "object");
        return new Query(filter == null ? new Document() : filter,
                sort == null ? new Document() : FindRequest.sort(sort), 0, 0,
                statement.get("hint"));
    }
}
