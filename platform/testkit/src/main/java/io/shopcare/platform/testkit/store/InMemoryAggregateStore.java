package io.shopcare.platform.testkit.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.Decision;
import io.shopcare.platform.store.Outcome;
import io.shopcare.platform.store.Rejection;
import io.shopcare.platform.store.Rider;
import io.shopcare.platform.store.Stored;

/**
 * {@link AggregateStore} for tests that touch no database. Keeps the promises of the real one (the same contract test
 * runs against both) and shows what was published and filed.
 */
public final class InMemoryAggregateStore<A> implements AggregateStore<A> {

    private record Answered(String fingerprint, Map<String, Object> answers) {}

    private record Entry<A>(Stored<A> stored, Map<String, Answered> keys, Map<String, Long> inbox) {}

    /** An event with the aggregate that it happened to. */
    public record Published(String aggregate, Object event) {}

    private final Map<String, Entry<A>> entries = new ConcurrentHashMap<>();
    private final List<Published> published = new ArrayList<>();
    private final List<Rider> filed = new ArrayList<>();

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

    private Outcome<A> write(String id, @Nullable Entry<A> before, CommandContext context,
            Decision.Accepted<A> accepted) {
        boolean nothing = before != null && accepted.events().isEmpty() && accepted.riders().isEmpty()
                && context.inbox() == null && accepted.aggregate().equals(before.stored().aggregate());
        if (before != null && nothing)
            return new Outcome.Accepted<>(before.stored(), accepted.answers(), false);
        var keys = new LinkedHashMap<>(before == null ? Map.<String, Answered>of() : before.keys());
        if (context.key() != null)
            keys.put(context.key().id(), new Answered(context.key().fingerprint(), accepted.answers()));
        var inbox = new LinkedHashMap<>(before == null ? Map.<String, Long>of() : before.inbox());
        if (context.inbox() != null)
            inbox.put(context.inbox().source(), context.inbox().sequence());
        var stored = new Stored<>(id, before == null ? 1 : before.stored().version() + 1, accepted.aggregate());
        entries.put(id, new Entry<>(stored, keys, inbox));
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
