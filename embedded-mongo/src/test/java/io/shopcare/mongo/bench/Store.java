package io.shopcare.mongo.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.Stream;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import org.bson.BsonDocument;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.DocumentCodec;

import io.shopcare.mongo.process.ServerProcess;

/** A store of so many orders on disk, served by a process with the heap that is promised. */
final class Store implements AutoCloseable {

    private static final int BATCH = 1000;

    private final Path directory;
    private final int size;
    private final AtomicLongArray versions;
    private ServerProcess server;
    private MongoClient client;
    private long bsonBytes;

    Store(Path directory, int size) {
        this.directory = directory;
        this.size = size;
        this.versions = new AtomicLongArray(size);
        this.server = serve();
        this.client = MongoClients.create(server.uri());
        load();
    }

    private ServerProcess serve() {
        return ServerProcess.start(directory, "-Xmx384m");
    }

    private void load() {
        orders().createIndex(Indexes.compoundIndex(Indexes.ascending("shop"), Indexes.descending("createdAt")));
        orders().createIndex(Indexes.ascending("state", "createdAt"));
        for (int from = 0; from < size; from += BATCH) {
            List<Document> batch = new ArrayList<>();
            for (int i = from; i < Math.min(size, from + BATCH); i++) {
                Document order = Orders.order(Orders.id(i), i);
                bsonBytes += new RawBsonDocument(order, new DocumentCodec()).getByteBuffer().remaining();
                batch.add(order);
            }
            orders().insertMany(batch);
        }
    }

    MongoCollection<Document> orders() {
        return client.getDatabase("bench").getCollection("orders");
    }

    /** The version of an order, for its next update; nobody else updates it meanwhile. */
    long takeVersion(int number) {
        long version = versions.getAndSet(number, -1);
        while (version < 0) {
            Thread.onSpinWait();
            version = versions.getAndSet(number, -1);
        }
        return version;
    }

    void giveVersion(int number, long version) {
        versions.set(number, version);
    }

    /** Undoes a run of inserts. */
    void removeInserted() {
        orders().deleteMany(Filters.gte("_id", "order-new"));
    }

    int size() {
        return size;
    }

    long bsonBytes() {
        return bsonBytes;
    }

    /** Seconds from the start of the process to its ready line, after a stop or a kill. */
    double restart(boolean kill) {
        client.close();
        if (kill) {
            server.kill();
        } else {
            server.close();
        }
        server = serve();
        client = MongoClients.create(server.uri());
        client.getDatabase("bench").runCommand(new BsonDocument("ping", new org.bson.BsonInt32(1)));
        return server.startedIn().toMillis() / 1000.0;
    }

    long bytesOnDisk() {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).mapToLong(Store::size).sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException compactedMeanwhile) {
            return 0;
        }
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
