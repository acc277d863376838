package io.shopcare.platform.deadlines;

import java.util.List;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.shopcare.platform.store.AggregateStores.WithDeadlines;
import io.shopcare.platform.store.Deadline;

import static com.mongodb.client.model.Filters.eq;

/**
 * Sets the deadlines of aggregates that were written by an earlier version of the program, which did not know them. Done
 * once after the names of a type's deadlines have changed; again after a kill, which does no harm.
 */
final class Reckoning {
    private static final Logger log = LoggerFactory.getLogger(Reckoning.class);
    private static final int AT_ONCE = 200;

    private final MongoCollection<Document> done;

    Reckoning(MongoDatabase database) {
        this.done = database.getCollection("reckonings");
    }

    void run(List<WithDeadlines<?>> types) {
        try {
            types.forEach(this::reckon);
        } catch (MongoException e) {
            log.warn("deadlines of earlier aggregates are reckoned after the next start: {}", e.toString());
        }
    }

    private void reckon(WithDeadlines<?> of) {
        var names = of.type().deadlines().stream().map(Deadline::name).sorted().toList();
        var known = done.find(eq("_id", of.type().name())).first();
        if (known != null && names.equals(known.getList("deadlines", String.class)))
            return;
        var last = of.deadlines().reckon("", AT_ONCE);
        while (last.isPresent() && !Thread.currentThread().isInterrupted())
            last = of.deadlines().reckon(last.get(), AT_ONCE);
        if (last.isEmpty())
            done.replaceOne(eq("_id", of.type().name()),
                    new Document("_id", of.type().name()).append("deadlines", names),
                    new ReplaceOptions().upsert(true));
    }
}
