package io.shopcare.mongo.contract;

import java.util.List;
import java.util.stream.IntStream;

import com.mongodb.MongoException;
import com.mongodb.client.ClientSession;
import com.mongodb.client.model.Collation;
import com.mongodb.client.model.CreateCollectionOptions;
import com.mongodb.client.model.ValidationOptions;
import org.bson.Document;

import static io.shopcare.mongo.contract.Mongo.codeOf;
import static io.shopcare.mongo.contract.Mongo.error;
import static io.shopcare.mongo.contract.Mongo.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What MongoDB can and this server cannot: refused by name. The README lists it under "Differences from MongoDB". */
class RefusingTest {
    private static final int NOT_IMPLEMENTED = 238;

    private static void refused(Mongo mongo, String command, int code, String named) {
        MongoException error = error(() -> mongo.run(command));
        assertThat(error.getCode()).as(command).isEqualTo(code);
        assertThat(error.getMessage()).as(command).contains(named);
    }

    @OnlyEmbedded
    void refusesTransactions(Mongo mongo) {
        refused(mongo, "{find: 'things', txnNumber: {$numberLong: '1'}, startTransaction: true, autocommit: false}", 20,
                "Transaction numbers");
        refused(mongo, "{insert: 'things', documents: [{_id: 1}], autocommit: false}", 20, "autocommit");
        assertThat(
                codeOf(() -> mongo.admin("{commitTransaction: 1, txnNumber: {$numberLong: '1'}, autocommit: false}")))
                .isEqualTo(20);
        assertThat(codeOf(() -> mongo.admin("{abortTransaction: 1}"))).isEqualTo(20);
        try (ClientSession session = mongo.client().startSession()) {
            session.startTransaction();
            assertThatExceptionOfType(MongoException.class)
                    .isThrownBy(() -> mongo.collection().insertOne(session, json("{_id: 1}")));
        }
        assertThat(mongo.collection().countDocuments()).isZero();
    }

    @OnlyEmbedded
    void refusesCollations(Mongo mongo) {
        mongo.insert("{_id: 1, a: 'x'}");
        Collation english = Collation.builder().locale("en").build();
        assertThat(codeOf(() -> mongo.collection().find(json("{a: 'X'}")).collation(english).first()))
                .isEqualTo(NOT_IMPLEMENTED);
        for (String command : List.of("{aggregate: 'things', pipeline: [], cursor: {}, collation: {locale: 'en'}}",
                "{count: 'things', collation: {locale: 'en'}}",
                "{distinct: 'things', key: 'a', collation: {locale: 'en'}}",
                "{update: 'things', updates: [{q: {}, u: {$set: {b: 1}}, collation: {locale: 'en'}}]}",
                "{delete: 'things', deletes: [{q: {}, limit: 0, collation: {locale: 'en'}}]}",
                "{findAndModify: 'things', query: {}, remove: true, collation: {locale: 'en'}}",
                "{create: 'c', collation: {locale: 'en'}}",
                "{createIndexes: 'things', indexes: [{key: {a: 1}, name: 'a', collation: {locale: 'en'}}]}")) {
            refused(mongo, command, NOT_IMPLEMENTED, "collation");
        }
        assertThat(mongo.one(1)).isEqualTo(json("{_id: 1, a: 'x'}"));
    }

    @OnlyEmbedded
    void refusesOtherKindsOfCollections(Mongo mongo) {
        refused(mongo, "{create: 'c', capped: true, size: 1000}", NOT_IMPLEMENTED, "capped");
        refused(mongo, "{create: 'c', timeseries: {timeField: 'at'}}", NOT_IMPLEMENTED, "timeseries");
        refused(mongo, "{create: 'c', viewOn: 'things', pipeline: []}", NOT_IMPLEMENTED, "viewOn");
        refused(mongo, "{create: 'c', clusteredIndex: {key: {_id: 1}, unique: true}}", NOT_IMPLEMENTED,
                "clusteredIndex");
        refused(mongo, "{create: 'c', foo: 1}", 40415, "foo");
        assertThat(codeOf(() -> mongo.database().createCollection("v", new CreateCollectionOptions()
                .validationOptions(new ValidationOptions().validator(json("{a: {$type: 'int'}}"))))))
                .isEqualTo(NOT_IMPLEMENTED);
        mongo.insert("{_id: 1}");
        refused(mongo, "{collMod: 'things', validator: {a: 1}}", NOT_IMPLEMENTED, "validator");
        assertThat(codeOf(() -> mongo.ids("{$jsonSchema: {required: ['a']}}"))).isEqualTo(2);
    }

    @OnlyEmbedded
    void refusesOtherKindsOfIndexes(Mongo mongo) {
        for (String kind : List.of("text", "2dsphere", "2d", "hashed")) {
            refused(mongo, "{createIndexes: 'things', indexes: [{key: {a: '" + kind + "'}, name: 'a'}]}", 67, kind);
        }
        refused(mongo, "{createIndexes: 'things', indexes: [{key: {'$**': 1}, name: 'a'}]}", 67, "ildcard");
        refused(mongo, "{createIndexes: 'things', indexes: [{key: {a: 1}, name: 'a', hidden: true}]}", NOT_IMPLEMENTED,
                "hidden");
    }

    @OnlyEmbedded
    void refusesChangeStreams(Mongo mongo) {
        assertThatExceptionOfType(MongoException.class)
                .isThrownBy(() -> mongo.collection().watch().iterator().tryNext())
                .satisfies(error -> assertThat(error.getCode()).isEqualTo(40573));
    }

