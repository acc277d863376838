package io.shopcare.mongo.contract;

import java.util.List;

import com.mongodb.client.model.UpdateOptions;
import org.bson.Document;

import static io.shopcare.mongo.contract.Mongo.codeOf;
import static io.shopcare.mongo.contract.Mongo.json;
import static io.shopcare.mongo.contract.Mongo.jsons;
import static org.assertj.core.api.Assertions.assertThat;

class UpdatingArraysTest {
    private static final String GRADES = "{_id: 1, grades: [{n: 80, std: 8}, {n: 85, std: 6}, {n: 90, std: 3}], plain: [1, 2, 3, 2]}";

    private static List<?> a(Document document) {
        return document.getList("a", Object.class);
    }

    @Contract
    void pushes(Mongo mongo) {
        assertThat(a(mongo.updated("{_id: 1, a: [3]}", "{$push: {a: 1}}"))).isEqualTo(List.of(3, 1));
        assertThat(a(mongo.updated("{$push: {a: {$each: [2, 5]}}}"))).isEqualTo(List.of(3, 1, 2, 5));
        assertThat(a(mongo.updated("{$push: {a: {$each: [9], $position: 1}}}"))).isEqualTo(List.of(3, 9, 1, 2, 5));
        assertThat(a(mongo.updated("{$push: {a: {$each: [7], $position: -1}}}"))).isEqualTo(List.of(3, 9, 1, 2, 7, 5));
        assertThat(a(mongo.updated("{$push: {a: {$each: [], $sort: -1}}}"))).isEqualTo(List.of(9, 7, 5, 3, 2, 1));
        assertThat(a(mongo.updated("{$push: {a: {$each: [8], $sort: 1, $slice: -3}}}"))).isEqualTo(List.of(7, 8, 9));
        assertThat(a(mongo.updated("{$push: {a: {$each: [], $slice: 1}}}"))).isEqualTo(List.of(7));
        assertThat(a(mongo.updated("{_id: 1}", "{$push: {a: [1, 2]}}"))).isEqualTo(List.of(List.of(1, 2)));
    }

    @Contract
    void sortsPushedDocumentsByTheirFields(Mongo mongo) {
        assertThat(a(mongo.updated("{_id: 1, a: [{k: 2, v: 'b'}]}",
                "{$push: {a: {$each: [{k: 1, v: 'a'}, {k: 3, v: 'c'}], $sort: {k: -1}, $slice: 2}}}")))
                .isEqualTo(jsons("{k: 3, v: 'c'}", "{k: 2, v: 'b'}"));
    }

    @Contract
    void addsToASet(Mongo mongo) {
        assertThat(a(
                mongo.updated("{_id: 1, a: [1, 'x']}", "{$addToSet: {a: {$each: [1, {$numberLong: '1'}, 'y', 'y']}}}")))
                .isEqualTo(List.of(1, "x", "y"));
        assertThat(a(mongo.updated("{$addToSet: {a: {k: 1, l: 2}}}"))).hasSize(4);
        assertThat(a(mongo.updated("{$addToSet: {a: {k: 1, l: 2}}}"))).hasSize(4);
        assertThat(a(mongo.updated("{$addToSet: {a: {l: 2, k: 1}}}"))).hasSize(5);
    }

    @Contract
    void pulls(Mongo mongo) {
        assertThat(a(mongo.updated("{_id: 1, a: [1, 5, 9, 5]}", "{$pull: {a: 5}}"))).isEqualTo(List.of(1, 9));
        assertThat(a(mongo.updated("{_id: 1, a: [1, 5, 9]}", "{$pull: {a: {$gte: 5}}}"))).isEqualTo(List.of(1));
        assertThat(
                a(mongo.updated("{_id: 1, a: [{s: 1, t: 'x'}, {s: 8, t: 'B', u: 1}]}", "{$pull: {a: {s: 8, t: 'B'}}}")))
                .isEqualTo(jsons("{s: 1, t: 'x'}"));
        assertThat(a(mongo.updated("{_id: 1, a: [{seq: 1}, {seq: 2}, {seq: 3}]}", "{$pull: {a: {seq: {$lte: 2}}}}")))
                .isEqualTo(jsons("{seq: 3}"));
        assertThat(a(mongo.updated("{_id: 1, a: ['aa', 'b']}", "{$pull: {a: /^a/}}"))).isEqualTo(List.of("b"));
        assertThat(a(mongo.updated("{_id: 1, a: [1, 2, 3]}", "{$pull: {a: {$in: [1, 3]}}}"))).isEqualTo(List.of(2));
        assertThat(a(mongo.updated("{_id: 1, a: [1, 2, 1, 3]}", "{$pullAll: {a: [1, 3]}}"))).isEqualTo(List.of(2));
        assertThat(mongo.updated("{_id: 1}", "{$pull: {a: 1}}")).isEqualTo(json("{_id: 1}"));
        assertThat(a(mongo.updated("{_id: 1, a: [{q: [{id: 1}]}, {q: [{id: 2}]}]}",
                "{$pull: {a: {q: {$elemMatch: {id: 2}}}}}")))
                .isEqualTo(jsons("{q: [{id: 1}]}"));
    }

    @Contract
    void pops(Mongo mongo) {
        assertThat(a(mongo.updated("{_id: 1, a: [1, 2, 3]}", "{$pop: {a: 1}}"))).isEqualTo(List.of(1, 2));
        assertThat(a(mongo.updated("{$pop: {a: -1}}"))).isEqualTo(List.of(2));
    }

