package io.shopcare.presale.conversations;

import java.util.List;

import com.mongodb.client.MongoDatabase;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.shopcare.platform.deadlines.DeadlineHandler;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.AggregateStores;
import io.shopcare.platform.store.AggregateType;
import io.shopcare.platform.telemetry.LiveCounts;

import static com.mongodb.client.model.Filters.eq;

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

    /** Chats that wait for an agent, and those under way. */
    @Bean
    LiveCounts conversationsUnderWay(MongoDatabase database) {
        return new LiveCounts("shopcare.conversations", "conversations that wait for somebody",
                database.getCollection(COLLECTION), List.of("queued", "active", "waiting"),
                state -> eq("state.standing.state", state));
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
