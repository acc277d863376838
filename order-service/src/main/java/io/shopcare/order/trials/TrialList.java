package io.shopcare.order.trials;

import java.util.ArrayList;
import java.util.Date;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.shopcare.order.orders.Cursors;
import io.shopcare.platform.json.Json;
import io.shopcare.platform.web.Cursor;
import io.shopcare.platform.web.Page;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;
import static com.mongodb.client.model.Projections.exclude;

/** The trials of a shop, the newest first, without their samples. */
@Component
class TrialList {
    static final String COLLECTION = "trials";
    private static final String STARTED = "state.startedAt";

    private final MongoCollection<Document> trials;

    TrialList(MongoDatabase database) {
        trials = database.getCollection(COLLECTION);
        trials.createIndex(compoundIndex(ascending("shop"), descending(STARTED), ascending("_id")));
    }

    Page<Trial> page(String shop, @Nullable Cursor after, int limit) {
        var found = query(shop, after, limit)
                .map(document -> document.get("state", Document.class).append("samples", new ArrayList<>()))
                .map(state -> Json.STORED.convertValue(state, Trial.class)).into(new ArrayList<>());
        return Page.of(found, limit, trial -> Cursor.of(trial.startedAt().toString(), trial.trialId()));
    }

    FindIterable<Document> query(String shop, @Nullable Cursor after, int limit) {
        var filter = eq("shop", shop);
        if (after != null) {
            var started = Date.from(Cursors.instant(after.keys().getFirst()));
            filter = and(filter, lte(STARTED, started), or(lt(STARTED, started), gt("_id", after.keys().getLast())));
        }
        return trials.find(filter).sort(compoundIndex(descending(STARTED), ascending("_id")))
                .projection(exclude("state.samples")).limit(limit + 1);
    }
}
