package io.shopcare.presale.conversations;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.AggregateStores;
import io.shopcare.platform.store.AggregateType;

/** The conversations' store. */
@Configuration(proxyBeanMethods = false)
class ConversationConfiguration {
    static final String COLLECTION = "conversations";

    @Bean
    AggregateType<Conversation> conversationType() {
        return new AggregateType<>("conversation", Conversation.class, COLLECTION,
                "shopcare.presale.conversations", Conversation::shop);
    }

    @Bean
    AggregateStore<Conversation> conversationStore(AggregateStores stores, AggregateType<Conversation> type) {
        return stores.of(type);
    }

    @Bean
    Conversations conversations(AggregateStore<Conversation> store, ApplicationEventPublisher program) {
        return new Conversations(store, program::publishEvent);
    }
}
