package io.shopcare.mongo.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import com.mongodb.ExplainVerbosity;
import com.mongodb.client.FindIterable;
import org.bson.Document;

import static io.shopcare.mongo.contract.Mongo.codeOf;
import static io.shopcare.mongo.contract.Mongo.json;
import static org.assertj.core.api.Assertions.assertThat;

class ExplainingTest {

    /** Every stage of the winning plan, by its name; MongoDB names what it did in place of IDHACK differently by version. */
    private static List<Document> stages(Document explained) {
        List<Document> stages = new ArrayList<>();
        collect(explained.get("queryPlanner", Document.class).get("winningPlan"), stages);
        return stages;
    }

    private static void collect(Object node, List<Document> stages) {
        if (node instanceof Document document) {
            if (document.containsKey("stage")) {
                stages.add(document);
            }
            document.values().forEach(value -> collect(value, stages));
        } else if (node instanceof List<?> nodes) {
            nodes.forEach(inner -> collect(inner, stages));
        }
    }

    private static List<String> names(Document explained) {
        return stages(explained).stream().map(stage -> stage.getString("stage")).toList();
    }

    private static List<String> indexes(Document explained) {
        return stages(explained).stream().map(stage -> stage.getString("indexName")).filter(name -> name != null)
                .toList();
    }

    private static Map<String, Object> examined(Document explained) {
        Document stats = explained.get("executionStats", Document.class);
        return Map.of("keys", stats.get("totalKeysExamined"), "documents", stats.get("totalDocsExamined"), "returned",
                stats.get("nReturned"));
    }

    private static FindIterable<Document> find(Mongo mongo, String filter) {
        return mongo.collection().find(json(filter));
    }

    private static void fill(Mongo mongo) {
        mongo.collection().insertMany(IntStream.range(0, 200)
                .mapToObj(i -> new Document("_id", i).append("a", i % 10).append("b", i).append("c", i % 3)).toList());
        mongo.collection().createIndex(json("{a: 1, b: 1}"));
    }

    @Contract
    void namesTheIndexAndCountsWhatItRead(Mongo mongo) {
        fill(mongo);
        Document explained = find(mongo, "{a: 3, b: {$gte: 100}}").explain(ExplainVerbosity.EXECUTION_STATS);
        assertThat(names(explained)).contains("IXSCAN", "FETCH").doesNotContain("COLLSCAN", "SORT");
        assertThat(indexes(explained)).containsExactly("a_1_b_1");
        assertThat(examined(explained)).isEqualTo(Map.of("keys", 10, "documents", 10, "returned", 10));
    }

    @Contract
    void scansWhatNoIndexServes(Mongo mongo) {
        fill(mongo);
        Document explained = find(mongo, "{c: 1}").explain(ExplainVerbosity.EXECUTION_STATS);
        assertThat(names(explained)).containsExactly("COLLSCAN");
        assertThat(examined(explained)).containsEntry("documents", 200).containsEntry("keys", 0);
    }

    @Contract
    void findsByIdAtOnce(Mongo mongo) {
        fill(mongo);
        Document explained = find(mongo, "{_id: 5}").explain(ExplainVerbosity.EXECUTION_STATS);
        assertThat(names(explained)).containsAnyOf("IDHACK", "EXPRESS_IXSCAN");
        assertThat(examined(explained)).isEqualTo(Map.of("keys", 1, "documents", 1, "returned", 1));
    }

    @Contract
    void readsInTheOrderOfTheIndexAndStopsEarly(Mongo mongo) {
        fill(mongo);
        for (String sort : List.of("{b: 1}", "{b: -1}")) {
            Document explained = find(mongo, "{a: 4}").sort(json(sort)).limit(5)
                    .explain(ExplainVerbosity.EXECUTION_STATS);
            assertThat(names(explained)).contains("IXSCAN", "LIMIT").doesNotContain("SORT");
            assertThat(examined(explained)).isEqualTo(Map.of("keys", 5, "documents", 5, "returned", 5));
        }
        Document unsorted = find(mongo, "{a: 4}").sort(json("{c: 1}")).explain(ExplainVerbosity.EXECUTION_STATS);
        assertThat(names(unsorted)).contains("SORT", "IXSCAN");
    }

    @Contract
    void filtersTheRestAfterThePrefix(Mongo mongo) {
        fill(mongo);
        Document explained = find(mongo, "{a: 3, c: 0}").explain(ExplainVerbosity.EXECUTION_STATS);
        assertThat(indexes(explained)).containsExactly("a_1_b_1");
        assertThat(examined(explained)).containsEntry("documents", 20);
    }

    @Contract
    void explainsUpdatesCountsAndAggregations(Mongo mongo) {
        fill(mongo);
        Document update = mongo.run(
                "{explain: {update: 'things', updates: [{q: {a: 3}, u: {$set: {c: 9}}}]}, verbosity: 'queryPlanner'}");
        assertThat(indexes(update)).containsExactly("a_1_b_1");
        assertThat(mongo.collection().countDocuments(json("{c: 9}"))).isZero();
        Document count = mongo.run("{explain: {count: 'things', query: {a: 3}}, verbosity: 'executionStats'}");
        assertThat(indexes(count)).containsExactly("a_1_b_1");
        Document delete = mongo
                .run("{explain: {delete: 'things', deletes: [{q: {a: 3}, limit: 0}]}, verbosity: 'queryPlanner'}");
        assertThat(indexes(delete)).containsExactly("a_1_b_1");
        assertThat(mongo.collection().countDocuments()).isEqualTo(200);
        Document aggregate = mongo.collection().aggregate(Mongo.jsons("{$match: {a: 3}}", "{$sort: {b: 1}}"))
                .explain(ExplainVerbosity.QUERY_PLANNER);
        assertThat(aggregate.toJson()).contains("IXSCAN", "a_1_b_1");
    }

    @Contract
    void refusesAnUnknownVerbosity(Mongo mongo) {
        assertThat(codeOf(() -> mongo.run("{explain: {find: 'things'}, verbosity: 'loud'}"))).isIn(2, 9);
    }
}
