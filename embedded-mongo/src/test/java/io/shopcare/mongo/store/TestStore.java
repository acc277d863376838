package io.shopcare.mongo.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

import io.shopcare.mongo.expression.Names;
import io.shopcare.mongo.index.Index;
import io.shopcare.mongo.index.IndexDefinition;
import io.shopcare.mongo.index.KeyWriter;
import io.shopcare.mongo.query.Filter;
import io.shopcare.mongo.wire.BsonReader;

/** A store with one collection, below the wire. */
final class TestStore implements AutoCloseable {

    static final Namespace ORDERS = new Namespace("shop", "orders");

    final RocksStore store;
    final Catalog catalog;
    final StoredCollection orders;

    TestStore(RocksStore store) {
        this.store = store;
        this.catalog = Catalog.load(store, filter -> Filter.parse(filter, Names.at(Instant.EPOCH))::matches);
        this.orders = catalog.findOrCreate(ORDERS);
    }

    static TestStore at(Path directory) {
        return new TestStore(RocksStore.open(directory));
    }

    TestStore indexed(String field) {
        catalog.createIndexes(orders, List.of(
                IndexDefinition.of(new Document("v", 2).append("key", new Document(field, 1)).append("name", field))));
        return this;
    }

    void insert(Object id, Object value) {
        orders.insert(new Document("_id", id).append("value", value));
    }

    void set(Object id, Object value) {
        orders.edit(record(id), _ -> new Edit.Write(new Document("_id", id).append("value", value)));
    }

    void remove(Object id) {
        orders.edit(record(id), _ -> new Edit.Remove());
    }

    private long record(Object id) {
        return orders.find(orders.idIndex(), KeyWriter.encode(id));
    }

    @Nullable
    Document find(Object id) {
        long record = record(id);
        byte[] bytes = record < 0 ? null : orders.read(record);
        return bytes == null ? null : BsonReader.read(bytes);
    }

    List<String> faults() {
        return IntegrityCheck.all(store, catalog).values().stream().flatMap(report -> report.faults().stream())
                .toList();
    }

    @Nullable
    Index index(String name) {
        return orders.index(name);
    }

    /** The files as they are now: what a crash at this moment would leave. */
    static Path copy(Path directory, Path to) {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(directory.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else if (!file.getFileName().toString().equals("LOCK")) {
                    Files.copy(file, target);
                }
            }
            return to;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path lastLog(Path directory) throws IOException {
        return LogCheck.logs(directory.resolve("data")).getLast();
    }

    @Override
    public void close() {
        store.close();
    }
}