    @OnlyEmbedded
    void refusesStagesAndOperators(Mongo mongo) {
        mongo.insert("{_id: 1, a: 1}");
        for (String stage : List.of("$setWindowFields", "$densify", "$fill", "$geoNear", "$indexStats", "$collStats",
                "$currentOp", "$search", "$listSessions")) {
            refused(mongo, "{aggregate: 'things', pipeline: [{" + stage + ": {}}], cursor: {}}", 40324, stage);
        }
        refused(mongo,
                "{aggregate: 'things', pipeline: [{$addFields: {x: {$function: {body: 'f', args: [], lang: 'js'}}}}], cursor: {}}",
                168, "$function");
        refused(mongo, "{aggregate: 'things', pipeline: [{$group: {_id: 1, x: {$accumulator: {}}}}], cursor: {}}",
                15952, "$accumulator");
        refused(mongo, "{find: 'things', filter: {$where: 'true'}}", 2, "$where");
        refused(mongo, "{find: 'things', filter: {a: {$geoWithin: {}}}}", 291, "$geoWithin");
        refused(mongo, "{find: 'things', sort: {a: {$meta: 'textScore'}}}", 40218, "$meta");
    }

    @OnlyEmbedded
    void refusesOptions(Mongo mongo) {
        mongo.insert("{_id: 1, a: 1}");
        refused(mongo, "{find: 'things', returnKey: true}", NOT_IMPLEMENTED, "returnKey");
        refused(mongo, "{find: 'things', showRecordId: true}", NOT_IMPLEMENTED, "showRecordId");
        refused(mongo, "{find: 'things', min: {a: 1}, hint: {a: 1}}", NOT_IMPLEMENTED, "min");
        refused(mongo, "{find: 'things', readConcern: {level: 'snapshot'}}", 123, "snapshot");
        refused(mongo, "{find: 'things', readConcern: {level: 'linearizable'}}", 123, "linearizable");
        refused(mongo, "{insert: 'things', documents: [{_id: 2}], writeConcern: {w: 2}}", 2, "w");
        refused(mongo, "{mapReduce: 'things', map: 'f', reduce: 'g', out: 'x'}", 59, "mapReduce");
        assertThat(mongo.ids("{}")).containsExactly(1);
    }

    @OnlyEmbedded
    void refusesExpressionsAndAccumulators(Mongo mongo) {
        mongo.insert("{_id: 1, a: 1}");
        for (String expression : List.of("$bsonSize", "$binarySize", "$bitAnd", "$bitOr", "$bitNot", "$sinh",
                "$sampleRate", "$tsSecond", "$tsIncrement", "$toUUID",
                "$toHashedIndexKey", "$meta", "$accumulator")) {
            refused(mongo,
                    "{aggregate: 'things', pipeline: [{$addFields: {x: {" + expression + ": '$a'}}}], cursor: {}}", 168,
                    expression);
            refused(mongo, "{find: 'things', filter: {$expr: {" + expression + ": '$a'}}}", 168, expression);
        }
        for (String accumulator : List.of("$median", "$percentile", "$shift", "$rank")) {
            refused(mongo,
                    "{aggregate: 'things', pipeline: [{$group: {_id: 1, x: {" + accumulator + ": '$a'}}}], cursor: {}}",
                    15952, accumulator);
        }
        refused(mongo,
                "{aggregate: 'things', pipeline: [{$bucketAuto: {groupBy: '$a', buckets: 2, granularity: 'R5'}}], cursor: {}}",
                40415, "granularity");
    }

    @OnlyEmbedded
    void ignoresNoFieldOfAnyCommand(Mongo mongo) {
        mongo.insert("{_id: 1, a: 1}");
        for (String command : List.of("find: 'things'", "aggregate: 'things', pipeline: [], cursor: {}",
                "count: 'things'", "distinct: 'things', key: 'a'",
                "insert: 'things', documents: [{_id: 2}]", "update: 'things', updates: [{q: {}, u: {$set: {b: 1}}}]",
                "delete: 'things', deletes: [{q: {}, limit: 0}]",
                "findAndModify: 'things', remove: true", "getMore: {$numberLong: '1'}, collection: 'things'",
                "killCursors: 'things', cursors: []", "create: 'other'",
                "drop: 'things'", "dropDatabase: 1", "createIndexes: 'things', indexes: [{key: {a: 1}, name: 'a'}]",
                "dropIndexes: 'things', index: '*'",
                "listIndexes: 'things'", "listCollections: 1", "listDatabases: 1", "collMod: 'things'",
                "collStats: 'things'", "dbStats: 1", "validate: 'things'",
                "explain: {find: 'things'}", "renameCollection: 'a.b', to: 'a.c'")) {
            refused(mongo, "{" + command + ", nonsense: 1}", 40415, "nonsense");
        }
        assertThat(mongo.find("{}")).containsExactly(json("{_id: 1, a: 1}"));
        assertThat(mongo.collection().listIndexes()).hasSize(1);
    }

    @OnlyEmbedded
    void refusesWhatIsNotFinishedInTime(Mongo mongo) {
        List<Document> many = IntStream.range(0, 1_000)
                .mapToObj(i -> new Document("_id", i).append("s", "x".repeat(50) + i)).toList();
        mongo.collection().insertMany(many);
        refused(mongo,
                "{aggregate: 'things', pipeline: [{$lookup: {from: 'things', pipeline: [{$match: {s: /nothing$/}}, {$match: {}}], as: 'all'}}, {$count: 'n'}], cursor: {}, maxTimeMS: 50}",
                50, "time limit");
        refused(mongo, "{find: 'things', maxTimeMS: -1}", 2, "maxTimeMS");
    }

    @OnlyEmbedded
    void isNoReplicaSet(Mongo mongo) {
        assertThat(codeOf(() -> mongo.admin("{replSetGetStatus: 1}"))).isEqualTo(76);
    }
}
