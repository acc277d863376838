package io.shopcare.crm.facts;

import com.mongodb.client.MongoDatabase;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Facts in the database. */
@Configuration(proxyBeanMethods = false)
class FactConfiguration {

    @Bean
    FactBook factBook(MongoDatabase database) {
        return in(database);
    }

    static FactBook in(MongoDatabase database) {
        return new FactBook(
                MongoFactStore.in(database, "facts_orders", OrderFact.class, OrderFact.UNKNOWN),
                MongoFactStore.in(database, "facts_refunds", RefundFact.class, RefundFact.UNKNOWN),
                MongoFactStore.in(database, "facts_cases", CaseFact.class, CaseFact.UNKNOWN),
                MongoFactStore.in(database, "facts_conversations", ConversationFact.class, ConversationFact.UNKNOWN));
    }
}
