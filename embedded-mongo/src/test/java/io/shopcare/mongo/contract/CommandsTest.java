package io.shopcare.mongo.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;

import com.mongodb.MongoNamespace;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.ClientSession;
import com.mongodb.client.model.RenameCollectionOptions;
import org.bson.Document;

import static io.shopcare.mongo.contract.Mongo.codeOf;
import static io.shopcare.mongo.contract.Mongo.json;
import static org.assertj.core.api.Assertions.assertThat;

class CommandsTest {

    private static List<String> collections(Mongo mongo) {
        return mongo.database().listCollectionNames().into(new ArrayList<>()).stream().sorted().toList();
    }

    @Contract
    void greetsDrivers(Mongo mongo) {
        Document hello = mongo.admin("{hello: 1}");
        assertThat(hello).containsEntry("isWritablePrimary", true).containsEntry("ok", 1.0)
                .containsKeys("maxBsonObjectSize", "maxWireVersion", "localTime");
        assertThat(mongo.admin("{isMaster: 1}")).containsEntry("ismaster", true);
        assertThat(mongo.admin("{buildInfo: 1}")).containsKeys("version", "versionArray");
        assertThat(mongo.run("{ping: 1}")).containsEntry("ok", 1.0);
        assertThat(mongo.admin("{serverStatus: 1}")).containsKeys("version", "uptime", "localTime");
        assertThat(mongo.admin("{connectionStatus: 1}")).containsKey("authInfo");
    }

    @Contract
    void listsCollectionsAndDatabases(Mongo mongo) {
        mongo.insert("{_id: 1}");
        mongo.database().createCollection("empty");
        assertThat(collections(mongo)).containsExactly("empty", "things");
        Document filtered = mongo.run("{listCollections: 1, filter: {name: 'empty'}, nameOnly: true}");
        assertThat(filtered.get("cursor", Document.class).getList("firstBatch", Document.class))
                .containsExactly(json("{name: 'empty', type: 'collection'}"));
        Document full = mongo.database().listCollections().filter(json("{name: {$regex: '^th'}}")).first();
        assertThat(full).containsEntry("type", "collection").containsEntry("idIndex",
                json("{v: 2, key: {_id: 1}, name: '_id_'}"));
        assertThat(full.get("info", Document.class)).containsEntry("readOnly", false).containsKey("uuid");
        assertThat(mongo.client().listDatabaseNames().into(new ArrayList<>())).contains(mongo.database().getName());
        Document databases = mongo
                .admin("{listDatabases: 1, nameOnly: true, filter: {name: '" + mongo.database().getName() + "'}}");
        assertThat(databases.getList("databases", Document.class)).hasSize(1);
    }

    @Contract
    void createsAndDropsCollections(Mongo mongo) {
        mongo.database().createCollection("own");
        assertThat(
                codeOf(() -> mongo.run("{create: 'own', capped: false, collation: {locale: 'simple'}, validator: {}}")))
                .isEqualTo(48);
        mongo.collection("own").drop();
        mongo.collection("own").drop();
        assertThat(collections(mongo)).isEmpty();
        assertThat(codeOf(() -> mongo.run("{create: ''}"))).isEqualTo(73);
        assertThat(codeOf(() -> mongo.run("{create: 'a$b'}"))).isEqualTo(73);
        mongo.insert("{_id: 1}");
        mongo.database().drop();
        assertThat(collections(mongo)).isEmpty();
        assertThat(mongo.collection().countDocuments()).isZero();
    }

    @Contract
    void renamesCollections(Mongo mongo) {
        mongo.insert("{_id: 1, a: 5}");
        mongo.collection().createIndex(json("{a: 1}"));
        mongo.collection("other").insertOne(json("{_id: 9}"));
        MongoNamespace other = mongo.collection("other").getNamespace();
        assertThat(codeOf(() -> mongo.collection().renameCollection(other))).isEqualTo(48);
        mongo.collection().renameCollection(other, new RenameCollectionOptions().dropTarget(true));
        assertThat(collections(mongo)).containsExactly("other");
        assertThat(mongo.collection("other").find(json("{a: 5}")).first()).isEqualTo(json("{_id: 1, a: 5}"));
        assertThat(mongo.collection("other").listIndexes().into(new ArrayList<>())).hasSize(2);
        assertThat(codeOf(
                () -> mongo.collection("none").renameCollection(new MongoNamespace(mongo.database().getName(), "x"))))
                .isEqualTo(26);
    }

