package io.shopcare.platform.store;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import org.bson.Document;
import org.bson.conversions.Bson;

/** A timetable as fields of its aggregate's document; the two moments are there only where something waits. */
final class TimetableDocument {
    static final String ENTRIES = "deadlines";
    static final String NEXT = "nextDeadlineAt";
    static final String LATE = "lateSince";

    private TimetableDocument() {}

    static Timetable read(Document document) {
        return new Timetable(document.getList(ENTRIES, Document.class, List.of()).stream()
                .map(entry -> new Timetable.Entry(entry.getString("name"), entry.getDate("at").toInstant(),
                        entry.getInteger("tries"),
                        Optional.ofNullable(entry.getDate("notBefore")).map(Date::toInstant).orElse(null)))
                .toList());
    }

    static void append(Timetable timetable, Document document) {
        document.append(ENTRIES, entries(timetable));
        timetable.next().ifPresent(next -> document.append(NEXT, Date.from(next)));
        timetable.lateSince().ifPresent(since -> document.append(LATE, Date.from(since)));
    }

    /** No deadline was tried since. A document of before its type had deadlines has no such field. */
    static Bson is(Timetable seen) {
        var same = Filters.eq(ENTRIES, entries(seen));
        return seen.entries().isEmpty() ? Filters.or(same, Filters.exists(ENTRIES, false)) : same;
    }

    static Bson update(Timetable timetable) {
        return Updates.combine(Updates.set(ENTRIES, entries(timetable)), setOrUnset(NEXT, timetable.next()),
                setOrUnset(LATE, timetable.lateSince()));
    }

    private static Bson setOrUnset(String field, Optional<Instant> moment) {
        return moment.map(at -> Updates.set(field, Date.from(at))).orElseGet(() -> Updates.unset(field));
    }

    private static List<Document> entries(Timetable timetable) {
        return timetable.entries().stream().map(TimetableDocument::entry).toList();
    }

    private static Document entry(Timetable.Entry entry) {
        var document = new Document("name", entry.name()).append("at", Date.from(entry.at()))
                .append("tries", entry.tries());
        if (entry.notBefore() != null)
            document.append("notBefore", Date.from(entry.notBefore()));
        return document;
    }
}
