package io.shopcare.platform.store;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;

import org.bson.Document;

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

    /** Asks that no deadline was tried since. A document of before its type had deadlines has no such field. */
    static void stands(Timetable seen, Document filter) {
        if (seen.entries().isEmpty())
            filter.append("$or", List.of(new Document(ENTRIES, List.of()),
                    new Document(ENTRIES, new Document("$exists", false))));
        else
            filter.append(ENTRIES, entries(seen));
    }

    static Document update(Timetable timetable) {
        var set = new Document();
        var unset = new Document();
        change(timetable, set, unset);
        var update = new Document("$set", set);
        return unset.isEmpty() ? update : update.append("$unset", unset);
    }

    /** Adds to what is set and to what is taken away. */
    static void change(Timetable timetable, Document set, Document unset) {
        set.append(ENTRIES, entries(timetable));
        setOrUnset(NEXT, timetable.next(), set, unset);
        setOrUnset(LATE, timetable.lateSince(), set, unset);
    }

    private static void setOrUnset(String field, Optional<Instant> moment, Document set, Document unset) {
        moment.ifPresentOrElse(at -> set.append(field, Date.from(at)), () -> unset.append(field, ""));
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
