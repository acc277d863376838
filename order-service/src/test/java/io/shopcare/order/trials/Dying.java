package io.shopcare.order.trials;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.Decision;
import io.shopcare.platform.store.Outcome;
import io.shopcare.platform.store.Stored;

/** A store whose program is killed with its n-th write: by turns before it is done, and right after. */
final class Dying implements AggregateStore<Trial> {
    private static int turn;

    private final AggregateStore<Trial> store;
    private int left;

    Dying(AggregateStore<Trial> store, int left) {
        this.store = store;
        this.left = left;
    }

    /** The program is no more. */
    static final class KilledError extends Error {
        private static final long serialVersionUID = 1L;
    }

    @Override
    public Optional<Stored<Trial>> find(String id) {
        return store.find(id);
    }

    @Override
    public Outcome<Trial> create(String id, CommandContext context, Supplier<Decision<Trial>> first) {
        return store.create(id, context, first);
    }

    @Override
    public Outcome<Trial> decide(String id, CommandContext context, Function<Trial, Decision<Trial>> question) {
        if (--left > 0)
            return store.decide(id, context, question);
        if (turn++ % 2 == 0)
            throw new KilledError();
        store.decide(id, context, question);
        throw new KilledError();
    }
}
