package io.shopcare.crm.facts;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import io.shopcare.platform.events.EventMeta;
import io.shopcare.platform.events.Facts;

/** {@link FactStore} without a database. */
final class InMemoryFactStore<F extends Fact> implements FactStore<F> {
    private final Map<String, F> facts = new HashMap<>();
    private final Map<String, Long> seen = new HashMap<>();
    private final F unknown;

    InMemoryFactStore(F unknown) {
        this.unknown = unknown;
    }

    @Override
    public synchronized Facts.Step apply(EventMeta event, UnaryOperator<F> change) {
        long last = seen.getOrDefault(event.subject(), 0L);
        if (event.sequence() < last)
            return Facts.Step.OLDER;
        if (event.sequence() == last)
            return Facts.Step.AGAIN;
        facts.put(event.subject(), change.apply(facts.getOrDefault(event.subject(), unknown)));
        seen.put(event.subject(), event.sequence());
        return Facts.Step.APPLIED;
    }

    @Override
    public synchronized List<F> ofBuyer(String buyer) {
        return facts.values().stream().filter(fact -> fact.buyer().equals(buyer)).toList();
    }
}
