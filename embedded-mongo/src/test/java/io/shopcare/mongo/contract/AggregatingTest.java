package io.shopcare.mongo.contract;

import java.util.ArrayList;
import java.util.List;

import com.mongodb.client.model.IndexOptions;
import org.bson.Document;

import static io.shopcare.mongo.contract.Mongo.codeOf;
import static io.shopcare.mongo.contract.Mongo.json;
import static io.shopcare.mongo.contract.Mongo.jsons;
import static org.assertj.core.api.Assertions.assertThat;

class AggregatingTest {

    private static void sales(Mongo mongo) {
        mongo.insert("{_id: 1, shop: 'a', amount: 10, tags: ['x', 'y'], at: {$date: '2026-01-05T10:00:00Z'}}",
                "{_id: 2, shop: 'b', amount: 20, tags: ['x'], at: {$date: '2026-01-20T10:00:00Z'}}",
                "{_id: 3, shop: 'a', amount: 30, tags: [], at: {$date: '2026-02-01T10:00:00Z'}}",
                "{_id: 4, shop: 'b', amount: 5.5, at: {$date: '2026-02-11T10:00:00Z'}}");
    }

    @Contract
    void groups(Mongo mongo) {
        sales(mongo);
        assertThat(mongo.aggregate("{$sort: {_id: 1}}",
                "{$group: {_id: '$shop', n: {$sum: 1}, c: {$count: {}}, total: {$sum: '$amount'}, avg: {$avg: '$amount'}, "
                        + "min: {$min: '$amount'}, max: {$max: '$amount'}, first: {$first: '$_id'}, last: {$last: '$_id'}, all: {$push: '$_id'}}}",
                "{$sort: {_id: 1}}"))
                .containsExactly(json(
                        "{_id: 'a', n: 2, c: 2, total: 40, avg: 20.0, min: 10, max: 30, first: 1, last: 3, all: [1, 3]}"),
                        json("{_id: 'b', n: 2, c: 2, total: 25.5, avg: 12.75, min: 5.5, max: 20, first: 2, last: 4, all: [2, 4]}"));
        assertThat(
                mongo.aggregate("{$group: {_id: null, shops: {$addToSet: '$shop'}, merged: {$mergeObjects: {k: 1}}}}")
                        .getFirst().getList("shops", String.class))
                .containsExactlyInAnyOrder("a", "b");
        assertThat(mongo.aggregate("{$group: {_id: {shop: '$shop', big: {$gt: ['$amount', 15]}}, n: {$sum: 1}}}",
                "{$match: {'_id.big': true}}", "{$sort: {_id: 1}}"))
                .containsExactly(json("{_id: {shop: 'a', big: true}, n: 1}"),
                        json("{_id: {shop: 'b', big: true}, n: 1}"));
        assertThat(mongo.aggregate("{$group: {_id: '$none', n: {$sum: 1}}}"))
                .containsExactly(json("{_id: null, n: 4}"));
    }

    @Contract
    void groupsTheFirstAndBestOfMany(Mongo mongo) {
        sales(mongo);
        assertThat(mongo.aggregate("{$sort: {_id: 1}}",
                "{$group: {_id: null, top: {$top: {sortBy: {amount: -1}, output: '$_id'}}, two: {$topN: {n: 2, sortBy: {amount: 1}, output: '$_id'}}, "
                        + "most: {$maxN: {n: 2, input: '$amount'}}, f: {$firstN: {n: 3, input: '$_id'}}, low: {$bottom: {sortBy: {amount: -1}, output: '$_id'}}}}"))
                .containsExactly(json("{_id: null, top: 3, two: [4, 1], most: [30, 20], f: [1, 2, 3], low: 4}"));
        assertThat((Double) mongo.aggregate("{$group: {_id: null, d: {$stdDevPop: '$amount'}}}").getFirst().get("d"))
                .isBetween(9.4, 9.5);
    }

