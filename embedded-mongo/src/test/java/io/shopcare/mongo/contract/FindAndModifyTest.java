package io.shopcare.mongo.contract;

import com.mongodb.client.model.FindOneAndDeleteOptions;
import com.mongodb.client.model.FindOneAndReplaceOptions;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import org.bson.Document;

import static io.shopcare.mongo.contract.Mongo.codeOf;
import static io.shopcare.mongo.contract.Mongo.json;
import static org.assertj.core.api.Assertions.assertThat;

class FindAndModifyTest {
    private static final FindOneAndUpdateOptions AFTER = new FindOneAndUpdateOptions()
            .returnDocument(ReturnDocument.AFTER);

    @Contract
    void givesTheDocumentBeforeOrAfter(Mongo mongo) {
        mongo.insert("{_id: 1, a: 1}");
        assertThat(mongo.collection().findOneAndUpdate(json("{_id: 1}"), json("{$inc: {a: 1}}")))
                .isEqualTo(json("{_id: 1, a: 1}"));
        assertThat(mongo.collection().findOneAndUpdate(json("{_id: 1}"), json("{$inc: {a: 1}}"), AFTER))
                .isEqualTo(json("{_id: 1, a: 3}"));
        assertThat(mongo.collection().findOneAndUpdate(json("{_id: 9}"), json("{$inc: {a: 1}}"), AFTER)).isNull();
    }

    @Contract
    void takesTheFirstInOrderAndProjects(Mongo mongo) {
        mongo.insert("{_id: 1, p: 5, s: 'new'}", "{_id: 2, p: 9, s: 'new'}", "{_id: 3, p: 7, s: 'new'}");
        Document claimed = mongo.collection().findOneAndUpdate(json("{s: 'new'}"), json("{$set: {s: 'taken'}}"),
                new FindOneAndUpdateOptions().sort(json("{p: -1}")).projection(json("{p: 1}")));
        assertThat(claimed).isEqualTo(json("{_id: 2, p: 9}"));
        assertThat(mongo.ids("{s: 'taken'}")).containsExactly(2);
    }

    @Contract
    void removes(Mongo mongo) {
        mongo.insert("{_id: 1, a: 1}", "{_id: 2, a: 2}");
        assertThat(mongo.collection().findOneAndDelete(json("{}"), new FindOneAndDeleteOptions().sort(json("{a: -1}"))))
                .isEqualTo(json("{_id: 2, a: 2}"));
        assertThat(mongo.collection().findOneAndDelete(json("{_id: 2}"))).isNull();
        assertThat(mongo.ids("{}")).containsExactly(1);
    }

    @Contract
    void upserts(Mongo mongo) {
        assertThat(mongo.collection().findOneAndUpdate(json("{_id: 1}"), json("{$set: {a: 1}}"),
                new FindOneAndUpdateOptions().upsert(true))).isNull();
        assertThat(mongo.collection().findOneAndReplace(json("{_id: 2}"), json("{b: 1}"),
                new FindOneAndReplaceOptions().upsert(true).returnDocument(ReturnDocument.AFTER)))
                .isEqualTo(json("{_id: 2, b: 1}"));
        Document answer = mongo
                .run("{findAndModify: 'things', query: {_id: 3}, update: {$set: {c: 1}}, upsert: true, new: true}");
        assertThat(answer.get("lastErrorObject")).isEqualTo(json("{n: 1, updatedExisting: false, upserted: 3}"));
        assertThat(answer.get("value")).isEqualTo(json("{_id: 3, c: 1}"));
    }

    @Contract
    void answersAsTheCommandDoes(Mongo mongo) {
        mongo.insert("{_id: 1, a: 1}");
        Document updated = mongo.run("{findAndModify: 'things', query: {_id: 1}, update: {$set: {a: 2}}}");
        assertThat(updated.get("lastErrorObject")).isEqualTo(json("{n: 1, updatedExisting: true}"));
        Document removed = mongo.run("{findAndModify: 'things', query: {_id: 1}, remove: true}");
        assertThat(removed.get("lastErrorObject")).isEqualTo(json("{n: 1}"));
        assertThat(removed.get("value")).isEqualTo(json("{_id: 1, a: 2}"));
        Document nothing = mongo.run("{findAndModify: 'things', query: {_id: 1}, update: {$set: {a: 2}}}");
        assertThat(nothing.get("lastErrorObject")).isEqualTo(json("{n: 0, updatedExisting: false}"));
        assertThat(nothing).containsEntry("value", null);
    }

    @Contract
    void updatesElementsByPositionAndFilter(Mongo mongo) {
        mongo.insert("{_id: 1, a: [{k: 1}, {k: 2}]}");
        assertThat(
                mongo.collection().findOneAndUpdate(json("{_id: 1, 'a.k': 2}"), json("{$set: {'a.$.v': 'x'}}"), AFTER))
                .isEqualTo(json("{_id: 1, a: [{k: 1}, {k: 2, v: 'x'}]}"));
        FindOneAndUpdateOptions filtered = new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER)
                .arrayFilters(Mongo.jsons("{'e.k': 1}"));
        assertThat(mongo.collection().findOneAndUpdate(json("{_id: 1}"), json("{$set: {'a.$[e].v': 'y'}}"), filtered))
                .isEqualTo(json("{_id: 1, a: [{k: 1, v: 'y'}, {k: 2, v: 'x'}]}"));
    }

    @Contract
    void projectsTheElementThatMatchedBefore(Mongo mongo) {
        mongo.insert("{_id: 1, a: [{k: 1}, {k: 2}]}");
        FindOneAndUpdateOptions element = new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER)
                .projection(json("{'a.$': 1}"));
        assertThat(mongo.collection().findOneAndUpdate(json("{'a.k': 2}"), json("{$set: {'a.$.k': 3}}"), element))
                .isEqualTo(json("{_id: 1, a: [{k: 3}]}"));
    }

    @Contract
    void refusesContradictions(Mongo mongo) {
        assertThat(codeOf(() -> mongo.run("{findAndModify: 'things', query: {}}"))).isEqualTo(9);
        assertThat(
                codeOf(() -> mongo.run("{findAndModify: 'things', query: {}, remove: true, update: {$set: {a: 1}}}")))
                .isEqualTo(9);
        assertThat(codeOf(() -> mongo.run("{findAndModify: 'things', query: {}, remove: true, new: true}")))
                .isEqualTo(9);
        assertThat(codeOf(() -> mongo.run("{findAndModify: 'things', query: {}, remove: true, upsert: true}")))
                .isEqualTo(9);
        assertThat(codeOf(() -> mongo.run("{findAndModify: 'things', query: {}, update: {$foo: {a: 1}}}")))
                .isEqualTo(9);
    }
}
