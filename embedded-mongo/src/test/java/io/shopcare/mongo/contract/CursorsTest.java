package io.shopcare.mongo.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import com.mongodb.client.MongoCursor;
import org.bson.BsonValue;
import org.bson.Document;

import static io.shopcare.mongo.contract.Mongo.codeOf;
import static io.shopcare.mongo.contract.Mongo.json;
import static org.assertj.core.api.Assertions.assertThat;

class CursorsTest {

    private static void insert(Mongo mongo, int count) {
        mongo.collection().insertMany(IntStream.range(0, count).mapToObj(i -> new Document("_id", i)).toList());
    }

    private static Document cursor(Document answer) {
        return answer.get("cursor", Document.class);
    }

    private static List<Document> batch(Document answer) {
        Document cursor = cursor(answer);
        return cursor.getList(cursor.containsKey("firstBatch") ? "firstBatch" : "nextBatch", Document.class);
    }

    @Contract
    void givesBatches(Mongo mongo) {
        insert(mongo, 10);
        Document first = mongo.run("{find: 'things', batchSize: 4, sort: {_id: 1}}");
        assertThat(batch(first)).hasSize(4);
        assertThat(cursor(first).getString("ns")).isEqualTo(mongo.database().getName() + ".things");
        Long id = cursor(first).getLong("id");
        assertThat(id).isNotZero();
        Document next = mongo.database()
                .runCommand(new Document("getMore", id).append("collection", "things").append("batchSize", 4));
        assertThat(batch(next)).extracting(found -> found.get("_id")).containsExactly(4, 5, 6, 7);
        assertThat(cursor(next).getLong("id")).isEqualTo(id);
        Document last = mongo.database().runCommand(new Document("getMore", id).append("collection", "things"));
        assertThat(batch(last)).hasSize(2);
        assertThat(cursor(last).getLong("id")).isZero();
        assertThat(
                codeOf(() -> mongo.database().runCommand(new Document("getMore", id).append("collection", "things"))))
                .isEqualTo(43);
    }

    @Contract
    void givesTheFirst101WhenNoSizeIsAsked(Mongo mongo) {
        insert(mongo, 250);
        assertThat(batch(mongo.run("{find: 'things'}"))).hasSize(101);
        assertThat(batch(mongo.run("{aggregate: 'things', pipeline: [], cursor: {}}"))).hasSize(101);
        assertThat(batch(mongo.run("{find: 'things', batchSize: 0}"))).isEmpty();
        assertThat(mongo.collection().find().into(new ArrayList<>())).hasSize(250);
        assertThat(mongo.collection().find().batchSize(7).into(new ArrayList<>())).hasSize(250);
    }

    @Contract
    void givesBatchesOfAnAggregation(Mongo mongo) {
        insert(mongo, 30);
        Document first = mongo
                .run("{aggregate: 'things', pipeline: [{$match: {_id: {$lt: 20}}}], cursor: {batchSize: 6}}");
        assertThat(batch(first)).hasSize(6);
        assertThat(cursor(first).getLong("id")).isNotZero();
        assertThat(mongo.collection().aggregate(Mongo.jsons("{$match: {_id: {$lt: 20}}}")).batchSize(3)
                .into(new ArrayList<>())).hasSize(20);
    }

    @Contract
    void stopsAtTheLimitAndTheSingleBatch(Mongo mongo) {
        insert(mongo, 10);
        Document limited = mongo.run("{find: 'things', limit: 5, batchSize: 5}");
        assertThat(batch(limited)).hasSize(5);
        assertThat(cursor(limited).getLong("id")).isZero();
        Document single = mongo.run("{find: 'things', batchSize: 3, singleBatch: true}");
        assertThat(batch(single)).hasSize(3);
        assertThat(cursor(single).getLong("id")).isZero();
        Document more = mongo.run("{find: 'things', limit: 5, batchSize: 3}");
        assertThat(cursor(more).getLong("id")).isNotZero();
        assertThat(mongo.collection().find().limit(5).batchSize(3).into(new ArrayList<>())).hasSize(5);
    }

    @Contract
    void killsCursors(Mongo mongo) {
        insert(mongo, 10);
        Long id = cursor(mongo.run("{find: 'things', batchSize: 2}")).getLong("id");
        Document killed = mongo.database()
                .runCommand(new Document("killCursors", "things").append("cursors", List.of(id, 12345L)));
        assertThat(killed.getList("cursorsKilled", Long.class)).containsExactly(id);
        assertThat(killed.getList("cursorsNotFound", Long.class)).containsExactly(12345L);
        assertThat(
                codeOf(() -> mongo.database().runCommand(new Document("getMore", id).append("collection", "things"))))
                .isEqualTo(43);
        try (MongoCursor<Document> open = mongo.collection().find().batchSize(2).iterator()) {
            assertThat(open.next()).isNotNull();
        }
    }

    @Contract
    void readsOnWhileOthersWrite(Mongo mongo) {
        insert(mongo, 100);
        try (MongoCursor<Document> open = mongo.collection().find().sort(json("{_id: 1}")).batchSize(10).iterator()) {
            List<Object> seen = new ArrayList<>();
            while (open.hasNext()) {
                Document found = open.next();
                seen.add(found.get("_id"));
                mongo.collection().updateOne(new Document("_id", found.get("_id")), json("{$set: {seen: true}}"));
            }
            assertThat(seen).hasSize(100).doesNotHaveDuplicates();
        }
        assertThat(mongo.collection().countDocuments(json("{seen: true}"))).isEqualTo(100);
    }

    @Contract
    void refusesTailableCursorsAndNegativeSkips(Mongo mongo) {
        insert(mongo, 1);
        assertThat(codeOf(() -> mongo.run("{find: 'things', tailable: true}"))).isEqualTo(2);
        assertThat(codeOf(() -> mongo.run("{find: 'things', skip: -1}"))).isIn(2, 51024);
        assertThat(codeOf(() -> mongo.run("{find: 'things', batchSize: -1}"))).isIn(2, 51024);
    }

    @Contract
    void findsNothingInACollectionThatIsNotThere(Mongo mongo) {
        assertThat(mongo.collection("nothing").find().first()).isNull();
        assertThat(mongo.collection("nothing").aggregate(Mongo.jsons("{$count: 'n'}")).first()).isNull();
        assertThat(mongo.collection("nothing").countDocuments()).isZero();
        assertThat(mongo.collection("nothing").distinct("a", BsonValue.class).first()).isNull();
        assertThat(mongo.collection("nothing").deleteMany(json("{}")).getDeletedCount()).isZero();
        assertThat(mongo.collection("nothing").updateMany(json("{}"), json("{$set: {a: 1}}")).getMatchedCount())
                .isZero();
        assertThat(mongo.database().listCollectionNames().into(new ArrayList<>())).isEmpty();
    }
}
