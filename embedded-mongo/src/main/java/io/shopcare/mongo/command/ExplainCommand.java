package io.shopcare.mongo.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import org.jspecify.annotations.Nullable;

import io.shopcare.mongo.aggregation.Head;
import io.shopcare.mongo.aggregation.Pipeline;
import io.shopcare.mongo.plan.DistinctRun;
import io.shopcare.mongo.plan.Explanation;
import io.shopcare.mongo.plan.Query;
import io.shopcare.mongo.plan.QueryRun;
import io.shopcare.mongo.query.Filter;
import io.shopcare.mongo.store.Namespace;
import io.shopcare.mongo.store.StoredCollection;

/** Tells how a command would find its documents; with {@code executionStats} it does find them, but writes nothing. */
final class ExplainCommand implements Command {

    private static final Set<String> VERBOSITIES = Set.of("queryPlanner", "executionStats", "allPlansExecution");

    private final Engine engine;

    ExplainCommand(Engine engine) {
        this.engine = engine;
    }

    @Override
    public Document run(Request request) {
        String verbosity = request.body().get("verbosity") instanceof String text ? text : "allPlansExecution";
        if (!VERBOSITIES.contains(verbosity)) {
            throw new MongoServerError(2, "BadValue",
                    "Enumeration value '" + verbosity + "' for field 'explain.verbosity' is not a valid value.");
        }
        Document body = request.document("explain").clone();
        body.putIfAbsent("$db", request.database());
        return explain(Request.of(body), verbosity);
    }

    private Document explain(Request request, String verbosity) {
        return switch (request.name()) {
            case "find" -> {
                FindRequest find = FindRequest.of(request, engine);
                yield query(request, find.query(), find.filter(), null, verbosity);
            }
            case "count" -> query(request, CountCommand.query(request), "COUNT", verbosity);
            case "distinct" -> distinct(request, verbosity);
            case "update" -> {
                Document statement = only(request.documents("updates"));
                yield query(request, changed(UpdateCommand.query(statement), !Request.flag(statement, "multi", false)),
                        "UPDATE", verbosity);
            }
            case "delete" -> {
                Document statement = only(request.documents("deletes"));
                yield query(request,
                        changed(UpdateCommand.query(statement), Request.number(statement, "limit", 0) == 1), "DELETE",
                        verbosity);
            }
            case "findAndModify", "findandmodify" -> query(request, changed(FindAndModifyCommand.query(request), true),
                    request.flag("remove", false) ? "DELETE" : "UPDATE", verbosity);
            case "aggregate" -> aggregate(request, verbosity);
            default -> throw new MongoServerError(59, "CommandNotFound",
                    "Explain failed due to unknown command: " + request.name());
        };
    }

    private static Document only(List<Document> statements) {
        if (statements.size() != 1) {
            throw new MongoServerError(72, "InvalidOptions", "explained write commands must have a single statement");
        }
        return statements.getFirst();
    }

    private static Query changed(Query query, boolean one) {
        return one ? query.withLimit(1) : query;
    }

    private Document query(Request request, Query query, String top, String verbosity) {
        return query(request, query, Filter.parse(query.filter(), engine.names(request.optional("let"))), top,
                verbosity);
    }

    private Document query(Request request, Query query, Filter filter, @Nullable String top, String verbosity) {
        return command(request, plan(request.namespace(), query, filter, top, verbosity));
    }

    private Document plan(Namespace namespace, Query query, Filter filter, @Nullable String top, String verbosity) {
        StoredCollection collection = engine.catalog().find(namespace);
        if (collection == null) {
            return missing(namespace, query);
        }
        try (QueryRun run = QueryRun.open(engine.store(), collection, query, filter)) {
            Explanation explanation = new Explanation(run, top);
            Document answer = new Document("explainVersion", "1").append("queryPlanner", explanation.queryPlanner());
            if (!verbosity.equals("queryPlanner")) {
                long begun = System.nanoTime();
                if ("COUNT".equals(top)) {
                    run.count();
                } else {
                    run.forEachRemaining(_ -> {});
                }
                answer.append("executionStats", explanation.executionStats((System.nanoTime() - begun) / 1_000_000));
            }
            return answer;
        }
    }

    private static Document missing(Namespace namespace, Query query) {
        Document plan = new Document("stage", "EOF");
        return new Document("explainVersion", "1")
                .append("queryPlanner",
                        new Document("namespace", namespace.toString()).append("parsedQuery", query.filter())
                                .append("winningPlan", plan).append("rejectedPlans", List.of()))
                .append("executionStats",
                        new Document("executionSuccess", true).append("nReturned", 0).append("executionTimeMillis", 0)
                                .append("totalKeysExamined", 0).append("totalDocsExamined", 0)
                                .append("executionStages", plan));
    }

    private Document distinct(Request request, String verbosity) {
        Query query = DistinctCommand.query(request);
        Filter filter = Filter.parse(query.filter(), engine.names(null));
        StoredCollection collection = engine.catalog().find(request.namespace());
        if (collection == null) {
            return command(request, missing(request.namespace(), query));
        }
        try (DistinctRun run = DistinctRun.open(engine.store(), collection, query, filter,
                DistinctCommand.key(request))) {
            return command(request, run.explain(!verbosity.equals("queryPlanner")));
        }
    }

    /** What the pipeline begins with that is a find; the stages after it are named. */
    Document aggregate(Request request, String verbosity) {
        Pipeline pipeline = Pipeline.parse(request.body().get("pipeline"), engine.names(request.optional("let")));
        Head head = pipeline.head(AggregateCommand.collection(request));
        Query query = CollectionSource.query(head, request.body().get("hint"));
        Document plan = plan(Namespace.of(request.database(), head.collection()), query,
                Filter.parse(head.filter(), head.names()), null, verbosity);
        List<Document> rest = pipeline.rest(request.documents("pipeline"));
        if (rest.isEmpty()) {
            return command(request, plan);
        }
        plan.remove("explainVersion");
        List<Document> stages = new ArrayList<>();
        stages.add(new Document("$cursor", plan));
        stages.addAll(rest);
        return command(request, new Document("explainVersion", "1").append("stages", stages));
    }

    private static Document command(Request request, Document answer) {
        Document asked = request.body().clone();
        asked.remove("lsid");
        return answer.append("command", asked)
                .append("serverInfo", new Document("host", "localhost").append("version", "7.0.0"));
    }
}
