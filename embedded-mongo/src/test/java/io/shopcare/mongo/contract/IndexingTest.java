package io.shopcare.mongo.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import org.bson.Document;

import static io.shopcare.mongo.contract.Mongo.codeOf;
import static io.shopcare.mongo.contract.Mongo.json;
import static org.assertj.core.api.Assertions.assertThat;

class IndexingTest {
    private static final IndexOptions UNIQUE = new IndexOptions().unique(true);

    private static List<Document> indexes(Mongo mongo) {
        return mongo.collection().listIndexes().into(new ArrayList<>());
    }

    private static int codeOfInsert(Mongo mongo, String document) {
        return codeOf(() -> mongo.insert(document));
    }

    @Contract
    void listsWhatWasCreated(Mongo mongo) {
        mongo.collection().createIndex(json("{a: 1, 'n.b': -1}"));
        mongo.collection().createIndex(json("{u: 1}"), new IndexOptions().unique(true).sparse(true).name("own"));
        mongo.collection().createIndex(json("{at: 1}"), new IndexOptions().expireAfter(60L, TimeUnit.SECONDS));
        mongo.collection().createIndex(json("{p: 1}"),
                new IndexOptions().partialFilterExpression(json("{state: 'open'}")));
        List<Document> listed = indexes(mongo);
        listed.forEach(index -> index.computeIfPresent("expireAfterSeconds",
                (option, seconds) -> ((Number) seconds).intValue()));
        assertThat(listed).containsExactly(json("{v: 2, key: {_id: 1}, name: '_id_'}"),
                json("{v: 2, key: {a: 1, 'n.b': -1}, name: 'a_1_n.b_-1'}"),
                json("{v: 2, key: {u: 1}, name: 'own', unique: true, sparse: true}"),
                json("{v: 2, key: {at: 1}, name: 'at_1', expireAfterSeconds: 60}"),
                json("{v: 2, key: {p: 1}, name: 'p_1', partialFilterExpression: {state: 'open'}}"));
    }

    @Contract
    void answersHowManyThereWereAndAre(Mongo mongo) {
        Document created = mongo
                .run("{createIndexes: 'things', indexes: [{key: {a: 1}, name: 'a_1'}, {key: {b: 1}, name: 'b_1'}]}");
        assertThat(created).containsEntry("numIndexesBefore", 1).containsEntry("numIndexesAfter", 3)
                .containsEntry("createdCollectionAutomatically", true);
        Document again = mongo.run("{createIndexes: 'things', indexes: [{key: {a: 1}, name: 'a_1'}]}");
        assertThat(again).containsEntry("numIndexesBefore", 3).containsEntry("numIndexesAfter", 3).containsEntry("note",
                "all indexes already exist");
        Document other = mongo
                .run("{createIndexes: 'things', indexes: [{key: {c: 1}, name: 'c_1', background: true}]}");
        assertThat(other).containsEntry("createdCollectionAutomatically", false).containsEntry("numIndexesAfter", 4);
    }

    @Contract
    void keepsKeysUnique(Mongo mongo) {
        mongo.collection().createIndex(json("{a: 1, b: 1}"), UNIQUE);
        mongo.insert("{_id: 1, a: 1, b: 1}", "{_id: 2, a: 1, b: 2}", "{_id: 3, a: 1}");
        assertThat(codeOfInsert(mongo, "{_id: 4, a: 1.0, b: 2}")).isEqualTo(11000);
        assertThat(codeOfInsert(mongo, "{_id: 4, a: 1, b: null}")).isEqualTo(11000);
        assertThat(codeOf(() -> mongo.update("{_id: 1}", "{$set: {b: 2}}"))).isEqualTo(11000);
        assertThat(codeOfInsert(mongo, "{_id: 1, a: 9}")).isEqualTo(11000);
        mongo.update("{_id: 2}", "{$set: {b: 3}}");
        mongo.update("{_id: 1}", "{$set: {b: 2}}");
        assertThat(mongo.ids("{a: 1, b: 2}")).containsExactly(1);
    }

    @Contract
    void keepsElementsOfArraysUniqueAcrossDocuments(Mongo mongo) {
        mongo.collection().createIndex(json("{tags: 1}"), UNIQUE);
        mongo.insert("{_id: 1, tags: ['a', 'b', 'a']}");
        assertThat(codeOfInsert(mongo, "{_id: 2, tags: ['c', 'b']}")).isEqualTo(11000);
        mongo.insert("{_id: 2, tags: ['c']}");
        assertThat(codeOf(() -> mongo.update("{_id: 2}", "{$push: {tags: 'a'}}"))).isEqualTo(11000);
        mongo.update("{_id: 1}", "{$pull: {tags: 'a'}}");
        mongo.update("{_id: 2}", "{$push: {tags: 'a'}}");
        assertThat(mongo.ids("{tags: 'a'}")).containsExactly(2);
    }

