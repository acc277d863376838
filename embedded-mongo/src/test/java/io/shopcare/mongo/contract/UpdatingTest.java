package io.shopcare.mongo.contract;

import java.util.Date;
import java.util.List;

import com.mongodb.client.result.UpdateResult;
import org.bson.BsonTimestamp;
import org.bson.Document;
import org.bson.types.Decimal128;

import static io.shopcare.mongo.contract.Mongo.codeOf;
import static io.shopcare.mongo.contract.Mongo.json;
import static io.shopcare.mongo.contract.Mongo.jsons;
import static org.assertj.core.api.Assertions.assertThat;

class UpdatingTest {

    @Contract
    void setsAndUnsets(Mongo mongo) {
        assertThat(mongo.updated("{_id: 1, a: 1, n: {x: 1}}", "{$set: {a: 2, 'n.y': 3, 'm.k': [1]}}"))
                .isEqualTo(json("{_id: 1, a: 2, n: {x: 1, y: 3}, m: {k: [1]}}"));
        assertThat(mongo.updated("{$unset: {'n.x': '', none: 1, 'm.k.0': 1}}"))
                .isEqualTo(json("{_id: 1, a: 2, n: {y: 3}, m: {k: [null]}}"));
        assertThat(mongo.updated("{$set: {'m.k.3': 4}}").get("m", Document.class).getList("k", Object.class))
                .containsExactly(null, null, null, 4);
    }

    @Contract
    void addsNewFieldsInTheOrderOfTheirNames(Mongo mongo) {
        assertThat(mongo.updated("{_id: 1, m: 1}", "{$set: {z: 1, b: 2}, $inc: {k: 1}}").keySet())
                .containsExactly("_id", "m", "b", "k", "z");
    }

    @Contract
    void countsWhatMatchedAndWhatChanged(Mongo mongo) {
        mongo.insert("{_id: 1, a: 1}", "{_id: 2, a: 1}", "{_id: 3, a: 2}");
        UpdateResult same = mongo.update("{_id: 1}", "{$set: {a: 1}}");
        assertThat(same.getMatchedCount()).isEqualTo(1);
        assertThat(same.getModifiedCount()).isZero();
        UpdateResult many = mongo.collection().updateMany(json("{}"), json("{$set: {a: 1}}"));
        assertThat(many.getMatchedCount()).isEqualTo(3);
        assertThat(many.getModifiedCount()).isEqualTo(1);
        assertThat(mongo.update("{_id: 9}", "{$set: {a: 1}}").getMatchedCount()).isZero();
    }

    @Contract
    void calculatesWithNumbersOfAnyType(Mongo mongo) {
        Document result = mongo.updated(
                "{_id: 1, i: 1, l: {$numberLong: '5'}, d: 1.5, c: {$numberDecimal: '0.10'}, big: 2147483647}",
                "{$inc: {i: 2, l: 1, d: 1, c: {$numberDecimal: '0.20'}, big: 1, fresh: 7}, $mul: {none: 3}}");
        assertThat(result).containsEntry("i", 3).containsEntry("l", 6L).containsEntry("d", 2.5)
                .containsEntry("c", Decimal128.parse("0.30")).containsEntry("big", 2147483648L)
                .containsEntry("fresh", 7)
                .containsEntry("none", 0);
        assertThat(mongo.updated("{$mul: {i: 2.5}}")).containsEntry("i", 7.5);
        assertThat(mongo.updated("{$inc: {l: {$numberDecimal: '0.5'}}}")).containsEntry("l", Decimal128.parse("6.5"));
    }

    @Contract
    void keepsTheLeastAndTheGreatest(Mongo mongo) {
        Document result = mongo.updated("{_id: 1, a: 5, b: 5, t: 'x'}", "{$min: {a: 3, fresh: 1}, $max: {b: 9, t: 1}}");
        assertThat(result).isEqualTo(json("{_id: 1, a: 3, b: 9, t: 'x', fresh: 1}"));
        assertThat(mongo.updated("{$min: {a: 4}, $max: {b: {$numberLong: '1'}}}")).isEqualTo(result);
    }

    @Contract
    void renames(Mongo mongo) {
        assertThat(mongo.updated("{_id: 1, a: 1, n: {x: 2}}", "{$rename: {a: 'b', 'n.x': 'n.y', none: 'other'}}"))
                .isEqualTo(json("{_id: 1, n: {y: 2}, b: 1}"));
        assertThat(mongo.updated("{_id: 1, a: 1, b: 2}", "{$rename: {a: 'b'}}")).isEqualTo(json("{_id: 1, b: 1}"));
        assertThat(codeOf(() -> mongo.updated("{_id: 1, a: [1]}", "{$rename: {'a.0': 'b'}}"))).isEqualTo(2);
    }

    @Contract
    void setsTheCurrentDate(Mongo mongo) {
        Document result = mongo.updated("{_id: 1}",
                "{$currentDate: {a: true, b: {$type: 'date'}, c: {$type: 'timestamp'}}}");
        assertThat(result.getDate("a")).isCloseTo(new Date(), 60_000);
        assertThat(result.get("c")).isInstanceOf(BsonTimestamp.class);
    }