    @Contract
    void tellsStatistics(Mongo mongo) {
        mongo.insert("{_id: 1, a: 'xx'}", "{_id: 2, a: 'yy'}");
        Document stats = mongo.run("{collStats: 'things'}");
        assertThat(stats).containsEntry("ns", mongo.database().getName() + ".things").containsEntry("count", 2)
                .containsEntry("nindexes", 1).containsKeys("size", "storageSize");
        assertThat(mongo.run("{dbStats: 1}")).containsEntry("db", mongo.database().getName())
                .containsKeys("collections", "objects", "dataSize", "indexes");
        assertThat(mongo.run("{validate: 'things'}")).containsEntry("valid", true);
        assertThat(codeOf(() -> mongo.run("{validate: 'none'}"))).isEqualTo(26);
    }

    @Contract
    void refusesCommandsAndFieldsItDoesNotKnow(Mongo mongo) {
        mongo.insert("{_id: 1}");
        assertThat(codeOf(() -> mongo.run("{nonsense: 1}"))).isEqualTo(59);
        assertThat(codeOf(() -> mongo.run("{find: 'things', foo: 1}"))).isEqualTo(40415);
        assertThat(codeOf(() -> mongo.run("{insert: 'things', documents: [{_id: 2}], foo: 1}"))).isEqualTo(40415);
        assertThat(codeOf(() -> mongo.run("{update: 'things', updates: [{q: {}, u: {$set: {a: 1}}, foo: 1}]}")))
                .isEqualTo(40415);
        assertThat(codeOf(() -> mongo.run("{delete: 'things', deletes: [{q: {}, limit: 0, foo: 1}]}")))
                .isEqualTo(40415);
        assertThat(codeOf(() -> mongo.run("{delete: 'things', deletes: [{q: {}}]}"))).isEqualTo(40414);
        assertThat(codeOf(() -> mongo.run("{delete: 'things', deletes: [{q: {}, limit: 5}]}"))).isEqualTo(9);
        assertThat(codeOf(() -> mongo.run("{aggregate: 'things', pipeline: [], cursor: {}, foo: 1}"))).isEqualTo(40415);
        assertThat(codeOf(() -> mongo.run("{count: 'things', foo: 1}"))).isEqualTo(40415);
        assertThat(codeOf(() -> mongo.run("{find: 'things', filter: 5}"))).isEqualTo(14);
        assertThat(codeOf(() -> mongo.run("{find: 5}"))).isIn(2, 73);
        assertThat(codeOf(() -> mongo.run("{find: 'things', writeConcern: {w: 1}}"))).isEqualTo(72);
        assertThat(
                codeOf(() -> mongo.run("{insert: 'things', documents: [{_id: 2}], readConcern: {level: 'majority'}}")))
                .isEqualTo(72);
        assertThat(codeOf(() -> mongo.run("{distinct: 'things'}"))).isEqualTo(40414);
        assertThat(codeOf(() -> mongo.run("{find: 'things', apiVersion: '2'}"))).isEqualTo(322);
        assertThat(codeOf(() -> mongo.run("{find: 'things', readConcern: {level: 'foo'}}"))).isIn(2, 9);
        assertThat(codeOf(() -> mongo.run("{insert: 'things', documents: [{_id: 2}], writeConcern: {w: 1, foo: 1}}")))
                .isEqualTo(40415);
        assertThat(codeOf(() -> mongo.run("{aggregate: 1, pipeline: [{$match: {}}], cursor: {}}"))).isEqualTo(73);
        assertThat(codeOf(() -> mongo.run("{insert: 'system.foo', documents: [{_id: 2}]}"))).isEqualTo(73);
        assertThat(mongo.ids("{}")).containsExactly(1);
    }

    @Contract
    void findsReferences(Mongo mongo) {
        mongo.run(
                "{insert: 'things', documents: [{_id: 1, owner: {$ref: 'people', $id: 5}}, {_id: 2, owner: {$ref: 'people', $id: 6}}]}");
        assertThat(mongo.collection().countDocuments(json("{'owner.$id': 5}"))).isEqualTo(1);
        mongo.update("{_id: 2}", "{$set: {'owner.$id': 5}}");
        assertThat(mongo.collection().countDocuments(new Document("owner.$id", 5))).isEqualTo(2);
    }

