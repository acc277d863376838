package io.shopcare.platform.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;

import org.bson.Document;
import org.jspecify.annotations.Nullable;

import io.shopcare.platform.commands.Actor;
import io.shopcare.platform.json.Json;

/**
 * Numbers what a decision brings: every entry for the relay, and every event for its consumers, so that the sequence
 * that consumers see has no gap.
 */
final class PendingEntries {
    private final AggregateType<?> type;
    private final String id;
    private final Instant at;
    private final @Nullable String trace;
    private final List<Document> entries = new ArrayList<>();
    private long seq;
    private long events;

    PendingEntries(AggregateType<?> type, String id, long lastEntry, long lastEvent, Instant at,
            @Nullable String trace) {
        this.type = type;
        this.id = id;
        this.seq = lastEntry;
        this.events = lastEvent;
        this.at = at;
        this.trace = trace;
    }

    void add(Decision.Accepted<?> decision, String shop, AuditLine line) {
        for (var rider : decision.riders())
            file(rider.collection(), rider.key(), shop, rider.content());
        for (var event : decision.events())
            publish(event, shop, line.actor());
        file(AuditLine.COLLECTION, Rider.number(line.version()), shop, line);
    }

    /** How many entries a decision brings: its riders, its events and its line in the trail. */
    static int count(Decision.Accepted<?> decision) {
        return decision.riders().size() + decision.events().size() + 1;
    }

    List<Document> entries() {
        return entries;
    }

    long lastEntry() {
        return seq;
    }

    long lastEvent() {
        return events;
    }

    private void file(String collection, String key, String shop, Object content) {
        var parent = collection.equals(AuditLine.COLLECTION) ? type.name() + "/" + id : id;
        var document = new Document("_id", parent + "/" + key).append("parent", id).append("shop", shop);
        document.putAll(Json.STORED.convertValue(content, Document.class));
        entries.add(entry().append("in", collection).append("doc", document));
    }

    private void publish(Object event, String shop, Actor actor) {
        events++;
        var data = EventData.of(event, actor, at);
        var told = new Document("_id", id + "/" + Rider.number(events)).append("parent", id).append("shop", shop)
                .append("seq", events).append("type", EventData.typeOf(event)).append("at", Date.from(at))
                .append("data", data);
        if (trace != null)
            told.append("trace", trace);
        entries.add(entry().append("in", type.timeline()).append("doc", told).append("event", true));
    }

    private Document entry() {
        return new Document("seq", ++seq);
    }
}
