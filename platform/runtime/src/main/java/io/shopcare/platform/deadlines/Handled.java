package io.shopcare.platform.deadlines;

import java.util.ArrayList;
import java.util.List;

import io.shopcare.platform.store.AggregateStores.WithDeadlines;

/** Deadlines and handlers fit each other, or the program does not start: a deadline that nobody answers helps nobody. */
final class Handled {
    private Handled() {}

    static void check(List<WithDeadlines<?>> types, List<DeadlineHandler> handlers) {
        var wanted = types.stream().flatMap(of -> of.type().deadlines().stream()
                .filter(deadline -> deadline.then() == null).map(deadline -> of.type().name() + "/" + deadline.name()))
                .sorted().toList();
        var given = handlers.stream().map(handler -> handler.aggregate() + "/" + handler.deadline()).sorted().toList();
        if (wanted.equals(given))
            return;
        var missing = new ArrayList<>(wanted);
        missing.removeAll(given);
        throw new IllegalStateException("deadlines without a handler: " + missing + "; wanted " + wanted + ", given "
                + given);
    }
}
