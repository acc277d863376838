package io.shopcare.mongo.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.shopcare.mongo.expression.Names;
import io.shopcare.mongo.index.IndexDefinition;
import io.shopcare.mongo.index.SortKey;
import io.shopcare.mongo.query.Filter;
import io.shopcare.mongo.store.Catalog;
import io.shopcare.mongo.store.Edit;
import io.shopcare.mongo.store.IntegrityCheck;
import io.shopcare.mongo.store.Namespace;
import io.shopcare.mongo.store.RocksStore;
import io.shopcare.mongo.store.StoredCollection;

import static org.assertj.core.api.Assertions.assertThat;

/** Random documents (with arrays, nulls, missing fields), indexes and queries: a plan must answer what a full scan does. */
@DisplayName("A query through indexes")
class IndexesChangeNoAnswerTest {

    private static final int QUERIES = 1500;
    private static final List<String> PATHS = List.of("a", "b", "c", "d.x", "d.y", "e");

    private final Names names = Names.at(Instant.EPOCH);
    private Random random = new Random(0);

    @ParameterizedTest(name = "seed {0}")
    @DisplayName("finds, counts and orders as a scan of the collection does")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void answersAsAScan(long seed) {
        random = new Random(seed);
        try (RocksStore store = RocksStore.inMemory()) {
            Catalog catalog = Catalog.load(store, filter -> Filter.parse(filter, names)::matches);
            StoredCollection collection = catalog.create(new Namespace("shop", "orders"));
            boolean before = random.nextBoolean();
            if (before) {
                createIndexes(catalog, collection);
            }
            fill(collection, seed % 2 == 0);
            if (!before) {
                createIndexes(catalog, collection);
            }
            for (int i = 0; i < QUERIES; i++) {
                compare(store, collection, new Query(filter(2), sort(), random.nextInt(3), random.nextInt(8), null));
            }
            assertThat(IntegrityCheck.of(store, collection).faults()).isEmpty();
        }
    }

    private void createIndexes(Catalog catalog, StoredCollection collection) {
        for (int i = 0; i < 6; i++) {
            Document key = new Document();
            List<String> paths = new ArrayList<>(PATHS);
            Collections.shuffle(paths, random);
            paths.subList(0, 1 + random.nextInt(3)).forEach(path -> key.append(path, random.nextBoolean() ? 1 : -1));
            Document specification = new Document("v", 2).append("key", key).append("name", "index" + i);
            switch (random.nextInt(5)) {
                case 0 -> specification.append("sparse", true);
                case 1 -> specification.append("partialFilterExpression", new Document(path(), random.nextBoolean()
                        ? new Document("$exists", true)
                        : new Document("$gt", value())));
                default -> {
                    // a plain one
                }
            }
            try {
                catalog.createIndexes(collection, List.of(IndexDefinition.of(specification)));
            } catch (MongoServerError parallelArrays) {
                assertThat(parallelArrays.getCode()).isEqualTo(171);
            }
        }
    }

