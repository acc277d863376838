package io.shopcare.mongo.contract;

import static io.shopcare.mongo.contract.Mongo.codeOf;
import static org.assertj.core.api.Assertions.assertThat;

class QueryingTest {

    @Contract
    void comparesWithinATypeOnly(Mongo mongo) {
        mongo.insert("{_id: 1, a: 5}", "{_id: 2, a: 10}", "{_id: 3, a: '7'}", "{_id: 4}", "{_id: 5, a: null}",
                "{_id: 6, a: true}");
        assertThat(mongo.ids("{a: {$gt: 4}}")).containsExactly(1, 2);
        assertThat(mongo.ids("{a: {$gte: 5, $lt: 10}}")).containsExactly(1);
        assertThat(mongo.ids("{a: {$lte: 'z'}}")).containsExactly(3);
        assertThat(mongo.ids("{a: {$lt: true}}")).isEmpty();
        assertThat(mongo.ids("{a: {$gte: null}}")).containsExactly(4, 5);
        assertThat(mongo.ids("{a: {$gt: null}}")).isEmpty();
        assertThat(mongo.ids("{a: {$gt: {$minKey: 1}}}")).containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Contract
    void takesNullForMissing(Mongo mongo) {
        mongo.insert("{_id: 1, a: null}", "{_id: 2}", "{_id: 3, a: 0}", "{_id: 4, a: []}", "{_id: 5, a: [null]}");
        assertThat(mongo.ids("{a: null}")).containsExactly(1, 2, 5);
        assertThat(mongo.ids("{a: {$ne: null}}")).containsExactly(3, 4);
        assertThat(mongo.ids("{a: {$exists: true}}")).containsExactly(1, 3, 4, 5);
        assertThat(mongo.ids("{a: {$exists: false}}")).containsExactly(2);
        assertThat(mongo.ids("{a: {$in: [null, 0]}}")).containsExactly(1, 2, 3, 5);
        assertThat(mongo.ids("{a: {$type: 'null'}}")).containsExactly(1, 5);
        assertThat(mongo.ids("{a: {$not: {$exists: true}}}")).containsExactly(2);
    }

    @Contract
    void takesNumbersOfAnyTypeForEqual(Mongo mongo) {
        mongo.insert("{_id: 1, a: 1}", "{_id: 2, a: {$numberLong: '1'}}", "{_id: 3, a: 1.0}",
                "{_id: 4, a: {$numberDecimal: '1.00'}}",
                "{_id: 5, a: 1.5}");
        assertThat(mongo.ids("{a: 1}")).containsExactly(1, 2, 3, 4);
        assertThat(mongo.ids("{a: {$numberDecimal: '1.5'}}")).containsExactly(5);
        assertThat(mongo.ids("{a: {$in: [{$numberLong: '1'}]}}")).containsExactly(1, 2, 3, 4);
        assertThat(mongo.ids("{a: {$type: 'int'}}")).containsExactly(1);
        assertThat(mongo.ids("{a: {$type: 'number'}}")).hasSize(5);
        assertThat(mongo.ids("{a: {$type: 'decimal'}}")).containsExactly(4);
        assertThat(mongo.ids("{_id: {$numberLong: '5'}}")).containsExactly(5);
    }

    @Contract
    void comparesLargeLongsExactly(Mongo mongo) {
        mongo.insert("{_id: 1, a: {$numberLong: '9007199254740993'}}",
                "{_id: 2, a: {$numberDouble: '9007199254740992'}}");
        assertThat(mongo.ids("{a: {$numberLong: '9007199254740993'}}")).containsExactly(1);
        assertThat(mongo.ids("{a: {$gt: {$numberDouble: '9007199254740992'}}}")).containsExactly(1);
    }

    @Contract
    void looksIntoArrays(Mongo mongo) {
        mongo.insert("{_id: 1, tags: ['a', 'b']}", "{_id: 2, tags: 'a'}", "{_id: 3, tags: [['a', 'b']]}",
                "{_id: 4, tags: []}");
        assertThat(mongo.ids("{tags: 'a'}")).containsExactly(1, 2);
        assertThat(mongo.ids("{tags: ['a', 'b']}")).containsExactly(1, 3);
        assertThat(mongo.ids("{tags: {$size: 0}}")).containsExactly(4);
        assertThat(mongo.ids("{tags: {$all: ['b', 'a']}}")).containsExactly(1);
        assertThat(mongo.ids("{tags: {$nin: ['a']}}")).containsExactly(3, 4);
        assertThat(mongo.ids("{'tags.0': 'a'}")).containsExactly(1);
        assertThat(mongo.ids("{tags: {$in: [/^b/]}}")).containsExactly(1);
        assertThat(mongo.ids("{tags: []}")).containsExactly(4);
    }

    @Contract
    void looksIntoDocumentsOfArrays(Mongo mongo) {
        mongo.insert("{_id: 1, lines: [{sku: 'a', qty: 1}, {sku: 'b', qty: 5}]}",
                "{_id: 2, lines: [{sku: 'a', qty: 5}]}",
                "{_id: 3, lines: []}", "{_id: 4, lines: {sku: 'a', qty: 5}}");
        assertThat(mongo.ids("{'lines.sku': 'a', 'lines.qty': 5}")).containsExactly(1, 2, 4);
        assertThat(mongo.ids("{lines: {$elemMatch: {sku: 'a', qty: 5}}}")).containsExactly(2);
        assertThat(mongo.ids("{lines: {$elemMatch: {qty: {$gt: 1, $lt: 6}, sku: {$ne: 'a'}}}}")).containsExactly(1);
        assertThat(mongo.ids("{lines: {sku: 'a', qty: 5}}")).containsExactly(2, 4);
        assertThat(mongo.ids("{lines: {qty: 5, sku: 'a'}}")).isEmpty();
        assertThat(mongo.ids("{'lines.1.sku': 'b'}")).containsExactly(1);
        assertThat(mongo.ids("{'lines.sku': {$ne: 'a'}}")).containsExactly(3);
        assertThat(mongo.ids("{'lines.sku': {$exists: false}}")).containsExactly(3);
        assertThat(mongo.ids("{'lines.sku': null}")).isEmpty();
    }

    @Contract
    void appliesRangesToAnyElementUnlessElemMatchTiesThem(Mongo mongo) {
        mongo.insert("{_id: 1, a: [1, 20]}", "{_id: 2, a: [10]}", "{_id: 3, a: 10}");
        assertThat(mongo.ids("{a: {$gt: 5, $lt: 15}}")).containsExactly(1, 2, 3);
        assertThat(mongo.ids("{a: {$elemMatch: {$gt: 5, $lt: 15}}}")).containsExactly(2);
        assertThat(mongo.ids("{a: {$not: {$gt: 15}}}")).containsExactly(2, 3);
        assertThat(mongo.ids("{a: {$elemMatch: {$ne: 10}}}")).containsExactly(1);
    }

    @Contract
    void combinesConditions(Mongo mongo) {
        mongo.insert("{_id: 1, a: 1, b: 1}", "{_id: 2, a: 1, b: 2}", "{_id: 3, a: 2}");
        assertThat(mongo.ids("{$or: [{a: 2}, {b: 2}]}")).containsExactly(2, 3);
        assertThat(mongo.ids("{$and: [{a: 1}, {b: {$ne: 2}}]}")).containsExactly(1);
        assertThat(mongo.ids("{$nor: [{a: 2}, {b: 2}]}")).containsExactly(1);
        assertThat(mongo.ids("{a: 1, $or: [{b: 1}, {b: 3}]}")).containsExactly(1);
        assertThat(mongo.ids("{a: {$not: {$eq: 1}}}")).containsExactly(3);
        assertThat(mongo.ids("{$expr: {$gt: ['$b', '$a']}}")).containsExactly(2);
        assertThat(mongo.ids("{a: {$mod: [2, 1]}, $comment: 'odd'}")).containsExactly(1, 2);
    }

    @Contract
    void matchesRegularExpressionsInTextOnly(Mongo mongo) {
        mongo.insert("{_id: 1, a: 'Hello'}", "{_id: 2, a: 'world\\nhello'}", "{_id: 3, a: 5}",
                "{_id: 4, a: ['x', 'hellos']}");
        assertThat(mongo.ids("{a: /^hello/}")).containsExactly(4);
        assertThat(mongo.ids("{a: /^hello/i}")).containsExactly(1, 4);
        assertThat(mongo.ids("{a: {$regex: '^hello', $options: 'im'}}")).containsExactly(1, 2, 4);
        assertThat(mongo.ids("{a: {$not: /hello/i}}")).containsExactly(3);
        assertThat(mongo.ids("{a: {$regex: '5'}}")).isEmpty();
        assertThat(mongo.ids("{a: {$nin: [/hello/i]}}")).containsExactly(3);
    }

    @Contract
    void findsDatesIdsAndBinary(Mongo mongo) {
        mongo.insert("{_id: 1, at: {$date: '2026-01-01T00:00:00Z'}, id: {$oid: '507f1f77bcf86cd799439011'}}",
                "{_id: 2, at: {$date: '2026-06-01T00:00:00Z'}, u: {$uuid: '00000000-0000-4000-8000-000000000001'}}");
        assertThat(mongo.ids("{at: {$gte: {$date: '2026-03-01T00:00:00Z'}}}")).containsExactly(2);
        assertThat(mongo.ids("{id: {$oid: '507f1f77bcf86cd799439011'}}")).containsExactly(1);
        assertThat(mongo.ids("{u: {$uuid: '00000000-0000-4000-8000-000000000001'}}")).containsExactly(2);
        assertThat(mongo.ids("{at: {$type: 'date'}}")).containsExactly(1, 2);
    }

    @Contract
    void findsBits(Mongo mongo) {
        mongo.insert("{_id: 1, a: 5}", "{_id: 2, a: 2}");
        assertThat(mongo.ids("{a: {$bitsAllSet: 5}}")).containsExactly(1);
        assertThat(mongo.ids("{a: {$bitsAnyClear: [0]}}")).containsExactly(2);
    }

    @Contract
    void refusesWhatItCannotRead(Mongo mongo) {
        mongo.insert("{_id: 1, a: 1}");
        assertThat(codeOf(() -> mongo.ids("{a: {$foo: 1}}"))).isEqualTo(2);
        assertThat(codeOf(() -> mongo.ids("{$foo: 1}"))).isEqualTo(2);
        assertThat(codeOf(() -> mongo.ids("{a: {$in: 5}}"))).isEqualTo(2);
        assertThat(codeOf(() -> mongo.ids("{a: {$in: [{$gt: 1}]}}"))).isEqualTo(2);
        assertThat(codeOf(() -> mongo.ids("{$or: []}"))).isEqualTo(2);
        assertThat(codeOf(() -> mongo.ids("{$or: {a: 1}}"))).isEqualTo(2);
        assertThat(codeOf(() -> mongo.ids("{a: {$not: 5}}"))).isEqualTo(2);
        assertThat(codeOf(() -> mongo.ids("{a: {$gt: 1, b: 2}}"))).isEqualTo(2);
        assertThat(codeOf(() -> mongo.ids("{a: {$type: 'nothing'}}"))).isEqualTo(2);
        assertThat(codeOf(() -> mongo.ids("{a: {$mod: [0, 1]}}"))).isEqualTo(2);
        assertThat(codeOf(() -> mongo.ids("{a: {$elemMatch: 5}}"))).isEqualTo(2);
        assertThat(codeOf(() -> mongo.ids("{a: {$size: -1}}"))).isEqualTo(2);
        assertThat(codeOf(() -> mongo.ids("{a: {$options: 'i'}}"))).isEqualTo(2);
        assertThat(codeOf(() -> mongo.ids("{$text: {$search: 'a'}}"))).isEqualTo(27);
        assertThat(codeOf(() -> mongo.ids("{a: {$near: [1, 2]}}"))).isEqualTo(291);
        assertThat(codeOf(() -> mongo.collection("empty").find(Mongo.json("{a: {$foo: 1}}")).first())).isEqualTo(2);
    }
}
