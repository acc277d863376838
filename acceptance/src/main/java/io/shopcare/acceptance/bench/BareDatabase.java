package io.shopcare.acceptance.bench;

import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import org.bson.Document;

import io.shopcare.platform.ids.Ids;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;

/** The database with nothing of ours around it: what is acknowledged is on disk. */
final class BareDatabase implements AutoCloseable {
    private static final int DOCUMENTS = 200;

    private final MongoClient client;
    private final MongoDatabase database;
    private final MongoCollection<Document> inserted;
    private final MongoCollection<Document> updated;
    private final String state;
    private final AtomicLongArray versions = new AtomicLongArray(DOCUMENTS);
    private final Lock[] locks = IntStream.range(0, DOCUMENTS).mapToObj(_ -> new ReentrantLock()).toArray(Lock[]::new);

    BareDatabase(String address, String state) {
        this.state = state;
        client = MongoClients.create(address);
        database = client.getDatabase("bench").withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        database.drop();
        inserted = database.getCollection("inserted");
        updated = database.getCollection("updated");
        updated.insertMany(IntStream.range(0, DOCUMENTS).mapToObj(id -> new Document("_id", id).append("version", 0L)
                .append("state", state)).toList());
    }

    long insert(long number, long due) {
        inserted.insertOne(new Document("_id", Ids.next()).append("number", number).append("state", state));
        return System.nanoTime() - due;
    }

    /** Only as it was seen, as every aggregate is written; two hundred of them, one writer at a time each. */
    long update(long number, long due) {
        int id = (int) (number % DOCUMENTS);
        locks[id].lock();
        try {
            long version = versions.get(id);
            var result = updated.updateOne(and(eq("_id", id), eq("version", version)), combine(set("state", state),
                    inc("version", 1L)));
            if (result.getMatchedCount() != 1)
                throw new FlowFailedException("a race was lost that nobody runs");
            versions.set(id, version + 1);
        } finally {
            locks[id].unlock();
        }
        return System.nanoTime() - due;
    }

    @Override
    public void close() {
        database.drop();
        client.close();
    }
}
