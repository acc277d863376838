package io.shopcare.mongo.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

import io.shopcare.mongo.index.Index;
import io.shopcare.mongo.index.IndexField;

/** Tells how a query was answered, in the form of MongoDB's {@code explain}. */
public final class Explanation {

    private final QueryRun run;
    private final @Nullable String top;
    private final boolean counting;

    /** {@code top}: the stage above the query ({@code UPDATE}, {@code COUNT} ...), or null. */
    public Explanation(QueryRun run, @Nullable String top) {
        this.run = run;
        this.top = top;
        this.counting = "COUNT".equals(top);
    }

    public Document queryPlanner() {
        return new Document("plannerVersion", 1).append("namespace", run.collection().namespace().toString())
                .append("indexFilterSet", false)
                .append("parsedQuery", run.query().filter()).append("winningPlan", plan(false))
                .append("rejectedPlans", List.of());
    }

    /** After the run has been used up. */
    public Document executionStats(long millis) {
        Counters counters = run.counters();
        return new Document("executionSuccess", true).append("nReturned", (int) counters.returned)
                .append("executionTimeMillis", (int) millis).append("totalKeysExamined", (int) counters.keys)
                .append("totalDocsExamined", (int) counters.documents).append("executionStages", plan(true));
    }

    private Document plan(boolean executed) {
        Document plan = access(executed);
        Query query = run.query();
        if (run.isSorting()) {
            plan = above("SORT", plan, executed).append("sortPattern", query.sort())
                    .append("memLimit", Sorter.MOST_BYTES).append("type", "simple");
        }
        if (query.skip() > 0 && !counting) {
            plan = above("SKIP", plan, executed).append("skipAmount", query.skip());
        }
        if (query.limit() > 0 && !counting) {
            plan = above("LIMIT", plan, executed).append("limitAmount", query.limit());
        }
        return top == null ? plan : above(top, plan, executed);
    }

    private Document access(boolean executed) {
        return switch (run.access()) {
            case Access.IdHack _ -> counted(new Document("stage", "IDHACK"), executed, true);
            case Access.CollectionScan scan -> counted(filtered(new Document("stage", "COLLSCAN")), executed, false)
                    .append("direction", direction(scan.forward()));
            case IndexPlan plan when counting && run.isCovered() ->
                counted(index(plan).append("stage", "COUNT_SCAN"), executed, true);
            case IndexPlan plan -> above("FETCH", counted(index(plan), executed, true), executed, !run.isCovered());
            case Access.Either either -> above("FETCH", or(either), executed, true);
        };
    }

    private static Document or(Access.Either either) {
        return new Document("stage", "OR").append("inputStages",
                new ArrayList<>(either.branches().stream().map(Explanation::index).toList()));
    }

    private static Document index(IndexPlan plan) {
        Index index = plan.index();
        Document bounds = new Document();
        for (int i = 0; i < plan.bounds().size(); i++) {
            IndexField field = index.definition().fields().get(i);
            bounds.put(field.path(), BoundsText.of(plan.bounds().get(i), field.ascending() == plan.sort().forward()));
        }
        Document stage = new Document("stage", plan.sort().merge() ? "SORT_MERGE" : "IXSCAN");
        Document scan = plan.sort().merge() ? new Document("stage", "IXSCAN") : stage;
        scan.append("keyPattern", index.definition().keyPattern()).append("indexName", index.name())
                .append("isMultiKey", index.isMultikey())
                .append("isUnique", index.unique()).append("isSparse", index.definition().sparse())
                .append("isPartial", index.definition().partialFilter() != null).append("indexVersion", 2)
                .append("direction", direction(plan.sort().forward())).append("indexBounds", bounds);
        return plan.sort().merge() ? stage.append("inputStage", scan) : stage;
    }

    private Document counted(Document stage, boolean executed, boolean keys) {
        if (executed) {
            stage.append("nReturned", (int) run.counters().returned);
            if (keys) {
                stage.append("keysExamined", (int) run.counters().keys);
            } else {
                stage.append("docsExamined", (int) run.counters().documents);
            }
        }
        return stage;
    }

    private Document above(String stage, Document input, boolean executed) {
        Document document = new Document("stage", stage);
        if (executed) {
            document.append("nReturned", (int) run.counters().returned);
        }
        return document.append("inputStage", input);
    }

    private Document above(String stage, Document input, boolean executed, boolean filters) {
        Document fetch = new Document("stage", stage);
        if (filters) {
            filtered(fetch);
        }
        if (executed) {
            fetch.append("nReturned", (int) run.counters().returned).append("docsExamined",
                    (int) run.counters().documents);
        }
        return fetch.append("inputStage", input);
    }

    private Document filtered(Document stage) {
        Map<String, Object> filter = run.query().filter();
        if (!filter.isEmpty()) {
            stage.append("filter", filter);
        }
        return stage;
    }

    private static String direction(boolean forward) {
        return forward ? "forward" : "backward";
    }
}