    @Contract
    void updatesTheElementThatMatched(Mongo mongo) {
        mongo.insert(GRADES);
        mongo.update("{_id: 1, 'grades.n': 85}", "{$set: {'grades.$.std': 1}}");
        mongo.update("{_id: 1, grades: {$elemMatch: {n: {$gt: 85}, std: 3}}}", "{$inc: {'grades.$.n': 5}}");
        mongo.update("{_id: 1, plain: 2}", "{$set: {'plain.$': 20}}");
        assertThat(mongo.one(1)).isEqualTo(
                json("{_id: 1, grades: [{n: 80, std: 8}, {n: 85, std: 1}, {n: 95, std: 3}], plain: [1, 20, 3, 2]}"));
        assertThat(codeOf(() -> mongo.update("{_id: 1}", "{$set: {'plain.$': 1}}"))).isEqualTo(2);
    }

    @Contract
    void updatesAllElements(Mongo mongo) {
        mongo.insert(GRADES);
        mongo.update("{_id: 1}", "{$inc: {'grades.$[].n': 1, 'plain.$[]': 10}}");
        assertThat(mongo.one(1)).isEqualTo(
                json("{_id: 1, grades: [{n: 81, std: 8}, {n: 86, std: 6}, {n: 91, std: 3}], plain: [11, 12, 13, 12]}"));
    }

    @Contract
    void updatesElementsChosenByFilters(Mongo mongo) {
        mongo.insert(GRADES);
        mongo.collection().updateOne(json("{_id: 1}"), json("{$set: {'grades.$[good].std': 0, 'plain.$[two]': 22}}"),
                new UpdateOptions().arrayFilters(jsons("{'good.n': {$gte: 85}, 'good.std': {$lt: 6}}", "{two: 2}")));
        assertThat(mongo.one(1)).isEqualTo(
                json("{_id: 1, grades: [{n: 80, std: 8}, {n: 85, std: 6}, {n: 90, std: 0}], plain: [1, 22, 3, 22]}"));
    }

    @Contract
    void updatesNestedArraysByNestedFilters(Mongo mongo) {
        mongo.insert(
                "{_id: 1, parcels: [{no: 'p1', lines: [{sku: 'a', qty: 1}, {sku: 'b', qty: 2}]}, {no: 'p2', lines: [{sku: 'a', qty: 3}]}]}");
        mongo.collection().updateOne(json("{_id: 1}"), json("{$inc: {'parcels.$[p].lines.$[l].qty': 10}}"),
                new UpdateOptions().arrayFilters(jsons("{'p.no': 'p1'}", "{$or: [{'l.sku': 'a'}, {'l.qty': 9}]}")));
        mongo.collection().updateOne(json("{_id: 1}"), json("{$set: {'parcels.$[].lines.$[l].big': true}}"),
                new UpdateOptions().arrayFilters(jsons("{'l.qty': {$gt: 2}}")));
        assertThat(mongo.one(1)).isEqualTo(
                json("{_id: 1, parcels: [{no: 'p1', lines: [{sku: 'a', qty: 11, big: true}, {sku: 'b', qty: 2}]}, "
                        + "{no: 'p2', lines: [{sku: 'a', qty: 3, big: true}]}]}"));
    }

    @Contract
    void refusesFiltersThatDoNotFit(Mongo mongo) {
        mongo.insert(GRADES);
        UpdateOptions x = new UpdateOptions().arrayFilters(jsons("{x: 1}"));
        assertThat(codeOf(() -> mongo.collection().updateOne(json("{}"), json("{$set: {b: 1}}"), x))).isEqualTo(9);
        assertThat(codeOf(() -> mongo.update("{}", "{$set: {'plain.$[y]': 1}}"))).isEqualTo(2);
        assertThat(codeOf(() -> mongo.update("{}", "{$set: {'none.$[]': 1}}"))).isEqualTo(2);
        assertThat(codeOf(() -> mongo.update("{}", "{$set: {'_id.$[]': 1}}"))).isEqualTo(2);
        UpdateOptions two = new UpdateOptions().arrayFilters(jsons("{x: 1}", "{x: 2}"));
        assertThat(codeOf(() -> mongo.collection().updateOne(json("{}"), json("{$set: {'plain.$[x]': 1}}"), two)))
                .isEqualTo(9);
    }

    @Contract
    void refusesArrayOperatorsOnOtherValues(Mongo mongo) {
        mongo.insert("{_id: 1, a: 5}");
        assertThat(codeOf(() -> mongo.update("{}", "{$push: {a: 1}}"))).isEqualTo(2);
        assertThat(codeOf(() -> mongo.update("{}", "{$addToSet: {a: 1}}"))).isEqualTo(2);
        assertThat(codeOf(() -> mongo.update("{}", "{$pull: {a: 1}}"))).isEqualTo(2);
        assertThat(codeOf(() -> mongo.update("{}", "{$pop: {a: 1}}"))).isEqualTo(14);
        assertThat(codeOf(() -> mongo.update("{}", "{$pop: {b: 2}}"))).isEqualTo(9);
        assertThat(codeOf(() -> mongo.update("{}", "{$push: {b: {$each: [1], $foo: 1}}}"))).isEqualTo(2);
        assertThat(codeOf(() -> mongo.update("{}", "{$push: {b: {$each: 1}}}"))).isEqualTo(2);
    }
}
