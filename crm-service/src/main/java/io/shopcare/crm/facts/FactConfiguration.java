package io.shopcare.crm.facts;

import com.mongodb.client.MongoDatabase;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Facts in the database. */
@Configuration(proxyBeanMethods = false)
class FactConfiguration {

    @Bean
    FactBook factBook(MongoDatabase database) {
        return FactBook.in(database);
    }
}
