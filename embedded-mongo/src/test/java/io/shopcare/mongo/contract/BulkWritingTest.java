package io.shopcare.mongo.contract;

import java.util.ArrayList;
import java.util.List;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.DeleteManyModel;
import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.UpdateManyModel;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import org.bson.Document;

import static io.shopcare.mongo.contract.Mongo.codeOf;
import static io.shopcare.mongo.contract.Mongo.json;
import static io.shopcare.mongo.contract.Mongo.jsons;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class BulkWritingTest {
    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

    private static List<WriteModel<Document>> withTwins() {
        return List.of(new InsertOneModel<>(json("{_id: 1}")), new InsertOneModel<>(json("{_id: 1}")),
                new InsertOneModel<>(json("{_id: 2}")),
                new InsertOneModel<>(json("{_id: 2}")), new InsertOneModel<>(json("{_id: 3}")));
    }

    @Contract
    void countsEveryKindOfWrite(Mongo mongo) {
        mongo.insert("{_id: 1, a: 1}", "{_id: 2, a: 1}", "{_id: 3, a: 3}", "{_id: 4, a: 4}");
        BulkWriteResult result = mongo.collection().bulkWrite(List.of(new InsertOneModel<>(json("{_id: 5}")),
                new UpdateManyModel<>(json("{a: 1}"), json("{$set: {b: 1}}")),
                new UpdateOneModel<>(json("{_id: 3}"), json("{$set: {a: 3}}")),
                new UpdateOneModel<>(json("{_id: 9}"), json("{$set: {a: 9}}"), new UpdateOptions().upsert(true)),
                new ReplaceOneModel<>(json("{_id: 3}"), json("{c: 1}")), new DeleteOneModel<>(json("{_id: 4}")),
                new DeleteManyModel<>(json("{b: 1}"))));
        assertThat(result.getInsertedCount()).isEqualTo(1);
        assertThat(result.getMatchedCount()).isEqualTo(4);
        assertThat(result.getModifiedCount()).isEqualTo(3);
        assertThat(result.getDeletedCount()).isEqualTo(3);
        assertThat(result.getUpserts()).hasSize(1).first()
                .satisfies(upsert -> assertThat(upsert.getIndex()).isEqualTo(3));
        assertThat(mongo.ids("{}")).containsExactly(3, 5, 9);
    }

    @Contract
    void stopsAtTheFirstErrorWhenOrdered(Mongo mongo) {
        MongoBulkWriteException error = catchThrowableOfType(MongoBulkWriteException.class,
                () -> mongo.collection().bulkWrite(withTwins()));
        assertThat(error.getWriteErrors()).hasSize(1).first().satisfies(one -> {
            assertThat(one.getIndex()).isEqualTo(1);
            assertThat(one.getCode()).isEqualTo(11000);
        });
        assertThat(error.getWriteResult().getInsertedCount()).isEqualTo(1);
        assertThat(mongo.ids("{}")).containsExactly(1);
    }

    @Contract
    void goesOnAfterErrorsWhenUnordered(Mongo mongo) {
        MongoBulkWriteException error = catchThrowableOfType(MongoBulkWriteException.class,
                () -> mongo.collection().bulkWrite(withTwins(), UNORDERED));
        assertThat(error.getWriteErrors()).extracting(one -> one.getIndex()).containsExactly(1, 3);
        assertThat(error.getWriteResult().getInsertedCount()).isEqualTo(3);
        assertThat(mongo.ids("{}")).containsExactly(1, 2, 3);
    }

    @Contract
    void tellsWhichUpdatesFailed(Mongo mongo) {
        mongo.insert("{_id: 1, a: 'text'}", "{_id: 2, a: 1}");
        List<WriteModel<Document>> updates = List.of(new UpdateOneModel<>(json("{_id: 1}"), json("{$inc: {a: 1}}")),
                new UpdateOneModel<>(json("{_id: 2}"), json("{$inc: {a: 1}}")));
        MongoBulkWriteException ordered = catchThrowableOfType(MongoBulkWriteException.class,
                () -> mongo.collection().bulkWrite(updates));
        assertThat(ordered.getWriteResult().getModifiedCount()).isZero();
        MongoBulkWriteException unordered = catchThrowableOfType(MongoBulkWriteException.class,
                () -> mongo.collection().bulkWrite(updates, UNORDERED));
        assertThat(unordered.getWriteErrors()).extracting(one -> one.getCode()).containsExactly(14);
        assertThat(unordered.getWriteResult().getModifiedCount()).isEqualTo(1);
        assertThat(mongo.one(2)).isEqualTo(json("{_id: 2, a: 2}"));
    }

    @Contract
    void tellsKeyAndValueOfADuplicate(Mongo mongo) {
        mongo.collection().createIndex(json("{shop: 1, no: -1}"), new IndexOptions().unique(true));
        mongo.insert("{_id: 1, shop: 's', no: 7}");
        Document answer = mongo.run(
                "{insert: 'things', documents: [{_id: 2, shop: 's', no: 7}, {_id: 3, shop: 's', no: 8}], ordered: false}");
        assertThat(answer.getInteger("n")).isEqualTo(1);
        Document error = answer.getList("writeErrors", Document.class).getFirst();
        assertThat(error).containsEntry("index", 0).containsEntry("code", 11000)
                .containsEntry("keyPattern", json("{shop: 1, no: -1}"))
                .containsEntry("keyValue", json("{shop: 's', no: 7}"));
        assertThat(error.getString("errmsg"))
                .startsWith("E11000 duplicate key error collection: " + mongo.database().getName()
                        + ".things index: shop_1_no_-1 dup key: { shop: \"s\", no: 7 }");
    }

    @Contract
    void insertsMany(Mongo mongo) {
        List<Document> many = new ArrayList<>();
        for (int i = 0; i < 2_500; i++) {
            many.add(new Document("_id", i));
        }
        assertThat(mongo.collection().insertMany(many).getInsertedIds()).hasSize(2_500);
        assertThat(mongo.collection().countDocuments()).isEqualTo(2_500);
        assertThat(codeOf(() -> mongo.collection().insertMany(jsons("{_id: 3000}", "{_id: 1}", "{_id: 3001}"),
                new InsertManyOptions().ordered(false)))).isEqualTo(11000);
        assertThat(mongo.collection().countDocuments()).isEqualTo(2_502);
    }

    @Contract
    void makesIdsAndPutsThemFirst(Mongo mongo) {
        mongo.run("{insert: 'things', documents: [{a: 1}, {b: 2, _id: 5}]}");
        List<Document> found = mongo.collection().find().into(new ArrayList<>());
        assertThat(found).allSatisfy(document -> assertThat(document.keySet().iterator().next()).isEqualTo("_id"));
        assertThat(codeOf(() -> mongo.collection().insertOne(json("{_id: [1]}")))).isEqualTo(53);
    }
}
