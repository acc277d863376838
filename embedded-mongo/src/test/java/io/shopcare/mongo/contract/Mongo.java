package io.shopcare.mongo.contract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.result.UpdateResult;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bson.Document;

import static org.assertj.core.api.Assertions.catchThrowable;

/** A database and a collection of a test's own, and the words of the suite: documents are written as JSON. */
record Mongo(Engine engine, MongoDatabase database, MongoCollection<Document> collection) {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    static Mongo on(Engine engine) {
        MongoDatabase database = engine.client().getDatabase("contract" + NUMBER.incrementAndGet());
        return new Mongo(engine, database, database.getCollection("things"));
    }

    static Document json(String text) {
        return Document.parse(text);
    }

    static List<Document> jsons(String... texts) {
        return Arrays.stream(texts).map(Mongo::json).toList();
    }

    MongoClient client() {
        return engine.client();
    }

    MongoCollection<Document> collection(String name) {
        return database.getCollection(name);
    }

    void insert(String... documents) {
        collection.insertMany(jsons(documents));
    }

    List<Document> find(String filter) {
        return collection.find(json(filter)).sort(json("{_id: 1}")).into(new ArrayList<>());
    }

    /** The ids of what matches, in their order. */
    List<Object> ids(String filter) {
        return find(filter).stream().map(document -> document.get("_id")).toList();
    }

    List<Object> sorted(String sort) {
        return collection.find().sort(json(sort)).into(new ArrayList<>()).stream().map(found -> found.get("_id"))
                .toList();
    }

    Document one(Object id) {
        return collection.find(new Document("_id", id)).first();
    }

    UpdateResult update(String filter, String update) {
        return collection.updateOne(json(filter), json(update));
    }

    /** The document 1 after an update of it. */
    Document updated(String update) {
        update("{_id: 1}", update);
        return one(1);
    }

    /** A document as it is after an update. */
    Document updated(String document, String update) {
        collection.replaceOne(json("{_id: 1}"), json(document), new ReplaceOptions().upsert(true));
        return updated(update);
    }

    List<Document> aggregate(String... stages) {
        return collection.aggregate(jsons(stages)).into(new ArrayList<>());
    }

    /** The value of an expression on the document 1. */
    Object value(String expression) {
        List<Document> results = aggregate("{$match: {_id: 1}}", "{$project: {_id: 0, value: " + expression + "}}");
        return results.getFirst().get("value");
    }

    Document run(String command) {
        return database.runCommand(json(command));
    }

    Document admin(String command) {
        return client().getDatabase("admin").runCommand(json(command));
    }

    /** The code that the server refuses with; a success fails the test. */
    static int codeOf(ThrowingCallable call) {
        return error(call).getCode();
    }

    /** The code of the first write that failed within an answer. */
    static int writeErrorOf(Document answer) {
        return answer.getList("writeErrors", Document.class).getFirst().getInteger("code");
    }

    static MongoException error(ThrowingCallable call) {
        Throwable thrown = catchThrowable(call);
        if (thrown instanceof MongoBulkWriteException bulk) {
            return new MongoException(bulk.getWriteErrors().getFirst().getCode(), bulk.getMessage());
        }
        if (thrown instanceof MongoWriteException write) {
            return new MongoException(write.getError().getCode(), write.getError().getMessage());
        }
        if (thrown instanceof MongoException error) {
            return error;
        }
        throw new AssertionError("expected the server to refuse, got " + thrown, thrown);
    }
}
