package io.shopcare.crm.blacklist;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.shopcare.platform.json.Json;
import io.shopcare.platform.problems.InvalidFieldException;
import io.shopcare.platform.web.Cursor;
import io.shopcare.platform.web.Page;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;

/** A shop's blacklist, the newest entry first; those that count no more, and those that a rule proposes, are in it too. */
@Component
class BlacklistList {
    static final String COLLECTION = "blacklist";
    private static final String LISTED = "state.listedAt";
    private static final String STATE = "state.state";
    private static final String KEY = "state.subject.key";

    private final MongoCollection<Document> entries;

    BlacklistList(MongoDatabase database) {
        entries = database.getCollection(COLLECTION);
        entries.createIndex(compoundIndex(ascending("shop"), descending(LISTED), ascending("_id")));
        entries.createIndex(compoundIndex(ascending("shop", STATE), descending(LISTED), ascending("_id")));
        entries.createIndex(ascending("shop", KEY, STATE));
    }

    /** Whether an entry about this counts. */
    boolean isListed(String shop, String key) {
        return entries.find(and(eq("shop", shop), eq(KEY, key), eq(STATE, BlacklistState.LISTED.code()))).limit(1)
                .first() != null;
    }

    /** @param state of all of them; null for whatever state */
    Page<BlacklistEntry> page(String shop, @Nullable BlacklistState state, @Nullable Cursor after, int limit) {
        List<BlacklistEntry> found = query(shop, state, after, limit)
                .map(document -> Json.STORED.convertValue(document.get("state"), BlacklistEntry.class))
                .into(new ArrayList<>());
        return Page.of(found, limit,
                entry -> Cursor.of(Long.toString(entry.listedAt().toEpochMilli()), entry.entryId()));
    }

    FindIterable<Document> query(String shop, @Nullable BlacklistState state, @Nullable Cursor after, int limit) {
        var filter = state == null ? eq("shop", shop) : and(eq("shop", shop), eq(STATE, state.code()));
        if (after != null) {
            var listed = new Date(millis(after.keys().getFirst()));
            filter = and(filter, or(lt(LISTED, listed), and(eq(LISTED, listed), gt("_id", after.keys().getLast()))));
        }
        return entries.find(filter).sort(compoundIndex(descending(LISTED), ascending("_id"))).limit(limit + 1);
    }

    private static long millis(String key) {
        try {
            return Long.parseLong(key);
        } catch (NumberFormatException e) {
            throw new InvalidFieldException("after", "malformed", e);
        }
    }
}
