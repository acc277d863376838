package io.shopcare.platform.testkit.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.leases.Shards;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.AggregateType;
import io.shopcare.platform.store.Deadline;
import io.shopcare.platform.store.Deadlines;
import io.shopcare.platform.store.Decision;
import io.shopcare.platform.store.Outcome;
import io.shopcare.platform.store.Rejection;
import io.shopcare.platform.store.Rider;
import io.shopcare.platform.store.Stored;
import io.shopcare.platform.store.Timetable;

/**
 * {@link AggregateStore} for tests that touch no database. Keeps the promises of the real one (the same contract test
 * runs against both) and shows what was published and filed.
 */
public final class InMemoryAggregateStore<A> implements AggregateStore<A>, Deadlines {

    private static final List<Integer> ALL = IntStream.range(0, Shards.COUNT).boxed().toList();

    private record Answered(String fingerprint, Map<String, Object> answers) {}

    private record Entry<A>(Stored<A> stored, Map<String, Answered> keys, Map<String, Long> inbox,
            Timetable timetable) {

        Entry<A> with(Timetable next) {
            return new Entry<>(stored, keys, inbox, next);
        }
    }

    /** An event with the aggregate that it happened to. */
    public record Published(String aggregate, Object event) {}

    private final Map<String, Entry<A>> entries = new ConcurrentHashMap<>();
    private final List<Published> published = new ArrayList<>();
    private final List<Rider> filed = new ArrayList<>();
    private final @Nullable AggregateType<A> type;

    /** A store of aggregates whose deadlines the test does not look at. */
    public InMemoryAggregateStore() {
        this.type = null;
    }

    /** A store of aggregates with their deadlines. */
    public InMemoryAggregateStore(AggregateType<A> type) {
        this.type = type;
    }

    @Override
    public synchronized Optional<Stored<A>> find(String id) {
        return Optional.ofNullable(entries.get(id)).map(Entry::stored);
    }

    @Override
    public synchronized Outcome<A> create(String id, CommandContext context, Supplier<Decision<A>> first) {
        return switch (first.get()) {
            case Decision.Rejected<A>(var why) -> new Outcome.Rejected<>(why);
            case Decision.Accepted<A> accepted -> {
                var there = entries.get(id);
                if (there == null)
                    yield write(id, null, context, accepted);
                yield earlier(there, context)
                        .orElseGet(() -> new Outcome.Rejected<>(Rejection.notNow("already-exists")));
            }
        };
    }

    @Override
    public synchronized Outcome<A> decide(String id, CommandContext context, Function<A, Decision<A>> question) {
        var there = entries.get(id);
        if (there == null)
            return new Outcome.Rejected<>(Rejection.notFound());
        var earlier = earlier(there, context);
        if (earlier.isPresent())
            return earlier.get();
        var expected = context.expectedVersion();
        if (expected != null && expected != there.stored().version())
            return new Outcome.Rejected<>(new Rejection(Rejection.Kind.STALE, "stale-version",
                    Map.of("given", expected, "current", there.stored().version())));
        return switch (question.apply(there.stored().aggregate())) {
            case Decision.Rejected<A>(var why) -> new Outcome.Rejected<>(why);
            case Decision.Accepted<A> accepted -> write(id, there, context, accepted);
        };
    }

    /** All events so far, in order. */
    public synchronized List<Published> published() {
        return List.copyOf(published);
    }

    /** The events of one kind so far. */
    public synchronized <E> List<E> published(Class<E> type) {
        return published.stream().map(Published::event).filter(type::isInstance).map(type::cast).toList();
    }

    /** All riders so far. */
    public synchronized List<Rider> filed() {
        return List.copyOf(filed);
    }

    /** All aggregates as they are. */
    public synchronized List<Stored<A>> all() {
        return entries.values().stream().map(Entry::stored).toList();
    }

    /** What is due in all shards, for handlers that a test calls itself. */
    public List<Due> due(Instant now) {
        return due(ALL, now, Integer.MAX_VALUE);
    }

