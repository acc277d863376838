package io.shopcare.platform.store;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

import io.shopcare.platform.commands.CommandContext;

/**
 * Keeps aggregates of one type, each in one document that is only ever changed by a conditional write.
 *
 * @param <A> the aggregate, an immutable value
 */
public interface AggregateStore<A> {

    /** The aggregate as it stands now. */
    Optional<Stored<A>> find(String id);

    /**
     * Creates the aggregate unless it is there. A twin of the command (same key, same content) is answered with what
     * the first made; another command that meets an existing document is rejected with {@code already-exists}.
     */
    Outcome<A> create(String id, CommandContext context, Supplier<Decision<A>> first);

    /**
     * Loads, asks, and writes what was decided if nobody wrote in between; otherwise loads and asks again, for at most
     * two seconds.
     *
     * @throws ContentionException when every race was lost
     * @throws OverloadedException when too much waits to be published
     */
    Outcome<A> decide(String id, CommandContext context, Function<A, Decision<A>> question);

    /** {@link #decide} where the aggregate may be missing: {@code first} creates it, {@code question} changes it. */
    default Outcome<A> decideOrCreate(String id, CommandContext context, Supplier<Decision<A>> first,
            Function<A, Decision<A>> question) {
        var changed = decide(id, context, question);
        if (!(changed instanceof Outcome.Rejected<A>(var why)) || why.kind() != Rejection.Kind.NOT_FOUND)
            return changed;
        if (find(id).isPresent()) // a twin wrote it between the two looks, or the question itself found nothing
            return decide(id, context, question);
        var created = create(id, context, first);
        boolean cameFirst = created instanceof Outcome.Rejected<A>(var why2) && why2.code().equals("already-exists");
        return cameFirst ? decide(id, context, question) : created;
    }
}
