package io.shopcare.mongo.command;

import java.util.ArrayList;
import java.util.List;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;

import io.shopcare.mongo.store.Namespace;

final class InsertCommand implements Command {

    private final DocumentWrites writes;

    InsertCommand(Engine engine) {
        this.writes = new DocumentWrites(engine);
    }

    @Override
    public Document run(Request request) {
        Namespace namespace = request.namespace();
        boolean ordered = request.flag("ordered", true);
        List<Document> errors = new ArrayList<>();
        int inserted = 0;
        int index = 0;
        for (Document document : request.documents("documents")) {
            try {
                writes.insert(namespace, document);
                inserted++;
            } catch (MongoServerError error) {
                errors.add(Answers.writeError(index, error));
                if (ordered) {
                    break;
                }
            }
            index++;
        }
        Document answer = new Document("n", inserted);
        if (!errors.isEmpty()) {
            answer.append("writeErrors", errors);
        }
        return answer;
    }
}