    @Contract
    void matchesSortsSkipsAndLimits(Mongo mongo) {
        sales(mongo);
        assertThat(mongo.aggregate("{$match: {amount: {$gt: 6}}}", "{$sort: {amount: -1}}", "{$skip: 1}", "{$limit: 1}",
                "{$project: {amount: 1}}"))
                .containsExactly(json("{_id: 2, amount: 20}"));
        assertThat(mongo.aggregate("{$limit: 2}", "{$match: {_id: {$gt: 0}}}", "{$count: 'n'}"))
                .containsExactly(json("{n: 2}"));
        assertThat(mongo.aggregate("{$match: {shop: 'a'}}", "{$match: {amount: 30}}", "{$project: {_id: 1}}"))
                .containsExactly(json("{_id: 3}"));
        assertThat(mongo.aggregate("{$match: {shop: 'none'}}", "{$count: 'n'}")).isEmpty();
    }

    @Contract
    void shapesDocuments(Mongo mongo) {
        sales(mongo);
        assertThat(mongo.aggregate("{$match: {_id: 1}}",
                "{$set: {'n.a': '$amount', at: '$$REMOVE', tags: {$size: '$tags'}}}"))
                .containsExactly(json("{_id: 1, shop: 'a', amount: 10, tags: 2, n: {a: 10}}"));
        assertThat(mongo.aggregate("{$match: {_id: 1}}", "{$addFields: {n: {b: 1, c: {$add: [1, 1]}}}}",
                "{$unset: ['at', 'tags', 'n.b']}"))
                .containsExactly(json("{_id: 1, shop: 'a', amount: 10, n: {c: 2}}"));
        assertThat(mongo.aggregate("{$match: {_id: 1}}",
                "{$project: {_id: 0, s: '$shop', n: {deep: '$amount'}, 'm.k': {$literal: 1}}}"))
                .containsExactly(json("{s: 'a', n: {deep: 10}, m: {k: 1}}"));
        assertThat(mongo.aggregate("{$match: {_id: 1}}",
                "{$replaceRoot: {newRoot: {x: '$amount', doc: {$mergeObjects: [{a: 1}, {b: '$shop'}]}}}}"))
                .containsExactly(json("{x: 10, doc: {a: 1, b: 'a'}}"));
        assertThat(
                mongo.aggregate("{$match: {_id: 1}}", "{$replaceWith: {$arrayToObject: [[{k: 'z', v: '$amount'}]]}}"))
                .containsExactly(json("{z: 10}"));
    }

    @Contract
    void setsFieldsOfEveryElement(Mongo mongo) {
        mongo.insert("{_id: 1, lines: [{q: 1}, {q: 2}]}");
        assertThat(mongo.aggregate("{$set: {'lines.seen': true}}"))
                .containsExactly(json("{_id: 1, lines: [{q: 1, seen: true}, {q: 2, seen: true}]}"));
    }

    @Contract
    void unwinds(Mongo mongo) {
        sales(mongo);
        assertThat(mongo.aggregate("{$unwind: '$tags'}", "{$project: {tags: 1}}", "{$sort: {_id: 1, tags: 1}}"))
                .containsExactly(json("{_id: 1, tags: 'x'}"), json("{_id: 1, tags: 'y'}"), json("{_id: 2, tags: 'x'}"));
        assertThat(
                mongo.aggregate("{$unwind: {path: '$tags', includeArrayIndex: 'i', preserveNullAndEmptyArrays: true}}",
                        "{$project: {tags: 1, i: 1}}", "{$sort: {_id: 1, i: 1}}"))
                .containsExactly(json("{_id: 1, tags: 'x', i: {$numberLong: '0'}}"),
                        json("{_id: 1, tags: 'y', i: {$numberLong: '1'}}"),
                        json("{_id: 2, tags: 'x', i: {$numberLong: '0'}}"), json("{_id: 3, i: null}"),
                        json("{_id: 4, i: null}"));
    }

