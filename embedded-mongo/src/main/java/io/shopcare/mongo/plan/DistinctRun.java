package io.shopcare.mongo.plan;

import java.util.function.Consumer;

import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

import io.shopcare.mongo.index.FieldValues;
import io.shopcare.mongo.query.Filter;
import io.shopcare.mongo.store.ReadView;
import io.shopcare.mongo.store.RocksStore;
import io.shopcare.mongo.store.StoredCollection;

/** The different values of a field: by skipping through an index where one has them in order, else by a query. */
public final class DistinctRun implements AutoCloseable {

    private final FieldValues values;
    private final @Nullable DistinctScan scan;
    private final @Nullable QueryRun run;

    private DistinctRun(FieldValues values, @Nullable DistinctScan scan, @Nullable QueryRun run) {
        this.values = values;
        this.scan = scan;
        this.run = run;
    }

    public static DistinctRun open(RocksStore store, StoredCollection collection, Query query, Filter filter,
            String path) {
        FieldValues values = new FieldValues(path);
        ReadView view = store.view();
        DistinctScan scan = DistinctScan.find(collection, query, path, view);
        if (scan != null) {
            return new DistinctRun(values, scan, null);
        }
        view.close();
        return new DistinctRun(values, null, QueryRun.open(store, collection, query, filter));
    }

    /** A value may be given several times. */
    public void forEachValue(Consumer<@Nullable Object> consumer) {
        if (scan != null) {
            scan.forEach(document -> values.of(document, consumer));
        } else if (run != null) {
            run.forEachRemaining(found -> values.of(found.document(), consumer));
        }
    }

    public Document explain(boolean executed) {
        if (scan != null) {
            return scan.explain(executed);
        }
        if (run == null) {
            throw new IllegalStateException("nothing to explain");
        }
        Explanation explanation = new Explanation(run, null);
        Document answer = new Document("explainVersion", "1").append("queryPlanner", explanation.queryPlanner());
        if (executed) {
            long begun = System.nanoTime();
            run.forEachRemaining(_ -> {});
            answer.append("executionStats", explanation.executionStats((System.nanoTime() - begun) / 1_000_000));
        }
        return answer;
    }

    @Override
    public void close() {
        if (scan != null) {
            scan.close();
        }
        if (run != null) {
            run.close();
        }
    }
}