    @Contract
    void leavesOutWhatASparseIndexDoesNotHave(Mongo mongo) {
        mongo.collection().createIndex(json("{a: 1}"), new IndexOptions().unique(true).sparse(true));
        mongo.insert("{_id: 1}", "{_id: 2}", "{_id: 3, a: null}");
        assertThat(codeOfInsert(mongo, "{_id: 4, a: null}")).isEqualTo(11000);
        assertThat(mongo.ids("{a: null}")).containsExactly(1, 2, 3);
        assertThat(mongo.sorted("{a: 1, _id: 1}")).hasSize(3);
    }

    @Contract
    void holdsOnlyWhatAPartialIndexFilters(Mongo mongo) {
        mongo.collection().createIndex(json("{buyer: 1}"),
                new IndexOptions().unique(true).partialFilterExpression(json("{state: 'open', n: {$gt: 0}}")));
        mongo.insert("{_id: 1, buyer: 'x', state: 'open', n: 1}", "{_id: 2, buyer: 'x', state: 'closed', n: 1}",
                "{_id: 3, buyer: 'x', state: 'open', n: 0}");
        assertThat(codeOfInsert(mongo, "{_id: 4, buyer: 'x', state: 'open', n: 5}")).isEqualTo(11000);
        assertThat(codeOf(() -> mongo.update("{_id: 2}", "{$set: {state: 'open'}}"))).isEqualTo(11000);
        mongo.update("{_id: 1}", "{$set: {state: 'closed'}}");
        mongo.update("{_id: 2}", "{$set: {state: 'open'}}");
        assertThat(mongo.ids("{buyer: 'x'}")).containsExactly(1, 2, 3);
        assertThat(mongo.ids("{buyer: 'x', state: 'open', n: 1}")).containsExactly(2);
    }

    @Contract
    void isBuiltOnWhatIsThere(Mongo mongo) {
        mongo.insert("{_id: 1, a: 3}", "{_id: 2, a: 1}", "{_id: 3, a: [2, 9]}", "{_id: 4}");
        mongo.collection().createIndex(json("{a: -1}"));
        assertThat(mongo.sorted("{a: 1}")).containsExactly(4, 2, 3, 1);
        assertThat(mongo.ids("{a: {$gte: 2}}")).containsExactly(1, 3);
        mongo.insert("{_id: 5, a: 1}");
        assertThat(codeOf(() -> mongo.collection().createIndex(json("{a: 1}"), UNIQUE))).isEqualTo(11000);
        assertThat(indexes(mongo)).hasSize(2);
    }

    @Contract
    void givesTheSameAnswersWithAndWithout(Mongo mongo) {
        for (int i = 0; i < 300; i++) {
            mongo.collection().insertOne(json("{_id: " + i + ", a: " + i % 7 + ", b: " + (i * 31) % 50 + ", t: ["
                    + i % 3 + ", " + i % 5 + "], n: {k: 'k" + i % 11 + "'}}"));
        }
        String[] filters = {"{a: 3}", "{a: {$in: [1, 5]}, b: {$gt: 20}}", "{a: {$gte: 2, $lt: 4}, b: 10}", "{t: 2}",
                "{t: {$gt: 1, $lt: 4}}",
                "{'n.k': {$regex: '^k1'}}", "{$or: [{a: 1}, {b: 3}]}", "{a: {$ne: 3}, b: {$lte: 5}}", "{a: 3, b: null}",
                "{a: {$gt: 3}, 'n.k': 'k3'}",
                "{t: {$all: [1, 2]}}", "{t: {$elemMatch: {$gt: 1, $lt: 3}}}", "{a: {$not: {$gt: 2}}}", "{a: {$in: []}}",
                "{t: [1, 1]}"};
        List<List<Object>> before = new ArrayList<>();
        for (String filter : filters) {
            before.add(mongo.ids(filter));
        }
        for (String index : List.of("{a: 1, b: -1}", "{b: 1}", "{t: 1}", "{'n.k': 1, a: 1}")) {
            mongo.collection().createIndex(json(index));
        }
        for (int i = 0; i < filters.length; i++) {
            assertThat(mongo.ids(filters[i])).as(filters[i]).isEqualTo(before.get(i));
            assertThat(mongo.collection().countDocuments(json(filters[i]))).as(filters[i])
                    .isEqualTo(before.get(i).size());
        }
    }

    @Contract
    void dropsByNameByKeyAndAllButId(Mongo mongo) {
        for (String key : List.of("{a: 1}", "{b: 1}", "{c: 1}", "{d: 1}")) {
            mongo.collection().createIndex(json(key));
        }
        mongo.collection("other").createIndex(json("{a: 1}"));
        mongo.collection().dropIndex("a_1");
        mongo.collection().dropIndex(json("{b: 1}"));
        assertThat(indexes(mongo)).extracting(index -> index.getString("name")).containsExactly("_id_", "c_1", "d_1");
        mongo.collection().dropIndexes();
        assertThat(indexes(mongo)).extracting(index -> index.getString("name")).containsExactly("_id_");
        assertThat(mongo.collection("other").listIndexes().into(new ArrayList<>())).hasSize(2);
        assertThat(codeOf(() -> mongo.run("{dropIndexes: 'things', index: 'none'}"))).isEqualTo(27);
        assertThat(codeOf(() -> mongo.run("{dropIndexes: 'things', index: {z: 1}}"))).isEqualTo(27);
        assertThat(codeOf(() -> mongo.run("{dropIndexes: 'things', index: '_id_'}"))).isEqualTo(72);
        assertThat(codeOf(() -> mongo.run("{dropIndexes: 'nothing', index: '*'}"))).isEqualTo(26);
    }