    /** Fires every deadline that is due, as the runner does; those that need a handler are left. */
    public void fireDue(Instant now) {
        for (var due : due(now))
            deadline(due.name()).filter(deadline -> deadline.then() != null).ifPresent(deadline -> {
                decide(due.id(), CommandContext.bySystem(due.name()),
                        aggregate -> deadline.isDue(aggregate, now)
                                ? Objects.requireNonNull(deadline.then()).fire(aggregate, now)
                                : Decision.unchanged(aggregate));
                putOffIfStill(due, now.plusSeconds(1));
            });
    }

    @Override
    public synchronized List<Due> due(List<Integer> shards, Instant now, int most) {
        return in(shards).limit(most).flatMap(entry -> entry.timetable().due(now).stream()
                .map(due -> new Due(entry.stored().id(), due.name(), due.at(), due.tries()))).toList();
    }

    @Override
    public synchronized boolean putOffIfStill(Due fired, Instant until) {
        var entry = entries.get(fired.id());
        if (entry == null)
            return false;
        var next = next(entry.timetable(), entry.stored().aggregate());
        var off = next.putOff(fired.name(), fired.at(), until);
        entries.put(fired.id(), entry.with(off));
        return !off.equals(next);
    }

    @Override
    public synchronized List<Instant> late(List<Integer> shards, int most) {
        return in(shards).flatMap(entry -> entry.timetable().entries().stream().filter(each -> each.tries() > 0)
                .map(Timetable.Entry::at).sorted().limit(1)).sorted().limit(most).toList();
    }

    /** Nothing to do: nothing in memory is older than the program. */
    @Override
    public Optional<String> reckon(String afterId, int most) {
        return Optional.empty();
    }

    private Stream<Entry<A>> in(List<Integer> shards) {
        return entries.values().stream().filter(entry -> shards.contains(Shards.of(entry.stored().id())));
    }

    private Timetable next(Timetable before, A state) {
        return type == null ? Timetable.EMPTY : before.after(type, state);
    }

    private Optional<Deadline<A>> deadline(String name) {
        return Objects.requireNonNull(type).deadlines().stream().filter(each -> each.name().equals(name)).findFirst();
    }

    private Outcome<A> write(String id, @Nullable Entry<A> before, CommandContext context,
            Decision.Accepted<A> accepted) {
        boolean nothing = before != null && accepted.events().isEmpty() && accepted.riders().isEmpty()
                && context.inbox() == null && accepted.aggregate().equals(before.stored().aggregate());
        var keys = new LinkedHashMap<>(before == null ? Map.<String, Answered>of() : before.keys());
        if (context.key() != null)
            keys.put(context.key().id(), new Answered(context.key().fingerprint(), accepted.answers()));
        if (before != null && nothing) {
            entries.put(id, new Entry<>(before.stored(), keys, before.inbox(), before.timetable()));
            return new Outcome.Accepted<>(before.stored(), accepted.answers(), false);
        }
        var inbox = new LinkedHashMap<>(before == null ? Map.<String, Long>of() : before.inbox());
        if (context.inbox() != null)
            inbox.put(context.inbox().source(), context.inbox().sequence());
        var stored = new Stored<>(id, before == null ? 1 : before.stored().version() + 1, accepted.aggregate());
        entries.put(id, new Entry<>(stored, keys, inbox,
                next(before == null ? Timetable.EMPTY : before.timetable(), accepted.aggregate())));
        accepted.events().forEach(event -> published.add(new Published(id, event)));
        filed.addAll(accepted.riders());
        return new Outcome.Accepted<>(stored, accepted.answers(), false);
    }

    private Optional<Outcome<A>> earlier(Entry<A> entry, CommandContext context) {
        var event = context.inbox();
        if (event != null && entry.inbox().getOrDefault(event.source(), 0L) >= event.sequence())
            return Optional.of(new Outcome.Accepted<>(entry.stored(), Map.of(), true));
        var key = context.key();
        var answered = key == null ? null : entry.keys().get(key.id());
        if (key == null || answered == null)
            return Optional.empty();
        return Optional.of(answered.fingerprint().equals(key.fingerprint())
                ? new Outcome.Accepted<>(entry.stored(), answered.answers(), true)
                : new Outcome.Rejected<>(
                        new Rejection(Rejection.Kind.KEY_REUSED, "idempotency-key-reused", Map.of())));
    }
}
