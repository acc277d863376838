package io.shopcare.presale.routing;

import java.util.List;

import io.shopcare.platform.store.Stored;
import io.shopcare.platform.testkit.store.InMemoryAggregateStore;

/** The roster without a database. */
record RosterInMemory(InMemoryAggregateStore<Agent> store) implements Roster {

    @Override
    public List<Agent> online(String shop) {
        return all().stream().filter(agent -> agent.shop().equals(shop) && agent.presence().takesConversations())
                .toList();
    }

    @Override
    public List<String> shopsOnline() {
        return all().stream().filter(agent -> agent.presence().takesConversations()).map(Agent::shop).distinct()
                .toList();
    }

    @Override
    public List<Agent> loaded() {
        return all().stream().filter(agent -> agent.load() > 0).toList();
    }

    private List<Agent> all() {
        return store.all().stream().map(Stored::aggregate).toList();
    }
}
