package io.shopcare.standalone.sandbox;

import java.util.concurrent.TimeUnit;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import org.bson.Document;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The provider's own database; connected to when first needed. */
@Configuration(proxyBeanMethods = false)
class SandboxDatabase {
    @Bean(destroyMethod = "close")
    MongoClient sandboxClient(SandboxSettings settings) {
        return MongoClients.create(MongoClientSettings.builder().applyConnectionString(new ConnectionString(settings
                .database())).writeConcern(WriteConcern.MAJORITY).applyToConnectionPoolSettings(pool -> pool.maxSize(
                        16))
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(5, TimeUnit.SECONDS))
                .build());
    }

    /** One document per payment, with its refunds and the notifications that wait. */
    @Bean
    MongoCollection<Document> payments(MongoClient sandboxClient, SandboxSettings settings) {
        String name = new ConnectionString(settings.database()).getDatabase();
        return sandboxClient.getDatabase(name == null ? "sandbox" : name).getCollection("payments");
    }

    /** Which refund a number stands for: one insert wins it for life. */
    @Bean
    MongoCollection<Document> refundNumbers(MongoClient sandboxClient, SandboxSettings settings) {
        String name = new ConnectionString(settings.database()).getDatabase();
        return sandboxClient.getDatabase(name == null ? "sandbox" : name).getCollection("refundNumbers");
    }
}
