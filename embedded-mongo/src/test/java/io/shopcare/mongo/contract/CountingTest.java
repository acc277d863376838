package io.shopcare.mongo.contract;

import java.util.ArrayList;
import java.util.List;

import com.mongodb.client.model.CountOptions;
import org.bson.BsonInt32;
import org.bson.BsonValue;

import static io.shopcare.mongo.contract.Mongo.json;
import static org.assertj.core.api.Assertions.assertThat;

class CountingTest {

    @Contract
    void counts(Mongo mongo) {
        mongo.insert("{_id: 1, a: 1}", "{_id: 2, a: 2}", "{_id: 3, a: 2}");
        assertThat(mongo.collection().countDocuments(json("{a: 2}"))).isEqualTo(2);
        assertThat(mongo.collection().estimatedDocumentCount()).isEqualTo(3);
        assertThat(mongo.collection().countDocuments(json("{}"), new CountOptions().skip(1).limit(1))).isEqualTo(1);
        assertThat(mongo.run("{count: 'things', query: {a: {$gte: 2}}, skip: 1}")).containsEntry("n", 1);
        assertThat(mongo.run("{count: 'things', query: {a: 2}, limit: 1}")).containsEntry("n", 1);
        assertThat(mongo.run("{count: 'nothing'}")).containsEntry("n", 0);
    }

    @Contract
    void givesDistinctValues(Mongo mongo) {
        mongo.insert("{_id: 1, a: 1, n: {k: 'x'}}", "{_id: 2, a: [2, 1, 3]}", "{_id: 3, a: 1.0}", "{_id: 4, a: null}",
                "{_id: 5}",
                "{_id: 6, n: [{k: 'y'}, {k: 'x'}]}");
        assertThat(mongo.collection().distinct("a", BsonValue.class).into(new ArrayList<>()))
                .containsExactlyInAnyOrder(new BsonInt32(1), new BsonInt32(2), new BsonInt32(3), null);
        assertThat(mongo.collection().distinct("n.k", String.class).into(new ArrayList<>()))
                .containsExactlyInAnyOrder("x", "y");
        assertThat(mongo.collection().distinct("a", json("{_id: {$lt: 2}}"), Integer.class).into(new ArrayList<>()))
                .isEqualTo(List.of(1));
        mongo.collection().createIndex(json("{a: 1}"));
        assertThat(mongo.collection().distinct("a", BsonValue.class).into(new ArrayList<>()))
                .containsExactlyInAnyOrder(new BsonInt32(1), new BsonInt32(2), new BsonInt32(3), null);
    }
}