    @Contract
    void joins(Mongo mongo) {
        sales(mongo);
        mongo.collection("shops").insertMany(
                jsons("{_id: 'a', name: 'Nuan', tags: ['x']}", "{_id: 'c', name: 'None', tags: ['y', 'x']}"));
        assertThat(mongo.aggregate("{$match: {_id: {$lte: 2}}}",
                "{$lookup: {from: 'shops', localField: 'shop', foreignField: '_id', as: 's'}}", "{$project: {s: 1}}",
                "{$sort: {_id: 1}}"))
                .containsExactly(json("{_id: 1, s: [{_id: 'a', name: 'Nuan', tags: ['x']}]}"), json("{_id: 2, s: []}"));
        assertThat(mongo
                .aggregate("{$match: {_id: 1}}",
                        "{$lookup: {from: 'shops', localField: 'tags', foreignField: 'tags', as: 's'}}",
                        "{$project: {'s._id': 1}}")
                .getFirst()
                .getList("s", Document.class)).hasSize(2);
        assertThat(mongo.aggregate("{$match: {_id: 1}}",
                "{$lookup: {from: 'shops', let: {shop: '$shop', m: 5}, pipeline: [{$match: {$expr: {$and: [{$eq: ['$_id', '$$shop']}, {$gt: [10, '$$m']}]}}}, {$project: {_id: 0, name: 1}}], as: 's'}}",
                "{$project: {s: 1}}"))
                .containsExactly(json("{_id: 1, s: [{name: 'Nuan'}]}"));
        assertThat(mongo.aggregate("{$match: {_id: 1}}",
                "{$lookup: {from: 'shops', localField: 'shop', foreignField: '_id', pipeline: [{$set: {n: {$toUpper: '$name'}}}, {$project: {_id: 0, n: 1}}], as: 's'}}",
                "{$project: {s: 1}}"))
                .containsExactly(json("{_id: 1, s: [{n: 'NUAN'}]}"));
    }

    @Contract
    void followsReferences(Mongo mongo) {
        mongo.insert("{_id: 1, to: 2}", "{_id: 2, to: 3}", "{_id: 3, to: 1}", "{_id: 4}");
        List<Document> found = mongo.aggregate("{$match: {_id: 1}}",
                "{$graphLookup: {from: 'things', startWith: '$to', connectFromField: 'to', connectToField: '_id', as: 'way', depthField: 'd', maxDepth: 1}}")
                .getFirst().getList("way", Document.class);
        assertThat(found).containsExactlyInAnyOrder(json("{_id: 2, to: 3, d: {$numberLong: '0'}}"),
                json("{_id: 3, to: 1, d: {$numberLong: '1'}}"));
    }

    @Contract
    void unites(Mongo mongo) {
        mongo.insert("{_id: 1}");
        mongo.collection("more").insertMany(jsons("{_id: 2, a: 1}", "{_id: 3, a: 2}"));
        assertThat(mongo.aggregate("{$unionWith: 'more'}", "{$project: {_id: 1}}")).containsExactly(json("{_id: 1}"),
                json("{_id: 2}"), json("{_id: 3}"));
        assertThat(mongo.aggregate("{$unionWith: {coll: 'more', pipeline: [{$match: {a: 2}}]}}", "{$count: 'n'}"))
                .containsExactly(json("{n: 2}"));
    }

    @Contract
    void putsIntoBuckets(Mongo mongo) {
        sales(mongo);
        assertThat(mongo.aggregate(
                "{$bucket: {groupBy: '$amount', boundaries: [0, 10, 25], default: 'more', output: {n: {$sum: 1}, ids: {$push: '$_id'}}}}"))
                .containsExactly(json("{_id: 0, n: 1, ids: [4]}"), json("{_id: 10, n: 2, ids: [1, 2]}"),
                        json("{_id: 'more', n: 1, ids: [3]}"));
        assertThat(mongo.aggregate("{$bucketAuto: {groupBy: '$amount', buckets: 2}}"))
                .containsExactly(json("{_id: {min: 5.5, max: 20}, count: 2}"),
                        json("{_id: {min: 20, max: 30}, count: 2}"));
        assertThat(mongo.aggregate("{$unwind: '$tags'}", "{$sortByCount: '$tags'}"))
                .containsExactly(json("{_id: 'x', count: 2}"), json("{_id: 'y', count: 1}"));
    }

