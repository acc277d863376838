package io.shopcare.mongo.command;

import java.util.List;
import java.util.stream.Stream;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;

import io.shopcare.mongo.aggregation.Pipeline;
import io.shopcare.mongo.values.Code;
import io.shopcare.mongo.wire.BsonWriter;
import io.shopcare.mongo.wire.RawDocument;

final class AggregateCommand implements Command {

    private static final long FIRST_BATCH = 101;
    private static final String NO_COLLECTION = "$cmd.aggregate";

    private final Engine engine;

    AggregateCommand(Engine engine) {
        this.engine = engine;
    }

    @Override
    public Document run(Request request) {
        if (request.flag("explain", false)) {
            return new ExplainCommand(engine).aggregate(request, "queryPlanner");
        }
        Document cursor = request.optional("cursor");
        if (cursor == null) {
            throw new MongoServerError(9, "FailedToParse",
                    "The 'cursor' option is required, except for aggregate with the explain argument");
        }
        Pipeline pipeline = Pipeline.parse(request.body().get("pipeline"), engine.names(request.optional("let")));
        String collection = collection(request);
        if (collection.isEmpty() && !pipeline.readsNoCollection()) {
            throw Code.INVALID_NAMESPACE
                    .error("{aggregate: 1} is not valid for this pipeline; a collection is required.");
        }
        CollectionSource source = new CollectionSource(engine, request);
        Stream<Document> documents = pipeline.run(source, collection);
        String namespace = request.database() + "." + (collection.isEmpty() ? NO_COLLECTION : collection);
        if (pipeline.writes()) {
            try (documents) {
                documents.forEach(_ -> {});
            }
            return Answers.singleBatch(namespace, List.of());
        }
        Results<Document> results = new Results<>(documents.iterator(),
                document -> new RawDocument(BsonWriter.write(document)), documents);
        Document answer = engine.cursors().first(results, namespace,
                Request.number(cursor, "batchSize", FIRST_BATCH), false);
        source.liftDeadline();
        return answer;
    }

    /** Empty for a pipeline that reads no collection ({@code aggregate: 1}). */
    static String collection(Request request) {
        return request.body().get(request.name()) instanceof Number ? "" : request.namespace().collection();
    }
}