    @Contract
    void combinesBits(Mongo mongo) {
        assertThat(mongo.updated("{_id: 1, a: 13}", "{$bit: {a: {and: 10}}}")).containsEntry("a", 8);
        assertThat(mongo.updated("{$bit: {a: {or: 3}, b: {xor: 5}}}")).containsEntry("a", 11).containsEntry("b", 5);
    }

    @Contract
    void replaces(Mongo mongo) {
        mongo.insert("{_id: 1, a: 1, b: 2}");
        UpdateResult result = mongo.collection().replaceOne(json("{a: 1}"), json("{c: 3}"));
        assertThat(result.getModifiedCount()).isEqualTo(1);
        assertThat(mongo.one(1)).isEqualTo(json("{_id: 1, c: 3}"));
        assertThat(codeOf(() -> mongo.collection().replaceOne(json("{_id: 1}"), json("{_id: 2, a: 1}")))).isEqualTo(66);
    }

    @Contract
    void updatesByPipeline(Mongo mongo) {
        mongo.insert("{_id: 1, a: 2, b: 3, drop: 1}");
        mongo.collection().updateOne(json("{_id: 1}"), jsons("{$set: {sum: {$add: ['$a', '$b']}}}", "{$unset: 'drop'}",
                "{$set: {twice: {$multiply: ['$sum', 2]}}}"));
        assertThat(mongo.one(1)).isEqualTo(json("{_id: 1, a: 2, b: 3, sum: 5, twice: 10}"));
        mongo.collection().updateOne(json("{_id: 1}"), jsons("{$replaceWith: {only: '$a'}}"));
        assertThat(mongo.one(1)).isEqualTo(json("{_id: 1, only: 2}"));
        assertThat(codeOf(() -> mongo.collection().updateOne(json("{_id: 1}"), jsons("{$match: {a: 1}}"))))
                .isEqualTo(72);
    }

    @Contract
    void neverChangesTheId(Mongo mongo) {
        mongo.insert("{_id: 1, a: 1}");
        assertThat(codeOf(() -> mongo.update("{_id: 1}", "{$set: {_id: 2}}"))).isEqualTo(66);
        assertThat(codeOf(() -> mongo.update("{_id: 1}", "{$unset: {_id: 1}}"))).isEqualTo(66);
        assertThat(codeOf(() -> mongo.update("{_id: 1}", "{$inc: {_id: 1}}"))).isEqualTo(66);
        mongo.update("{_id: 1}", "{$set: {_id: 1, a: 2}}");
        assertThat(mongo.one(1)).isEqualTo(json("{_id: 1, a: 2}"));
    }

    @Contract
    void refusesConflictsAndNonsense(Mongo mongo) {
        mongo.insert("{_id: 1, a: 1, s: 'text', n: {x: 1}}");
        assertThat(codeOf(() -> mongo.update("{}", "{$set: {n: 1}, $inc: {'n.x': 1}}"))).isEqualTo(40);
        assertThat(codeOf(() -> mongo.update("{}", "{$set: {a: 1}, $inc: {a: 1}}"))).isEqualTo(40);
        assertThat(codeOf(() -> mongo.update("{}", "{$foo: {a: 1}}"))).isEqualTo(9);
        assertThat(codeOf(() -> mongo.update("{}", "{$set: 5}"))).isEqualTo(9);
        assertThat(codeOf(() -> mongo.update("{}", "{$inc: {a: 'x'}}"))).isEqualTo(14);
        assertThat(codeOf(() -> mongo.update("{}", "{$inc: {s: 1}}"))).isEqualTo(14);
        assertThat(codeOf(() -> mongo.update("{}", "{$set: {'a.b': 1}}"))).isEqualTo(28);
        assertThat(codeOf(() -> mongo.update("{}", "{$set: {'a..b': 1}}"))).isEqualTo(56);
        assertThat(codeOf(() -> mongo.update("{}", "{$rename: {a: 'a'}}"))).isEqualTo(2);
        assertThat(codeOf(() -> mongo.update("{}", "{$currentDate: {a: 5}}"))).isEqualTo(2);
        assertThat(Mongo.writeErrorOf(mongo.run("{update: 'things', updates: [{q: {}, u: {a: 1, $set: {b: 1}}}]}")))
                .isIn(9, 52);
        assertThat(mongo.one(1)).isEqualTo(json("{_id: 1, a: 1, s: 'text', n: {x: 1}}"));
    }

    @Contract
    void refusesOverflowRatherThanWrapping(Mongo mongo) {
        mongo.insert("{_id: 1, a: {$numberLong: '9223372036854775807'}}");
        assertThat(codeOf(() -> mongo.update("{}", "{$inc: {a: 1}}"))).isEqualTo(2);
    }

    @Contract
    void deletesOneOrMany(Mongo mongo) {
        mongo.insert("{_id: 1, a: 1}", "{_id: 2, a: 1}", "{_id: 3, a: 1}", "{_id: 4, a: 2}");
        assertThat(mongo.collection().deleteOne(json("{a: 1}")).getDeletedCount()).isEqualTo(1);
        assertThat(mongo.collection().deleteMany(json("{a: 1}")).getDeletedCount()).isEqualTo(2);
        assertThat(mongo.collection().deleteMany(json("{a: 9}")).getDeletedCount()).isZero();
        assertThat(mongo.ids("{}")).isEqualTo(List.of(4));
    }
}