    @Contract
    void givesFacets(Mongo mongo) {
        sales(mongo);
        assertThat(mongo.aggregate("{$match: {shop: 'a'}}",
                "{$facet: {n: [{$count: 'n'}], page: [{$sort: {amount: -1}}, {$limit: 1}, {$project: {amount: 1}}], none: [{$match: {x: 1}}]}}"))
                .containsExactly(json("{n: [{n: 2}], page: [{_id: 3, amount: 30}], none: []}"));
    }

    @Contract
    void takesSamples(Mongo mongo) {
        sales(mongo);
        assertThat(mongo.aggregate("{$sample: {size: 3}}")).hasSize(3).doesNotHaveDuplicates();
        assertThat(mongo.aggregate("{$sample: {size: 30}}")).hasSize(4);
    }

    @Contract
    void writesItsResult(Mongo mongo) {
        sales(mongo);
        assertThat(mongo.aggregate("{$match: {shop: 'a'}}", "{$project: {amount: 1}}", "{$out: 'out'}")).hasSize(2);
        assertThat(mongo.collection("out").find().into(new ArrayList<>())).containsExactly(json("{_id: 1, amount: 10}"),
                json("{_id: 3, amount: 30}"));
        mongo.aggregate("{$match: {_id: 2}}", "{$project: {amount: 1}}", "{$out: 'out'}");
        assertThat(mongo.collection("out").countDocuments()).isEqualTo(1);
    }

    @Contract
    void mergesItsResult(Mongo mongo) {
        sales(mongo);
        mongo.collection("totals").insertMany(jsons("{_id: 'a', total: 1, note: 'keep'}", "{_id: 'z', total: 9}"));
        mongo.aggregate("{$group: {_id: '$shop', total: {$sum: '$amount'}}}", "{$merge: {into: 'totals'}}");
        assertThat(mongo.collection("totals").find().sort(json("{_id: 1}")).into(new ArrayList<>()))
                .containsExactly(json("{_id: 'a', total: 40, note: 'keep'}"), json("{_id: 'b', total: 25.5}"),
                        json("{_id: 'z', total: 9}"));
        mongo.aggregate("{$group: {_id: '$shop', total: {$sum: 1}}}",
                "{$merge: {into: 'totals', whenMatched: [{$set: {total: {$add: ['$total', '$$new.total']}}}], whenNotMatched: 'discard'}}");
        assertThat(mongo.collection("totals").find(json("{_id: 'a'}")).first())
                .isEqualTo(json("{_id: 'a', total: 42, note: 'keep'}"));
        mongo.collection("keyed").createIndex(json("{k: 1}"), new IndexOptions().unique(true));
        mongo.aggregate("{$project: {_id: 0, k: '$shop', v: '$amount'}}", "{$sort: {v: 1}}",
                "{$merge: {into: 'keyed', on: 'k', whenMatched: 'replace'}}");
        assertThat(mongo.collection("keyed").countDocuments()).isEqualTo(2);
    }

    @Contract
    void addsUpWithoutLosingBits(Mongo mongo) {
        for (int i = 0; i < 10; i++) {
            mongo.collection().insertOne(new Document("_id", i).append("a", 0.1));
        }
        assertThat(mongo.aggregate("{$group: {_id: null, sum: {$sum: '$a'}, avg: {$avg: '$a'}}}").getFirst())
                .isEqualTo(json("{_id: null, sum: 1.0, avg: 0.1}"));
    }

