package io.shopcare.platform.store;

import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

import com.mongodb.MongoWriteException;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.json.Json;
import io.shopcare.platform.leases.Shards;

/** {@link AggregateStore} on MongoDB: optimistic, without transactions, one document per write. */
final class MongoAggregateStore<A> implements AggregateStore<A> {
    private final AggregateType<A> type;
    private final AggregateDocuments documents;
    private final StoreDependencies with;
    private final Turns turns = new Turns();
    private final LastLook<A> lastLook = new LastLook<>();
    private final LastWritten<A> lastWritten = new LastWritten<>();

    MongoAggregateStore(AggregateType<A> type, StoreDependencies with) {
        this.type = type;
        this.documents = new AggregateDocuments(with.database(), type.collection(), with.settings().pendingCap());
        this.with = with;
    }

    @Override
    public Optional<Stored<A>> find(String id) {
        return documents.find(id).map(envelope -> lastLook.keep(envelope, type.javaType()));
    }

    @Override
    public Outcome<A> create(String id, CommandContext context, Supplier<Decision<A>> first) {
        return switch (first.get()) {
            case Decision.Rejected<A>(var why) -> refuse(id, context, why);
            case Decision.Accepted<A> accepted -> insert(id, context, accepted);
        };
    }

    @Override
    public Outcome<A> decide(String id, CommandContext context, Function<A, Decision<A>> question) {
        var look = lastLook.take(id);
        return turns.take(id, with.settings().contention(), () -> latest(look, lastWritten.take(id))
                .flatMap(seen -> atFirstSight(seen, context, question))
                .orElseGet(() -> race(id, context, question)));
    }

    private static <A> Optional<LastLook.Look<A>> latest(Optional<LastLook.Look<A>> read,
            Optional<LastLook.Look<A>> written) {
        return read.map(look -> written.map(look::or).orElse(look)).or(() -> written);
    }

    /** Decides on what was just read or written; empty where that leads to no write. */
    private Optional<Outcome<A>> atFirstSight(LastLook.Look<A> seen, CommandContext context,
            Function<A, Decision<A>> question) {
        var envelope = seen.envelope();
        var expected = context.expectedVersion();
        if (envelope.knows(context) || expected != null && expected != envelope.version())
            return Optional.empty();
        return said(question, seen.aggregate()) instanceof Decision.Accepted<A> accepted
                && moves(accepted, context, seen.aggregate()) && replace(envelope, context, accepted)
                        ? Optional.of(done(envelope, accepted))
                        : Optional.empty();
    }

    /** Who says no by throwing says it again to what is stored. */
    private static <A> @Nullable Decision<A> said(Function<A, Decision<A>> question, A guess) {
        try {
            return question.apply(guess);
        } catch (RuntimeException e) {
            return null;
        }
    }

    private Outcome<A> race(String id, CommandContext context, Function<A, Decision<A>> question) {
        var race = new Race(with.settings().contention());
        do {
            var found = documents.find(id);
            if (found.isEmpty())
                return refuse(id, context, Rejection.notFound());
            var envelope = found.get();
            var earlier = earlierOutcome(envelope, context);
            if (earlier.isPresent())
                return earlier.get();
            var expected = context.expectedVersion();
            if (expected != null && expected != envelope.version())
                return refuse(id, context, stale(expected, envelope.version()));
            var before = envelope.state(type.javaType());
            switch (question.apply(before)) {
                case Decision.Rejected<A>(var why) -> {
                    return refuse(id, context, why);
                }
                case Decision.Accepted<A> accepted -> {
                    boolean moves = moves(accepted, context, before);
                    if (moves && replace(envelope, context, accepted))
                        return done(envelope, accepted);
                    if (moves && documents.isFull(envelope, context.key(), PendingEntries.count(accepted)))
                        throw new OverloadedException(type.name() + " " + id);
                    if (!moves && remember(envelope, context, accepted))
                        return new Outcome.Accepted<>(new Stored<>(id, envelope.version(), accepted.aggregate()),
                                accepted.answers(), false);
                }
            }
        } while (race.onceMore());
        throw new ContentionException(type.name() + " " + id);
    }

    private Outcome<A> done(Envelope before, Decision.Accepted<A> accepted) {
        return new Outcome.Accepted<>(new Stored<>(before.id(), before.version() + 1, accepted.aggregate()), accepted
                .answers(), false);
    }

    /** Whether there is a next version: a decision that changes nothing makes one only where it answers an event. */
    private boolean moves(Decision.Accepted<A> accepted, CommandContext context, A before) {
        return !accepted.changesNothing() || context.inbox() != null || !accepted.aggregate().equals(before);
    }

