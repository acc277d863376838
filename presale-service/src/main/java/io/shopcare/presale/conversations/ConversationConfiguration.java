package io.shopcare.presale.conversations;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.shopcare.platform.deadlines.DeadlineHandler;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.AggregateStores;
import io.shopcare.platform.store.AggregateType;

/** The conversations' store. */
@Configuration(proxyBeanMethods = false)
class ConversationConfiguration {
    static final String COLLECTION = "conversations";

    @Bean
    AggregateType<Conversation> conversationType(ConversationSettings settings) {
        return new AggregateType<>("conversation", Conversation.class, COLLECTION,
                "shopcare.presale.conversations", Conversation::shop)
                .withDeadlines(ConversationDeadlines.all(settings));
    }

    @Bean
    AggregateStore<Conversation> conversationStore(AggregateStores stores, AggregateType<Conversation> type) {
        return stores.of(type);
    }

    @Bean
    DeadlineHandler closesWhenTheWindowIsOver(AggregateType<Conversation> type, CloseConversation closing) {
        return DeadlineHandler.of(type, ConversationDeadlines.WINDOW_OVER, closing::whenTheWindowIsOver);
    }

    @Bean
    DeadlineHandler tellsIdleBuyers(AggregateType<Conversation> type, CloseConversation closing) {
        return DeadlineHandler.of(type, ConversationDeadlines.IDLE_NOTICE, closing::tellThatItIsIdle);
    }

    @Bean
    DeadlineHandler closesIdleConversations(AggregateType<Conversation> type, CloseConversation closing) {
        return DeadlineHandler.of(type, ConversationDeadlines.IDLE_CLOSE, closing::whenItIsIdle);
    }

    @Bean
    Conversations conversations(AggregateStore<Conversation> store, ApplicationEventPublisher program) {
        return new Conversations(store, program::publishEvent);
    }
}
