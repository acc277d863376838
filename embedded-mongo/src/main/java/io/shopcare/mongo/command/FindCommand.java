package io.shopcare.mongo.command;

import java.util.List;

import de.bwaldvogel.mongo.bson.Document;

import io.shopcare.mongo.plan.QueryRun;
import io.shopcare.mongo.store.Namespace;
import io.shopcare.mongo.store.StoredCollection;

final class FindCommand implements Command {

    private static final long FIRST_BATCH = 101;

    private final Engine engine;

    FindCommand(Engine engine) {
        this.engine = engine;
    }

    @Override
    public Document run(Request request) {
        Namespace namespace = request.namespace();
        FindRequest find = FindRequest.of(request, engine);
        StoredCollection collection = engine.catalog().find(namespace);
        if (collection == null) {
            return Answers.singleBatch(namespace.toString(), List.of());
        }
        QueryRun run = QueryRun.open(engine.store(), collection, find.query(), find.filter());
        boolean single = request.flag("singleBatch", false) || request.number("limit", 0) < 0;
        Document answer = engine.cursors().first(new Results<>(run, find.form(), run), namespace.toString(),
                request.number("batchSize", FIRST_BATCH), single);
        run.liftDeadline();
        return answer;
    }
}
