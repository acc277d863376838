package io.shopcare.mongo.contract;

import java.util.ArrayList;
import java.util.List;

import org.bson.Document;

import static io.shopcare.mongo.contract.Mongo.codeOf;
import static io.shopcare.mongo.contract.Mongo.json;
import static org.assertj.core.api.Assertions.assertThat;

class SortingTest {
    private static final String[] OF_EVERY_TYPE = {"{_id: 1, a: {$minKey: 1}}", "{_id: 2, a: []}", "{_id: 3}",
            "{_id: 4, a: {$numberDouble: 'NaN'}}", "{_id: 5, a: {$numberDouble: '-Infinity'}}", "{_id: 6, a: -5}",
            "{_id: 7, a: {$numberDecimal: '1.5'}}", "{_id: 8, a: {$numberLong: '2'}}", "{_id: 9, a: ''}",
            "{_id: 10, a: 'B'}",
            "{_id: 11, a: 'a'}", "{_id: 12, a: 'aa'}", "{_id: 13, a: {}}", "{_id: 14, a: {b: 1}}",
            "{_id: 15, a: {b: 2}}",
            "{_id: 16, a: {a: 'x'}}", "{_id: 17, a: {$binary: {base64: 'AQ==', subType: '00'}}}",
            "{_id: 18, a: {$uuid: '00000000-0000-4000-8000-000000000001'}}",
            "{_id: 19, a: {$oid: '507f1f77bcf86cd799439011'}}",
            "{_id: 20, a: false}", "{_id: 21, a: true}", "{_id: 22, a: {$date: 0}}",
            "{_id: 23, a: {$timestamp: {t: 1, i: 1}}}",
            "{_id: 24, a: /x/}", "{_id: 25, a: {$maxKey: 1}}"};

    @Contract
    void ordersValuesByTypeThenByValue(Mongo mongo) {
        mongo.insert(OF_EVERY_TYPE);
        List<Object> ascending = mongo.sorted("{a: 1, _id: 1}");
        assertThat(ascending).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21,
                22, 23, 24, 25);
        assertThat(mongo.sorted("{a: -1, _id: -1}")).isEqualTo(ascending.reversed());
    }

    @Contract
    void ordersTheSameThroughAnIndex(Mongo mongo) {
        mongo.insert(OF_EVERY_TYPE);
        List<Object> without = mongo.sorted("{a: 1, _id: 1}");
        mongo.collection().createIndex(json("{a: 1, _id: 1}"));
        assertThat(mongo.sorted("{a: 1, _id: 1}")).isEqualTo(without);
        assertThat(mongo.sorted("{a: -1, _id: -1}")).isEqualTo(without.reversed());
    }

    @Contract
    void takesTheLeastOfAnArrayUpwardsAndTheGreatestDownwards(Mongo mongo) {
        mongo.insert("{_id: 1, a: [1, 9]}", "{_id: 2, a: 5}", "{_id: 3, a: [3, 4]}", "{_id: 4, a: []}",
                "{_id: 5, a: null}");
        assertThat(mongo.sorted("{a: 1}")).containsExactly(4, 5, 1, 3, 2);
        assertThat(mongo.sorted("{a: -1}")).containsExactly(1, 2, 3, 5, 4);
    }

    @Contract
    void sortsByNestedAndSeveralFields(Mongo mongo) {
        mongo.insert("{_id: 1, n: {k: 2}, b: 1}", "{_id: 2, n: {k: 1}, b: 1}", "{_id: 3, n: {k: 1}, b: 0}",
                "{_id: 4, b: 9}");
        assertThat(mongo.sorted("{'n.k': 1, b: -1}")).containsExactly(4, 2, 3, 1);
        assertThat(mongo.sorted("{b: 1, 'n.k': -1}")).containsExactly(3, 1, 2, 4);
    }

    @Contract
    void cutsAfterSorting(Mongo mongo) {
        for (int i = 0; i < 50; i++) {
            mongo.collection().insertOne(new Document("_id", i).append("a", (i * 7) % 50));
        }
        List<Object> page = mongo.collection().find().sort(json("{a: -1}")).skip(3).limit(4).into(new ArrayList<>())
                .stream()
                .map(found -> found.get("a")).toList();
        assertThat(page).containsExactly(46, 45, 44, 43);
        assertThat(mongo.collection().find().skip(48).into(new ArrayList<>())).hasSize(2);
        assertThat(mongo.collection().find().limit(-2).into(new ArrayList<>())).hasSize(2);
    }

    @Contract
    void ordersTextByItsBytes(Mongo mongo) {
        mongo.insert("{_id: 1, a: '\\ufffd'}", "{_id: 2, a: '\\ud83d\\ude00'}", "{_id: 3, a: '中'}", "{_id: 4, a: 'é'}");
        assertThat(mongo.sorted("{a: 1}")).containsExactly(4, 3, 1, 2);
    }

    @Contract
    void refusesBadDirections(Mongo mongo) {
        mongo.insert("{_id: 1}");
        assertThat(codeOf(() -> mongo.sorted("{a: 2}"))).isIn(2, 15975);
        assertThat(codeOf(() -> mongo.sorted("{a: 'up'}"))).isIn(2, 15974);
    }
}
