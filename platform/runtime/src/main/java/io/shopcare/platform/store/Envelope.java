package io.shopcare.platform.store;

import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.bson.Document;

import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.commands.CommandKey;
import io.shopcare.platform.commands.InboxEntry;
import io.shopcare.platform.json.Json;

/** The document around an aggregate's state: version, remembered commands, answered events, outbox. */
record Envelope(Document document) {
    static final int REMEMBERED_COMMANDS = 32;
    static final int REMEMBERED_SOURCES = 64;
    private static final Date NOT_SURE = new Date(0);

    String id() {
        return document.getString("_id");
    }

    long version() {
        return document.get("version", Number.class).longValue();
    }

    long lastEntry() {
        return outbox().get("seq", Number.class).longValue();
    }

    long lastEvent() {
        return outbox().get("events", Number.class).longValue();
    }

    /** Whether everything that was written before is published. */
    boolean isPublished() {
        return !outbox().containsKey("since");
    }

    private Document outbox() {
        return document.get("outbox", Document.class);
    }

    <A> A state(Class<A> type) {
        return Json.STORED.convertValue(document.get("state", Document.class), type);
    }

    <A> Stored<A> stored(Class<A> type) {
        return new Stored<>(id(), version(), state(type));
    }

    Timetable timetable() {
        return TimetableDocument.read(document);
    }

    /** Whether this command was carried out, or this event answered. */
    boolean knows(CommandContext context) {
        return context.key() != null && remembered(context.key()).isPresent()
                || context.inbox() != null && hasAnswered(context.inbox());
    }

    /** What was answered under this key, if it was. */
    Optional<Document> remembered(CommandKey key) {
        return keys().stream().filter(done -> key.id().equals(done.getString("id"))).findFirst();
    }

    boolean hasAnswered(InboxEntry event) {
        return inbox().stream()
                .anyMatch(seen -> event.source().equals(seen.getString("source"))
                        && seen.get("seq", Number.class).longValue() >= event.sequence());
    }

    /** What is kept of a command that was carried out. */
    static Document entry(CommandKey key, Map<String, Object> answers, Date now) {
        return new Document("id", key.id()).append("print", key.fingerprint()).append("at", now)
                .append("answers", new Document(answers));
    }

    List<Document> inboxWith(CommandContext context) {
        var event = context.inbox();
        if (event == null)
            return inbox();
        var others = inbox().stream().filter(seen -> !event.source().equals(seen.getString("source"))).toList();
        var kept = others.subList(Math.max(0, others.size() + 1 - REMEMBERED_SOURCES), others.size());
        return Stream.concat(kept.stream(),
                Stream.of(new Document("source", event.source()).append("seq", event.sequence()))).toList();
    }

    /** What is written next, as far as a further decision needs it: all but the state. */
    Envelope after(AggregateDocuments.Change change) {
        var key = change.key();
        var keys = key == null ? keys() : Stream.concat(keys().stream(), Stream.of(key)).toList();
        var pending = change.pending();
        var next = new Document("_id", id()).append("version", version() + 1).append("inbox", change.inbox())
                .append("keys", keys.subList(Math.max(0, keys.size() - REMEMBERED_COMMANDS), keys.size()))
                .append("outbox", new Document("seq", pending.lastEntry()).append("events", pending.lastEvent())
                        .append("since", NOT_SURE));
        TimetableDocument.append(change.timetable(), next);
        return new Envelope(next);
    }

    private List<Document> keys() {
        return document.getList("keys", Document.class, List.of());
    }

    private List<Document> inbox() {
        return document.getList("inbox", Document.class, List.of());
    }
}
