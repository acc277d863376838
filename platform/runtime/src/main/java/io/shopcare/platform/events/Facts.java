package io.shopcare.platform.events;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import org.bson.Document;

import io.shopcare.platform.json.Json;

/**
 * What a consumer knows from events: one document per source aggregate, with the number of the last event applied.
 * Older events change nothing; the same one may run its following step again; the next one is applied. Summaries are
 * recomputed from facts, never counted up, so that redelivery and replay leave them as they are.
 *
 * @param <F> an immutable record; {@code null} components are what is not known yet
 */
public final class Facts<F> {

    /** What an event did to the fact. */
    public enum Step {
        /** Came late; a newer one has been applied. Nothing more to do. */
        OLDER,
        /** Delivered again; what follows from it may have been lost half-way and should run again. */
        AGAIN,
        /** Applied now. */
        APPLIED;

        /** Whether what follows from the event should run. */
        public boolean isCurrent() {
            return this != OLDER;
        }
    }

    /** Of so many sources it is known what was written last. */
    private static final int REMEMBERED = 1_000;
    private static final long FRESH = Duration.ofSeconds(10).toNanos();

    private final MongoCollection<Document> documents;
    private final Class<F> type;
    private final F unknown;
    private final Map<String, Known<F>> written = Collections.synchronizedMap(new LastWritten<>());

    /** @param at when it was written, {@link System#nanoTime} */
    private record Known<F>(long sequence, F fact, long at) {

        /** Later, it may have been rebuilt or cut. */
        boolean isFresh() {
            return System.nanoTime() - at < FRESH;
        }
    }

    /** The one that nobody asked for longest goes first. */
    private static final class LastWritten<F> extends LinkedHashMap<String, Known<F>> {
        private static final long serialVersionUID = 1;

        LastWritten() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known<F>> eldest) {
            return size() > REMEMBERED;
        }
    }

    private Facts(MongoCollection<Document> documents, Class<F> type, F unknown) {
        this.documents = documents;
        this.type = type;
        this.unknown = unknown;
    }

    /**
     * @param collection of the facts; each source needs its own
     * @param unknown    the fact before its first event
     */
    public static <F> Facts<F> in(MongoDatabase database, String collection, Class<F> type, F unknown) {
        return new Facts<>(database.getCollection(collection), type, unknown);
    }

    /** Declares an index over fields of the fact, named without the prefix {@code fact.}. */
    public Facts<F> indexed(String... fields) {
        documents.createIndex(Indexes.ascending(List.of(fields).stream().map(field -> "fact." + field).toList()));
        return this;
    }

    /** Applies an event to the fact of its source, once. */
    public Step apply(EventMeta event, UnaryOperator<F> change) {
        if (event.sequence() == 1 && insert(event, change.apply(unknown))) // most likely nothing is known
            return Step.APPLIED;
        var known = written.remove(event.subject());
        if (known != null && known.isFresh() && known.sequence() < event.sequence()
                && replace(event, known.sequence(), change.apply(known.fact()))) // most likely nobody else wrote it
            return Step.APPLIED;
        while (true) {
            var found = documents.find(new Document("_id", event.subject())).first();
            long seen = found == null ? 0 : found.get("seq", Number.class).longValue();
            if (event.sequence() < seen)
                return Step.OLDER;
            if (event.sequence() == seen)
                return Step.AGAIN;
            if (found == null
                    ? insert(event, change.apply(unknown))
                    : replace(event, seen, change.apply(read(found))))
                return Step.APPLIED;
        }
    }

    private boolean insert(EventMeta event, F fact) {
        try {
            documents.insertOne(next(event, fact));
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY)
                return false;
            throw e;
        }
        written.put(event.subject(), new Known<>(event.sequence(), fact, System.nanoTime()));
        return true;
    }

    private boolean replace(EventMeta event, long seen, F fact) {
        var found = new Document("_id", event.subject()).append("seq", seen);
        if (documents.replaceOne(found, next(event, fact)).getMatchedCount() == 0)
            return false;
        written.put(event.subject(), new Known<>(event.sequence(), fact, System.nanoTime()));
        return true;
    }

    private static Document next(EventMeta event, Object fact) {
        return new Document("_id", event.subject()).append("seq", event.sequence()).append("fact",
                Json.STORED.convertValue(fact, Document.class));
    }

    /** What is known of one source. */
    public Optional<F> find(String id) {
        return Optional.ofNullable(documents.find(new Document("_id", id)).first()).map(this::read);
    }

    /** What is known of every source for which these fields have these values; the fields need an index. */
    public List<F> where(Map<String, ?> values) {
        var filter = new Document();
        values.forEach((field, value) -> filter.append("fact." + field, value));
        return documents.find(filter).map(this::read).into(new ArrayList<>());
    }

    private F read(Document found) {
        return Json.STORED.convertValue(found.get("fact", Document.class), type);
    }
}
