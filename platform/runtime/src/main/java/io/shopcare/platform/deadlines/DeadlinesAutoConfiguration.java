package io.shopcare.platform.deadlines;

import java.time.Clock;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
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
        return new DeadlineRunner(stores, handlers.orderedStream().toList(), leases, settings, clock, meters,
                new Reckoning(database));
    }
}