    @Contract
    void readsDocumentsOfTheCommand(Mongo mongo) {
        Document answer = mongo
                .run("{aggregate: 1, pipeline: [{$documents: [{a: 1}, {a: 2}]}, {$match: {a: 2}}], cursor: {}}");
        assertThat(answer.get("cursor", Document.class).getList("firstBatch", Document.class))
                .containsExactly(json("{a: 2}"));
    }

    @Contract
    void hidesPartsOfDocuments(Mongo mongo) {
        mongo.insert("{_id: 1, level: 1, inner: {level: 5, x: 1}, list: [{level: 1, y: 1}, {level: 9}]}");
        assertThat(mongo.aggregate("{$redact: {$cond: [{$lte: ['$level', 3]}, '$$DESCEND', '$$PRUNE']}}"))
                .containsExactly(json("{_id: 1, level: 1, list: [{level: 1, y: 1}]}"));
    }

    @Contract
    void usesVariablesOfTheCommand(Mongo mongo) {
        sales(mongo);
        Document answer = mongo.run(
                "{aggregate: 'things', pipeline: [{$match: {$expr: {$eq: ['$shop', '$$wanted']}}}, {$project: {more: {$add: ['$amount', '$$plus.n']}}}, {$sort: {_id: 1}}], cursor: {}, let: {wanted: 'a', plus: {n: 2}}}");
        assertThat(answer.get("cursor", Document.class).getList("firstBatch", Document.class))
                .containsExactly(json("{_id: 1, more: 12}"), json("{_id: 3, more: 32}"));
    }

    @Contract
    void refusesWhatItDoesNotKnow(Mongo mongo) {
        sales(mongo);
        assertThat(codeOf(() -> mongo.aggregate("{$nonsense: {}}"))).isEqualTo(40324);
        assertThat(codeOf(() -> mongo.aggregate("{$project: {a: {$nonsense: 1}}}"))).isEqualTo(31325);
        assertThat(codeOf(() -> mongo.aggregate("{$addFields: {a: {$nonsense: 1}}}"))).isEqualTo(168);
        assertThat(codeOf(() -> mongo.aggregate("{$group: {_id: null, a: {$nonsense: 1}}}"))).isEqualTo(15952);
        assertThat(codeOf(() -> mongo.aggregate("{$group: {a: {$sum: 1}}}"))).isEqualTo(15955);
        assertThat(codeOf(() -> mongo.aggregate("{$group: {_id: null, a: 5}}"))).isEqualTo(40234);
        assertThat(codeOf(() -> mongo.aggregate("{$match: {a: 1}, $limit: 1}"))).isEqualTo(40323);
        assertThat(codeOf(() -> mongo.aggregate("{$limit: 0}"))).isEqualTo(15958);
        assertThat(codeOf(() -> mongo.aggregate("{$unwind: 'tags'}"))).isEqualTo(28818);
        assertThat(codeOf(() -> mongo.aggregate("{$project: {a: '$$nothing'}}"))).isEqualTo(17276);
        assertThat(codeOf(() -> mongo.aggregate("{$count: ''}"))).isIn(40156, 40157);
        assertThat(codeOf(() -> mongo.aggregate("{$facet: {a: [{$out: 'x'}]}}"))).isEqualTo(40600);
        assertThat(codeOf(() -> mongo.run("{aggregate: 'things', pipeline: [{$out: 'x'}, {$match: {}}], cursor: {}}")))
                .isEqualTo(40601);
        assertThat(codeOf(() -> mongo.run("{aggregate: 'things', pipeline: []}"))).isEqualTo(9);
        assertThat(codeOf(() -> mongo.run("{aggregate: 'things', pipeline: {}, cursor: {}}"))).isEqualTo(14);
        assertThat(codeOf(() -> mongo.collection("nothing").aggregate(jsons("{$nonsense: 1}")).first()))
                .isEqualTo(40324);
    }
}