    private void fill(StoredCollection collection, boolean arrays) {
        List<Object> ids = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            Document document = document(i, arrays);
            try {
                collection.insert(document);
                ids.add(i);
            } catch (MongoServerError parallelArrays) {
                assertThat(parallelArrays.getCode()).isEqualTo(171);
            }
        }
        for (int i = 0; i < 60; i++) {
            Object id = ids.get(random.nextInt(ids.size()));
            long record = collection.find(collection.indexes().getFirst(),
                    io.shopcare.mongo.index.KeyWriter.encode(id));
            if (record < 0) {
                continue;
            }
            try {
                collection.edit(record,
                        _ -> random.nextInt(4) == 0 ? new Edit.Remove() : new Edit.Write(document(id, arrays)));
            } catch (MongoServerError parallelArrays) {
                assertThat(parallelArrays.getCode()).isEqualTo(171);
            }
        }
    }

    private Document document(Object id, boolean arrays) {
        Document document = new Document("_id", id);
        for (String field : List.of("a", "b", "c", "e")) {
            if (random.nextInt(5) > 0) {
                document.append(field, arrays && random.nextInt(6) == 0 ? values() : value());
            }
        }
        switch (random.nextInt(arrays ? 4 : 2)) {
            case 0 -> document.append("d", new Document("x", value()).append("y", value()));
            case 1 -> document.append("d", value());
            case 2 -> document.append("d",
                    List.of(new Document("x", value()), new Document("x", value()).append("y", value()), 1));
            default -> document.append("d", new Document("x", values()));
        }
        return document;
    }

    private List<@Nullable Object> values() {
        List<@Nullable Object> values = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            values.add(random.nextInt(8) == 0 ? List.of(1, 2) : value());
        }
        return values;
    }

    private @Nullable Object value() {
        return switch (random.nextInt(12)) {
            case 0 -> null;
            case 1 -> (double) random.nextInt(6);
            case 2 -> (long) random.nextInt(6);
            case 3 -> "t" + random.nextInt(4);
            case 4 -> random.nextBoolean();
            case 5 -> Instant.ofEpochMilli(random.nextInt(4));
            case 6 -> new Document("x", random.nextInt(3));
            default -> random.nextInt(6);
        };
    }

    private String path() {
        return PATHS.get(random.nextInt(PATHS.size()));
    }

    private Document filter(int depth) {
        Document filter = new Document();
        for (int i = random.nextInt(3); i >= 0; i--) {
            switch (random.nextInt(depth > 0 ? 9 : 7)) {
                case 7 -> filter.put("$or", List.of(filter(depth - 1), filter(depth - 1)));
                case 8 -> filter.put("$and", List.of(filter(depth - 1), filter(depth - 1)));
                default -> filter.put(path(), condition());
            }
        }
        return filter;
    }

    private @Nullable Object condition() {
        return switch (random.nextInt(13)) {
            case 0, 1, 2 -> value();
            case 3 -> new Document("$gt", value());
            case 4 -> new Document("$gte", value()).append("$lt", value());
            case 5 -> new Document("$lte", value());
            case 6 -> new Document("$in", Arrays.asList(value(), value(), value()));
            case 7 -> new Document("$exists", random.nextBoolean());
            case 8 -> new Document("$ne", value());
            case 9 -> new BsonRegularExpression("^t" + random.nextInt(4), "");
            case 10 -> new Document("$elemMatch", new Document("$gte", 1).append("$lt", 4));
            case 11 -> new Document("$all", Arrays.asList(value(), value()));
            default -> values();
        };
    }

    private Document sort() {
        Document sort = new Document();
        for (int i = random.nextInt(3); i > 0; i--) {
            sort.append(path(), random.nextBoolean() ? 1 : -1);
        }
        return sort;
    }

    private void compare(RocksStore store, StoredCollection collection, Query query) {
        Filter filter = Filter.parse(query.filter(), names);
        Query whole = new Query(query.filter(), query.sort(), 0, 0, null);
        Query scan = new Query(query.filter(), new Document(), 0, 0, new Document("$natural", 1));
        List<Document> expected = run(store, collection, scan, filter);
        if (cannotBeSorted(query, expected)) {
            return;
        }
        List<Document> ordered = run(store, collection, whole, filter);
        assertThat(ordered).as("%s", query).containsExactlyInAnyOrderElementsOf(expected);
        compareOrder(query, ordered);
        List<Document> part = run(store, collection, query, filter);
        long size = Math.max(0, expected.size() - query.skip());
        assertThat(part).as("%s", query).hasSize((int) (query.limit() > 0 ? Math.min(query.limit(), size) : size));
        compareOrder(query, part);
        try (QueryRun run = QueryRun.open(store, collection, whole.withSort(new Document()), filter)) {
            assertThat(run.count()).as("count of %s", query.filter()).isEqualTo(expected.size());
        }
    }

    private static void compareOrder(Query query, List<Document> found) {
        if (!query.sort().isEmpty()) {
            SortKey key = new SortKey(query.sort());
            for (int i = 1; i < found.size(); i++) {
                assertThat(Arrays.compareUnsigned(key.of(found.get(i - 1)), key.of(found.get(i)))).as("%s", query)
                        .isLessThanOrEqualTo(0);
            }
        }
    }

    private static List<Document> run(RocksStore store, StoredCollection collection, Query query, Filter filter) {
        List<Document> found = new ArrayList<>();
        try (QueryRun run = QueryRun.open(store, collection, query, filter)) {
            run.forEachRemaining(one -> found.add(one.document()));
        }
        return found;
    }

    private static boolean cannotBeSorted(Query query, List<Document> found) {
        try {
            SortKey key = new SortKey(query.sort());
            found.forEach(key::of);
            return false;
        } catch (MongoServerError parallelArrays) {
            assertThat(parallelArrays.getMessage()).contains("parallel arrays");
            return true;
        }
    }
}