    @Contract
    void takesWhatLosesNoMeaning(Mongo mongo) {
        mongo.insert("{_id: 1}");
        assertThat(mongo.run(
                "{find: 'things', comment: 'why', allowDiskUse: true, noCursorTimeout: true, allowPartialResults: true, maxTimeMS: 5000, "
                        + "collation: {locale: 'simple'}, readConcern: {level: 'majority'}}"))
                .containsEntry("ok", 1.0);
        assertThat(mongo.run(
                "{insert: 'things', documents: [{_id: 2}], comment: {a: 1}, bypassDocumentValidation: true, writeConcern: {w: 'majority', j: true, wtimeout: 1000}}"))
                .containsEntry("n", 1);
        assertThat(mongo.run("{aggregate: 'things', pipeline: [], cursor: {}, allowDiskUse: true, hint: {_id: 1}}"))
                .containsEntry("ok", 1.0);
        mongo.collection().withReadPreference(ReadPreference.secondaryPreferred()).withReadConcern(ReadConcern.LOCAL)
                .find().first();
        mongo.collection().withWriteConcern(WriteConcern.JOURNALED).insertOne(json("{_id: 3}"));
        assertThat(mongo.collection().countDocuments()).isEqualTo(3);
    }

    @Contract
    void takesUnacknowledgedWrites(Mongo mongo) throws Exception {
        mongo.collection().withWriteConcern(WriteConcern.UNACKNOWLEDGED).insertOne(json("{_id: 1}"));
        for (int i = 0; i < 200 && mongo.one(1) == null; i++) {
            Thread.onSpinWait();
        }
        assertThat(mongo.one(1)).isNotNull();
    }

    @Contract
    void takesSessionsWithoutTransactions(Mongo mongo) {
        try (ClientSession session = mongo.client().startSession()) {
            mongo.collection().insertOne(session, json("{_id: 1}"));
            assertThat(mongo.collection().find(session).first()).isEqualTo(json("{_id: 1}"));
        }
    }

    @Contract
    void refusesTwoNodesOrAnUnknownMode(Mongo mongo) {
        assertThat(codeOf(
                () -> mongo.collection().withWriteConcern(new WriteConcern(2).withWTimeout(500, TimeUnit.MILLISECONDS))
                        .insertOne(json("{_id: 1}"))))
                .isIn(2, 64, 100);
        assertThat(codeOf(
                () -> mongo.collection().withWriteConcern(new WriteConcern("nowhere")).insertOne(json("{_id: 2}"))))
                .isIn(2, 79);
    }

    @Contract
    void keepsEveryTypeAsItCame(Mongo mongo) {
        Document all = json(
                "{_id: 1, i: 1, l: {$numberLong: '2'}, d: 1.5, c: {$numberDecimal: '1.50'}, s: '中文 \\u0001', t: true, n: null, o: {}, a: [], "
                        + "at: {$date: '1969-12-31T23:59:59.999Z'}, id: {$oid: '507f1f77bcf86cd799439011'}, b: {$binary: {base64: 'AQID', subType: '00'}}, "
                        + "u: {$binary: {base64: 'AQID', subType: '80'}}, m: {$binary: {base64: 'AAAAAAAAAAAAAAAAAAAAAA==', subType: '05'}}, "
                        + "g: {$uuid: '00000000-0000-4000-8000-000000000001'}, ts: {$timestamp: {t: 5, i: 2}}, r: {$regularExpression: {pattern: 'a', options: 'i'}}, "
                        + "min: {$minKey: 1}, max: {$maxKey: 1}, js: {$code: 'x'}, nan: {$numberDouble: 'NaN'}, zero: {$numberDouble: '-0.0'}}");
        mongo.collection().insertOne(all);
        assertThat(mongo.one(1)).isEqualTo(all);
        mongo.update("{_id: 1}", "{$set: {x: 1}}");
        assertThat(mongo.one(1)).isEqualTo(new Document(all).append("x", 1));
    }

    @Contract
    void refusesWhatIsTooLarge(Mongo mongo) {
        assertThat(codeOf(() -> mongo.run("{insert: 'things', documents: []}"))).isEqualTo(16);
        Document big = new Document("_id", 1).append("s", "x".repeat(16 * 1024 * 1024 - 100));
        mongo.collection().insertOne(big);
        assertThat(codeOf(() -> mongo.update("{_id: 1}", "{$set: {more: '" + "y".repeat(200) + "'}}"))).isIn(17419,
                10334, 17420, 2);
        assertThat(StreamSupport.stream(mongo.collection().find().spliterator(), false).count()).isEqualTo(1);
    }
}
