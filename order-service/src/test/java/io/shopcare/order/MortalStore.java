package io.shopcare.order;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.Decision;
import io.shopcare.platform.store.Outcome;
import io.shopcare.platform.store.Stored;

/** A store whose program is killed after so many writes. */
public final class MortalStore<A> implements AggregateStore<A> {
    private final AggregateStore<A> store;
    private final Life life;

    /** The program was killed. */
    public static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** The writes that several stores of one program have left together; without an end at first. */
    public static final class Life {
        private int writes = -1;

        public void endsAfter(int left) {
            writes = left;
        }

        public void goesOn() {
            writes = -1;
        }

        private void oneLess() {
            if (writes == 0)
                throw new Killed();
            if (writes > 0)
                writes--;
        }
    }

    public MortalStore(AggregateStore<A> store, Life life) {
        this.store = store;
        this.life = life;
    }

    @Override
    public Optional<Stored<A>> find(String id) {
        return store.find(id);
    }

    @Override
    public Outcome<A> create(String id, CommandContext context, Supplier<Decision<A>> first) {
        life.oneLess();
        return store.create(id, context, first);
    }

    @Override
    public Outcome<A> decide(String id, CommandContext context, Function<A, Decision<A>> question) {
        life.oneLess();
        return store.decide(id, context, question);
    }
}
