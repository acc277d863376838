package io.shopcare.crm;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import com.mongodb.client.MongoDatabase;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.Document;

import static org.assertj.core.api.Assertions.assertThat;

/** Remembers every shape of query that the service has sent, and has each explained. */
public final class QueryPlans implements CommandListener {
    private static final Set<String> QUERIES = Set.of("find", "aggregate", "count", "distinct");
    private static final List<String> ENVELOPE = List.of("$db", "lsid", "$clusterTime", "txnNumber",
            "$readPreference", "readConcern", "writeConcern", "apiVersion");

    private final Map<String, BsonDocument> byShape = new ConcurrentHashMap<>();

    @Override
    public void commandStarted(CommandStartedEvent event) {
        if (QUERIES.contains(event.getCommandName()))
            byShape.putIfAbsent(shape(event.getCommand()).toString(), event.getCommand().clone());
    }

    /** All shapes of queries so far, as text. */
    public Set<String> shapes() {
        return Set.copyOf(byShape.keySet());
    }

    /** Fails for every query that reads a whole collection, or sorts what an index does not. */
    public void assertAllByIndex(MongoDatabase database) {
        byShape.values().forEach(query -> {
            var plan = explain(query, database).toJson();
            assertThat(plan).as(query.toString())
                    .containsAnyOf("IXSCAN", "IDHACK", "DISTINCT_SCAN", "COUNT_SCAN", "EOF")
                    .doesNotContain("COLLSCAN").doesNotContain("\"SORT\"");
        });
    }

    /** The most documents that any query so far looks at to find what it answers. */
    public int mostExamined(MongoDatabase database) {
        return byShape.values().stream().map(query -> explain(query, database).get("executionStats", Document.class))
                .mapToInt(stats -> ((Number) stats.get("totalDocsExamined")).intValue()).max().orElseThrow();
    }

    private static Document explain(BsonDocument command, MongoDatabase database) {
        var query = BsonDocument.parse(command.toJson());
        ENVELOPE.forEach(query::remove);
        return database.runCommand(new Document("explain", query).append("verbosity", "executionStats"));
    }

    private static BsonValue shape(BsonValue value) {
        if (value instanceof BsonDocument document) {
            var shape = new BsonDocument();
            document.forEach((name, inside) -> {
                if (!ENVELOPE.contains(name))
                    shape.put(name, QUERIES.contains(name) ? inside : shape(inside));
            });
            return shape;
        }
        if (value instanceof BsonArray array)
            return array.isEmpty() ? array : new BsonArray(array.stream().map(QueryPlans::shape).distinct().toList());
        return value.isString() ? new BsonString("text") : new BsonInt32(0);
    }
}
