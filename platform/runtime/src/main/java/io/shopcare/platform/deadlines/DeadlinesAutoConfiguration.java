package io.shopcare.platform.deadlines;

import java.time.Clock;
import java.time.Instant;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.bson.Document;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

import io.shopcare.platform.leases.Leases;
import io.shopcare.platform.leases.LeasesAutoConfiguration;
import io.shopcare.platform.store.AggregateStores;
import io.shopcare.platform.store.StoreAutoConfiguration;

/** The runner of deadlines. */
@AutoConfiguration(after = {StoreAutoConfiguration.class, LeasesAutoConfiguration.class})
@ConditionalOnBean(AggregateStores.class)
@EnableConfigurationProperties(DeadlineSettings.class)
public class DeadlinesAutoConfiguration {

    @Bean
    DeadlineRunner deadlineRunner(AggregateStores stores, ObjectProvider<DeadlineHandler> handlers, Leases leases,
            DeadlineSettings settings, Clock clock, MeterRegistry meters, MongoDatabase database) {
        var time = new AgreedTime(clock, () -> timeOf(database), settings.clockWithin(), System::nanoTime);
        Gauge.builder("shopcare.clock.ahead", time, AgreedTime::ahead).baseUnit("seconds")
                .description("How far this program's clock is ahead of the database's, beyond what is tolerable")
                .register(meters);
        return new DeadlineRunner(stores, handlers.orderedStream().toList(), leases, settings, clock, time, meters,
                new Reckoning(database));
    }

    static Instant timeOf(MongoDatabase database) {
        return database.runCommand(new Document("hello", 1)).getDate("localTime").toInstant();
    }
}