    @Contract
    void refusesAnotherIndexUnderTheSameNameOrKey(Mongo mongo) {
        mongo.collection().createIndex(json("{a: 1}"));
        assertThat(codeOf(() -> mongo.collection().createIndex(json("{a: 1}"), new IndexOptions().name("other"))))
                .isEqualTo(85);
        assertThat(codeOf(() -> mongo.collection().createIndex(json("{b: 1}"), new IndexOptions().name("a_1"))))
                .isEqualTo(86);
        assertThat(codeOf(() -> mongo.collection().createIndex(json("{a: 1}"), UNIQUE))).isEqualTo(86);
        assertThat(codeOf(() -> mongo.collection().createIndex(json("{a: 1}"),
                new IndexOptions().expireAfter(5L, TimeUnit.SECONDS)))).isEqualTo(85);
        mongo.collection().createIndexes(List.of(new IndexModel(json("{a: 1}")), new IndexModel(json("{_id: 1}"))));
        assertThat(indexes(mongo)).hasSize(2);
    }

    @Contract
    void refusesSpecificationsThatCannotBe(Mongo mongo) {
        assertThat(codeOf(() -> mongo.run("{createIndexes: 'things', indexes: [{key: {a: 1}, name: 'a', foo: 1}]}")))
                .isEqualTo(197);
        assertThat(codeOf(() -> mongo.run("{createIndexes: 'things', indexes: [{key: {a: 'nonsense'}, name: 'a'}]}")))
                .isEqualTo(67);
        assertThat(codeOf(() -> mongo.run("{createIndexes: 'things', indexes: [{key: {a: 0}, name: 'a'}]}")))
                .isEqualTo(67);
        assertThat(codeOf(() -> mongo.run("{createIndexes: 'things', indexes: [{key: {}, name: 'a'}]}"))).isEqualTo(67);
        assertThat(codeOf(() -> mongo.run(
                "{createIndexes: 'things', indexes: [{key: {a: 1}, name: 'a', sparse: true, partialFilterExpression: {b: 1}}]}")))
                .isEqualTo(67);
        assertThat(codeOf(() -> mongo
                .run("{createIndexes: 'things', indexes: [{key: {a: 1, b: 1}, name: 'a', expireAfterSeconds: 5}]}")))
                .isEqualTo(67);
        assertThat(codeOf(() -> mongo.run(
                "{createIndexes: 'things', indexes: [{key: {a: 1}, name: 'a', partialFilterExpression: {b: {$ne: 1}}}]}")))
                .isEqualTo(67);
        assertThat(codeOf(
                () -> mongo.run("{createIndexes: 'things', indexes: [{key: {_id: 1}, name: '_id_', sparse: true}]}")))
                .isEqualTo(197);
        assertThat(codeOf(() -> mongo.run("{createIndexes: 'things', indexes: []}"))).isEqualTo(2);
    }

    @Contract
    void refusesTwoArraysInOneKey(Mongo mongo) {
        mongo.collection().createIndex(json("{a: 1, b: 1}"));
        mongo.insert("{_id: 1, a: [1, 2], b: 3}", "{_id: 2, a: 1, b: [3, 4]}");
        assertThat(codeOfInsert(mongo, "{_id: 3, a: [1], b: [2]}")).isEqualTo(171);
        assertThat(mongo.ids("{a: 1, b: 3}")).containsExactly(1, 2);
    }

    @Contract
    void listsNothingOfACollectionThatIsNotThere(Mongo mongo) {
        assertThat(mongo.collection("none").listIndexes().into(new ArrayList<>())).isEmpty();
        assertThat(codeOf(() -> mongo.run("{listIndexes: 'none'}"))).isEqualTo(26);
        assertThat(codeOf(() -> mongo.run("{dropIndexes: 'none', index: 'a_1'}"))).isEqualTo(26);
    }

    @Contract
    void takesHints(Mongo mongo) {
        mongo.insert("{_id: 1, a: 1}", "{_id: 2, a: 2}");
        mongo.collection().createIndex(json("{a: 1}"));
        assertThat(mongo.collection().find(json("{_id: {$gt: 0}}")).hint(json("{a: 1}")).into(new ArrayList<>()))
                .hasSize(2);
        assertThat(mongo.collection().find().hintString("a_1").into(new ArrayList<>())).hasSize(2);
        assertThat(codeOf(() -> mongo.collection().find().hintString("none").first())).isEqualTo(2);
        assertThat(codeOf(() -> mongo.collection().find().hint(json("{z: 1}")).first())).isEqualTo(2);
    }
}
