package io.shopcare.order.parcels;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.Decision;
import io.shopcare.platform.store.Outcome;
import io.shopcare.platform.store.Stored;

/** A store with a place for what somebody else does right after one write. */
final class Interrupted<A> implements AggregateStore<A> {
    private final AggregateStore<A> store;
    private String id = "";
    private Runnable happening = () -> {};

    Interrupted(AggregateStore<A> store) {
        this.store = store;
    }

    void after(String ofId, Runnable what) {
        id = ofId;
        happening = what;
    }

    @Override
    public Optional<Stored<A>> find(String of) {
        return store.find(of);
    }

    @Override
    public Outcome<A> create(String of, CommandContext context, Supplier<Decision<A>> first) {
        return store.create(of, context, first);
    }

    @Override
    public Outcome<A> decide(String of, CommandContext context, Function<A, Decision<A>> question) {
        var outcome = store.decide(of, context, question);
        if (of.equals(id)) {
            id = "";
            happening.run();
        }
        return outcome;
    }
}
