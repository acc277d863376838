package io.shopcare.platform.store;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

import io.shopcare.platform.commands.CommandKey;

/**
 * The documents of one type of aggregate: what a write asks of them, and what it changes. Filters and updates are literal
 * documents here, since the driver copies what its builders make before it writes them out, and this is done more often
 * than anything else.
 */
final class AggregateDocuments {
    /** What a decision needs: all but the entries that wait to be published. */
    static final Document WITHOUT_PENDING = new Document("outbox.pending", 0);

    private final MongoCollection<Document> documents;
    private final int pendingCap;

    /** @param pendingCap so many entries may wait in one document */
    AggregateDocuments(MongoDatabase database, String collection, int pendingCap) {
        this.documents = database.getCollection(collection);
        this.pendingCap = pendingCap;
    }

    /**
     * What a decision leaves behind.
     *
     * @param key to be remembered; null for a command that has none
     */
    record Change(Document state, List<Document> inbox, PendingEntries pending, Timetable timetable,
            @Nullable Document key, Instant now) {}

    Optional<Envelope> find(String id) {
        return Optional.ofNullable(documents.find(new Document("_id", id)).projection(WITHOUT_PENDING).first())
                .map(Envelope::new);
    }

    /**
     * Stores the first state of an aggregate.
     *
     * @throws MongoWriteException also when there is one under this id, see {@link #isTwin}
     */
    void insert(Document first) {
        documents.insertOne(first);
    }

    static boolean isTwin(MongoWriteException e) {
        return e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY;
    }

    /** Writes the next version; false when somebody else wrote since it was seen, or too much waits to be published. */
    boolean replace(Envelope seen, Change change) {
        var pending = change.pending();
        var set = new Document("state", change.state()).append("inbox", change.inbox())
                .append("outbox.seq", pending.lastEntry()).append("outbox.events", pending.lastEvent());
        var unset = new Document();
        var push = new Document("outbox.pending", new Document("$each", pending.entries()));
        var fits = unseen(seen, keyOf(change.key()))
                .append(place(roomBeside(pending.entries().size())), new Document("$exists", false));
        if (!change.timetable().equals(seen.timetable())) {
            TimetableDocument.change(change.timetable(), set, unset);
            TimetableDocument.stands(seen.timetable(), fits);
        }
        if (change.key() != null)
            push.putAll(remembering(change.key()));
        var update = new Document("$set", set).append("$push", push).append("$inc", new Document("version", 1L))
                .append("$min", new Document("outbox.since", Date.from(change.now())));
        if (!unset.isEmpty())
            update.append("$unset", unset);
        return documents.updateOne(fits, update).getMatchedCount() > 0;
    }

    /** Keeps the key of a command that changed nothing; false when somebody else wrote since it was seen. */
    boolean remember(Envelope seen, Document key) {
        return documents.updateOne(unseen(seen, keyOf(key)), new Document("$push", remembering(key)))
                .getMatchedCount() > 0;
    }

    /** Whether it is still as it was seen, and was not written because too much waits to be published. */
    boolean isFull(Envelope seen, @Nullable CommandKey key, int entries) {
        return documents.countDocuments(unseen(seen, key == null ? null : key.id())
                .append(place(roomBeside(entries)), new Document("$exists", true))) > 0;
    }

    /** As many entries may wait already where these are added. */
    private int roomBeside(int entries) {
        return Math.max(0, pendingCap - entries);
    }

    private static String place(int number) {
        return "outbox.pending." + number;
    }

    /** Nobody wrote since, nor was a twin remembered that had nothing to do. */
    private static Document unseen(Envelope seen, @Nullable String key) {
        var same = new Document("_id", seen.id()).append("version", seen.version());
        return key == null ? same : same.append("keys.id", new Document("$ne", key));
    }

    private static @Nullable String keyOf(@Nullable Document remembered) {
        return remembered == null ? null : remembered.getString("id");
    }

    private static Document remembering(Document key) {
        return new Document("keys",
                new Document("$each", List.of(key)).append("$slice", -Envelope.REMEMBERED_COMMANDS));
    }
}
