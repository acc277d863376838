package io.shopcare.platform.store;

import java.time.Clock;

import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoDatabase;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.data.mongo.MongoDataAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.MongoDatabaseFactory;

import io.shopcare.platform.telemetry.TelemetryAutoConfiguration;
import io.shopcare.platform.telemetry.TraceParent;
import io.shopcare.platform.time.TimeAutoConfiguration;

/** Stores for aggregates, and claims, on the program's database. */
@AutoConfiguration(after = {MongoDataAutoConfiguration.class, TimeAutoConfiguration.class,
        TelemetryAutoConfiguration.class})
@ConditionalOnBean(MongoDatabaseFactory.class)
@EnableConfigurationProperties(StoreSettings.class)
public class StoreAutoConfiguration {

    /** The program's database; nothing is told to a caller before a majority has it. */
    @Bean
    @ConditionalOnMissingBean
    MongoDatabase database(MongoDatabaseFactory factory) {
        return factory.getMongoDatabase().withWriteConcern(WriteConcern.MAJORITY)
                .withReadConcern(ReadConcern.LOCAL);
    }

    @Bean
    AggregateStores aggregateStores(MongoDatabase database, Clock clock, StoreSettings settings,
            ObjectProvider<RelaySignal> relay, TraceParent trace) {
        var signal = relay.getIfAvailable(() -> (type, id) -> {});
        var refusals = new Refusals(database.getCollection(AuditLine.COLLECTION), clock, trace);
        return new AggregateStores(new StoreDependencies(database, clock, settings, signal, refusals, trace));
    }

    @Bean
    AuditTrail auditTrail(MongoDatabase database, Clock clock) {
        return new AuditTrail(database, clock);
    }

    @Bean
    Claims claims(MongoDatabase database) {
        return new Claims(database);
    }
}
