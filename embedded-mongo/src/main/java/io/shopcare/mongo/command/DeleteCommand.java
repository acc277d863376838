package io.shopcare.mongo.command;

import java.util.ArrayList;
import java.util.List;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;

import io.shopcare.mongo.plan.Query;
import io.shopcare.mongo.query.Filter;
import io.shopcare.mongo.store.Edit;
import io.shopcare.mongo.store.StoredCollection;

final class DeleteCommand implements Command {

    private final Engine engine;
    private final DocumentWrites writes;

    DeleteCommand(Engine engine) {
        this.engine = engine;
        this.writes = new DocumentWrites(engine);
    }

    @Override
    public Document run(Request request) {
        boolean ordered = request.flag("ordered", true);
        int deleted = 0;
        List<Document> errors = new ArrayList<>();
        int index = 0;
        for (Document statement : request.documents("deletes")) {
            try {
                deleted += delete(request, statement);
            } catch (MongoServerError error) {
                errors.add(Answers.writeError(index, error));
                if (ordered) {
                    break;
                }
            }
            index++;
        }
        Document answer = new Document("n", deleted);
        if (!errors.isEmpty()) {
            answer.append("writeErrors", errors);
        }
        return answer;
    }

    private int delete(Request request, Document statement) {
        Query query = UpdateCommand.query(statement).before(request.deadline());
        Filter filter = Filter.parse(query.filter(), engine.names(request.optional("let")));
        long limit = Request.number(statement, "limit", 0);
        if (limit != 0 && limit != 1) {
            throw new MongoServerError(9, "FailedToParse",
                    "The limit field in delete objects must be 0 or 1. Got " + limit);
        }
        StoredCollection collection = engine.catalog().find(request.namespace());
        if (collection == null) {
            return 0;
        }
        if (limit == 1) {
            return writes.first(collection, query, filter, _ -> new Edit.Remove()) == null ? 0 : 1;
        }
        return writes.all(collection, query, filter, _ -> new Edit.Remove()).matched();
    }
}
