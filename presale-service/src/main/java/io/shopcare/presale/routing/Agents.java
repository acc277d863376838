package io.shopcare.presale.routing;

import java.time.Clock;
import java.util.Optional;

import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.Outcome;

/** Places on agents: reserved and given back, each by one guarded write on the agent's document. */
final class Agents {
    private final AggregateStore<Agent> store;
    private final Clock clock;

    Agents(AggregateStore<Agent> store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    Optional<Agent> find(String id) {
        return store.find(id).map(stored -> stored.aggregate());
    }

    /** The agent with the place; empty when there is none left, or the agent is gone. */
    Optional<Agent> reserve(String id, String conversation, int round) {
        var outcome = store.decide(id, CommandContext.bySystem("reserve-place"),
                agent -> agent.reserve(conversation, round, clock.instant()));
        return outcome instanceof Outcome.Accepted<Agent> accepted
                ? Optional.of(accepted.stored().aggregate())
                : Optional.empty();
    }

    void release(String id, String conversation, int round) {
        store.decide(id, CommandContext.bySystem("release-place"), agent -> agent.release(conversation, round));
    }
}
