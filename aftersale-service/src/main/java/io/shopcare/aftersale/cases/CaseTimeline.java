package io.shopcare.aftersale.cases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Projections;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

import io.shopcare.platform.problems.InvalidFieldException;
import io.shopcare.platform.web.Cursor;
import io.shopcare.platform.web.Page;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Indexes.ascending;

/** What happened to a case, in order. It can't be edited; what waits to be published is there already. */
final class CaseTimeline {
    private final MongoDatabase database;

    CaseTimeline(MongoDatabase database) {
        this.database = database;
    }

    /** One thing that happened. */
    record Entry(long sequence, String type, Instant at, Document data) {}

    Page<Entry> of(String id, int limit, @Nullable String after) {
        var cursor = Cursor.read(after, 1);
        long from = cursor == null ? 0 : number(cursor.keys().getFirst());
        // first what is pending: an entry that is filed meanwhile is then found twice rather than never
        var entries = new TreeMap<Long, Entry>();
        pending(id).forEach(entry -> entries.put(entry.sequence(), entry));
        database.getCollection(CaseConfiguration.TYPE.timeline()).find(and(eq("parent", id), gt("seq", from)))
                .sort(ascending("parent", "seq")).limit(limit + 1)
                .forEach(found -> entries.put(sequence(found), entry(found)));
        return Page.of(entries.tailMap(from, false).values().stream().limit(limit + 1L).toList(), limit,
                last -> Cursor.of(Long.toString(last.sequence())));
    }

    private List<Entry> pending(String id) {
        var found = database.getCollection(CaseConfiguration.TYPE.collection()).find(eq("_id", id))
                .projection(Projections.include("outbox.pending")).first();
        var entries = new ArrayList<Entry>();
        if (found != null)
            for (var waiting : found.get("outbox", Document.class).getList("pending", Document.class, List.of()))
                if (waiting.getBoolean("event", false))
                    entries.add(entry(waiting.get("doc", Document.class)));
        return entries;
    }

    private static Entry entry(Document found) {
        return new Entry(sequence(found), found.getString("type"), found.getDate("at").toInstant(),
                found.get("data", Document.class));
    }

    private static long sequence(Document found) {
        return found.get("seq", Number.class).longValue();
    }

    private static long number(String key) {
        try {
            return Long.parseLong(key);
        } catch (NumberFormatException e) {
            throw new InvalidFieldException("after", "malformed", e);
        }
    }
}
