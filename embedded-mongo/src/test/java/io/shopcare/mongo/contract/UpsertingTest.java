package io.shopcare.mongo.contract;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.result.UpdateResult;
import org.bson.BsonInt32;
import org.bson.Document;

import static io.shopcare.mongo.contract.Mongo.codeOf;
import static io.shopcare.mongo.contract.Mongo.json;
import static io.shopcare.mongo.contract.Mongo.jsons;
import static org.assertj.core.api.Assertions.assertThat;

class UpsertingTest {
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    private static UpdateResult upsert(Mongo mongo, String filter, String update) {
        return mongo.collection().updateOne(json(filter), json(update), UPSERT);
    }

    @Contract
    void insertsWhatTheQueryAsksFor(Mongo mongo) {
        UpdateResult result = upsert(mongo, "{_id: 7, a: 1, 'n.x': 2, b: {$gt: 5}, c: {$eq: 3}, $and: [{d: 4}]}",
                "{$set: {z: 9}, $setOnInsert: {e: 5}}");
        assertThat(result.getMatchedCount()).isZero();
        assertThat(result.getUpsertedId()).isEqualTo(new BsonInt32(7));
        assertThat(mongo.one(7)).isEqualTo(json("{_id: 7, a: 1, n: {x: 2}, c: 3, d: 4, e: 5, z: 9}"));
    }

    @Contract
    void updatesWhatIsThere(Mongo mongo) {
        mongo.insert("{_id: 7, a: 1}");
        UpdateResult result = upsert(mongo, "{_id: 7}", "{$inc: {a: 1}, $setOnInsert: {b: 1}}");
        assertThat(result.getUpsertedId()).isNull();
        assertThat(result.getModifiedCount()).isEqualTo(1);
        assertThat(mongo.one(7)).isEqualTo(json("{_id: 7, a: 2}"));
    }

    @Contract
    void makesAnIdWhenNoneIsGiven(Mongo mongo) {
        UpdateResult result = upsert(mongo, "{a: 1}", "{$set: {b: 2}}");
        assertThat(result.getUpsertedId().isObjectId()).isTrue();
        Document found = mongo.collection().find().first();
        assertThat(found.keySet()).containsExactly("_id", "a", "b");
        assertThat(upsert(mongo, "{k: 1}", "{$set: {_id: 'own'}}").getUpsertedId().asString().getValue())
                .isEqualTo("own");
    }

    @Contract
    void replacesOrInserts(Mongo mongo) {
        mongo.collection().replaceOne(json("{_id: 1, a: 5}"), json("{b: 2}"), new ReplaceOptions().upsert(true));
        assertThat(mongo.one(1)).isEqualTo(json("{_id: 1, b: 2}"));
        mongo.collection().replaceOne(json("{x: 1}"), json("{_id: 2, b: 3}"), new ReplaceOptions().upsert(true));
        assertThat(mongo.one(2)).isEqualTo(json("{_id: 2, b: 3}"));
    }

    @Contract
    void insertsOneForManyThatDoNotExist(Mongo mongo) {
        UpdateResult result = mongo.collection().updateMany(json("{a: 1}"), json("{$inc: {n: 1}}"), UPSERT);
        assertThat(result.getUpsertedId()).isNotNull();
        assertThat(mongo.collection().countDocuments()).isEqualTo(1);
    }

    @Contract
    void insertsByPipeline(Mongo mongo) {
        mongo.collection().updateOne(json("{_id: 3, a: 2}"),
                jsons("{$set: {b: {$add: ['$a', {$ifNull: ['$n', 10]}]}}}"), UPSERT);
        assertThat(mongo.one(3)).isEqualTo(json("{_id: 3, a: 2, b: 12}"));
    }

    @Contract
    void pushesIntoAFreshArray(Mongo mongo) {
        upsert(mongo, "{_id: 1}", "{$push: {a: {$each: [3, 1], $sort: 1}}, $addToSet: {s: 'x'}, $max: {m: 4}}");
        assertThat(mongo.one(1)).isEqualTo(json("{_id: 1, a: [1, 3], s: ['x'], m: 4}"));
    }

    @Contract
    void refusesQueriesThatSayTwoThings(Mongo mongo) {
        assertThat(codeOf(() -> upsert(mongo, "{'a.b': 1, a: {b: 2}}", "{$set: {c: 1}}"))).isEqualTo(54);
        assertThat(codeOf(() -> upsert(mongo, "{_id: 1}", "{$set: {_id: 2}}"))).isEqualTo(66);
        assertThat(mongo.collection().countDocuments()).isZero();
    }

    @Contract
    void losesToAUniqueIndex(Mongo mongo) {
        mongo.insert("{_id: 1, k: 'x', v: 1}");
        mongo.collection().createIndex(json("{k: 1}"), new IndexOptions().unique(true));
        assertThat(codeOf(() -> upsert(mongo, "{k: 'x', v: 2}", "{$set: {w: 1}}"))).isEqualTo(11000);
    }
}
