package io.shopcare.presale.routing;

import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.AggregateStores;
import io.shopcare.platform.store.AggregateType;
import io.shopcare.presale.conversations.AssignConversation;
import io.shopcare.presale.conversations.Conversations;
import io.shopcare.presale.conversations.WaitingLine;

/** Agents' store, router and sweep. */
@Configuration(proxyBeanMethods = false)
class RoutingConfiguration {
    static final String COLLECTION = "agents";

    /** Agents publish nothing; their topic is that of the conversations, since a type has to name one. */
    @Bean
    AggregateType<Agent> agentType() {
        return new AggregateType<>("agent", Agent.class, COLLECTION, "shopcare.presale.conversations", Agent::shop);
    }

    @Bean
    AggregateStore<Agent> agentStore(AggregateStores stores, AggregateType<Agent> agentType) {
        return stores.of(agentType);
    }

    @Bean
    Agents agents(AggregateStore<Agent> agentStore, Clock clock) {
        return new Agents(agentStore, clock);
    }

    @Bean
    Router router(WaitingLine line, Roster roster, Agents agents, AssignConversation assign) {
        return new Router(line, roster, agents, assign);
    }

    @Bean
    Sweep routingSweep(Conversations conversations, Roster roster, Agents agents, AssignConversation assign,
            Router router, RoutingSettings settings, Clock clock) {
        return new Sweep(conversations, roster, agents, assign, router, settings.grace(), clock);
    }

    @Bean(destroyMethod = "close")
    ExecutorService routingThreads() {
        return Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("routing-", 0).factory());
    }

    @Bean
    RoutingDesk routingDesk(Router router, Sweep sweep, Agents agents, ExecutorService routingThreads) {
        return new RoutingDesk(router, sweep, agents, routingThreads);
    }
}