    private Outcome<A> insert(String id, CommandContext context, Decision.Accepted<A> accepted) {
        var now = with.clock().instant();
        var pending = pending(id, 0, 0, 1, context, accepted, now);
        var empty = new Envelope(new Document());
        var document = new Document("_id", id)
                .append("shop", type.shopOf().apply(accepted.aggregate()))
                .append("version", 1L)
                .append("state", Json.STORED.convertValue(accepted.aggregate(), Document.class))
                .append("keys", Stream.ofNullable(key(context, accepted, now)).toList())
                .append("inbox", empty.inboxWith(context))
                .append("shard", Shards.of(id))
                .append("outbox", new Document("seq", pending.lastEntry()).append("events", pending.lastEvent())
                        .append("since", Date.from(now)).append("pending", pending.entries()));
        if (!type.deadlines().isEmpty())
            TimetableDocument.append(Timetable.EMPTY.after(type, accepted.aggregate()), document);
        try {
            documents.insert(document);
        } catch (MongoWriteException e) {
            if (!AggregateDocuments.isTwin(e))
                throw e;
            var there = documents.find(id).orElseThrow(() -> e);
            return earlierOutcome(there, context)
                    .orElseGet(() -> refuse(id, context, Rejection.notNow("already-exists")));
        }
        lastWritten.keep(new Envelope(document), accepted.aggregate());
        with.signal().wake(type, id, pending.entries(), true);
        return new Outcome.Accepted<>(new Stored<>(id, 1, accepted.aggregate()), accepted.answers(), false);
    }

    private boolean replace(Envelope seen, CommandContext context, Decision.Accepted<A> accepted) {
        var now = with.clock().instant();
        var id = seen.id();
        var pending = pending(id, seen.lastEntry(), seen.lastEvent(), seen.version() + 1, context, accepted, now);
        var change = new AggregateDocuments.Change(Json.STORED.convertValue(accepted.aggregate(), Document.class),
                seen.inboxWith(context), pending, seen.timetable().after(type, accepted.aggregate()),
                key(context, accepted, now), now);
        if (!documents.replace(seen, change))
            return false;
        lastWritten.keep(seen.after(change), accepted.aggregate());
        with.signal().wake(type, id, pending.entries(), seen.isPublished());
        return true;
    }

    /**
     * Of a command that changed nothing only its key is kept: the state may change before the repeat comes, and then the
     * repeat must not do what the first call did not have to.
     */
    private boolean remember(Envelope seen, CommandContext context, Decision.Accepted<A> accepted) {
        var key = key(context, accepted, with.clock().instant());
        return key == null || documents.remember(seen, key);
    }

    private static @Nullable Document key(CommandContext context, Decision.Accepted<?> accepted, Instant now) {
        return context.key() == null ? null : Envelope.entry(context.key(), accepted.answers(), Date.from(now));
    }

    private PendingEntries pending(String id, long lastEntry, long lastEvent, long version, CommandContext context,
            Decision.Accepted<A> accepted, Instant now) {
        var shop = type.shopOf().apply(accepted.aggregate());
        var trace = with.trace().get();
        var entries = new PendingEntries(type, id, lastEntry, lastEvent, now, trace);
        entries.add(accepted, shop,
                new AuditLine(shop, type.name(), id, version, context.name(), context.actor(), now, null, trace));
        return entries;
    }

    private Optional<Outcome<A>> earlierOutcome(Envelope envelope, CommandContext context) {
        var event = context.inbox();
        if (event != null && envelope.hasAnswered(event))
            return Optional.of(new Outcome.Accepted<>(envelope.stored(type.javaType()), Map.of(), true));
        var key = context.key();
        if (key == null)
            return Optional.empty();
        return envelope.remembered(key)
                .map(done -> key.fingerprint().equals(done.getString("print"))
                        ? new Outcome.Accepted<>(envelope.stored(type.javaType()),
                                done.get("answers", new Document()), true)
                        : refuse(envelope.id(), context,
                                new Rejection(Rejection.Kind.KEY_REUSED, "idempotency-key-reused", Map.of())));
    }

    private Outcome<A> refuse(String id, CommandContext context, Rejection why) {
        with.refusals().record(type.name(), id, context, why.code());
        return new Outcome.Rejected<>(why);
    }

    private static Rejection stale(long expected, long actual) {
        return new Rejection(Rejection.Kind.STALE, "stale-version", Map.of("given", expected, "current", actual));
    }
}
