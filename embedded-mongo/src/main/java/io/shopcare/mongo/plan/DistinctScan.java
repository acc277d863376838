package io.shopcare.mongo.plan;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

import io.shopcare.mongo.index.Index;
import io.shopcare.mongo.index.IndexField;
import io.shopcare.mongo.index.KeyReader;
import io.shopcare.mongo.index.KeyTag;
import io.shopcare.mongo.store.EntryScan;
import io.shopcare.mongo.store.Keys;
import io.shopcare.mongo.store.ReadView;
import io.shopcare.mongo.store.StoredCollection;
import io.shopcare.mongo.wire.BsonReader;

/** From one value to the next in an index; of each, one document is looked at (the key does not tell an int from a long). */
final class DistinctScan implements AutoCloseable {

    private static final int KEY_START = 1 + Integer.BYTES;

    private final StoredCollection collection;
    private final Query query;
    private final IndexPlan plan;
    private final int field;
    private final ReadView view;
    private final Counters counters = new Counters();

    private DistinctScan(StoredCollection collection, Query query, IndexPlan plan, int field, ReadView view) {
        this.collection = collection;
        this.query = query;
        this.plan = plan;
        this.field = field;
        this.view = view;
    }

    /** Null when no index has the values in order for just the documents asked for. */
    static @Nullable DistinctScan find(StoredCollection collection, Query query, String path, ReadView view) {
        if (query.hint() != null) {
            return null;
        }
        for (Index index : collection.indexes()) {
            List<String> paths = index.definition().fields().stream().map(IndexField::path).toList();
            int field = paths.indexOf(path);
            if (field >= 0 && !index.isMultikey() && PartialFit.holdsAll(index.definition(), query.filter())) {
                IndexPlan plan = IndexPlan.of(index, query);
                if (field <= plan.equalities() && plan.check() == null && plan.covers(query.filter())
                        && plan.bounds().stream().limit(field)
                                .allMatch(bounds -> bounds != null && bounds.isSinglePoint())) {
                    return new DistinctScan(collection, query, plan, field, view);
                }
            }
        }
        return null;
    }

    void forEach(Consumer<Document> consumer) {
        for (KeyRange range : plan.ranges()) {
            try (EntryScan scan = view.scan(range.from(), range.to(), true)) {
                boolean more = scan.next();
                while (more) {
                    counters.keys++;
                    byte[] key = scan.key();
                    int start = valueStart(key);
                    int end = KeyReader.end(key, start, ascending(field));
                    consumer.accept(document(scan, key));
                    boolean isNull = (key[start] & 0xFF) == (ascending(field) ? KeyTag.NULL : ~KeyTag.NULL & 0xFF);
                    // a null key may stand for null and for missing: all of those are looked at
                    byte[] next = isNull ? null : Keys.after(Arrays.copyOf(key, end));
                    more = next == null ? scan.next() : scan.seek(next);
                }
            }
        }
    }

    private Document document(EntryScan scan, byte[] key) {
        counters.documents++;
        counters.returned++;
        long record = IndexSource.record(plan, scan, key);
        return BsonReader.read(Objects.requireNonNull(view.get(Keys.document(collection.id(), record))));
    }

    private int valueStart(byte[] key) {
        int at = KEY_START;
        for (int i = 0; i < field; i++) {
            at = KeyReader.end(key, at, ascending(i));
        }
        return at;
    }

    private boolean ascending(int position) {
        return plan.index().definition().fields().get(position).ascending();
    }

    Document explain(boolean executed) {
        Document stage = new Document("stage", "DISTINCT_SCAN")
                .append("keyPattern", plan.index().definition().keyPattern())
                .append("indexName", plan.index().name()).append("isMultiKey", false).append("direction", "forward");
        Document answer = new Document("explainVersion", "1").append("queryPlanner",
                new Document("namespace", collection.namespace().toString()).append("parsedQuery", query.filter())
                        .append("winningPlan", stage)
                        .append("rejectedPlans", List.of()));
        if (executed) {
            long begun = System.nanoTime();
            forEach(_ -> {});
            answer.append("executionStats",
                    new Document("executionSuccess", true).append("nReturned", (int) counters.returned)
                            .append("executionTimeMillis", (int) ((System.nanoTime() - begun) / 1_000_000))
                            .append("totalKeysExamined", (int) counters.keys)
                            .append("totalDocsExamined", (int) counters.documents)
                            .append("executionStages", stage.clone().append("keysExamined", (int) counters.keys)));
        }
        return answer;
    }

    @Override
    public void close() {
        view.close();
    }
}
