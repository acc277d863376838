package io.shopcare.platform.leases;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.data.mongo.MongoDataAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/** Leases of the shards of the program's database. */
@AutoConfiguration(after = MongoDataAutoConfiguration.class)
@ConditionalOnBean(MongoDatabaseFactory.class)
@EnableConfigurationProperties(LeaseSettings.class)
public class LeasesAutoConfiguration {

    @Bean
    Leases leases(MongoDatabase database, LeaseSettings settings, ObjectProvider<MeterRegistry> meters) {
        var leases = new Leases(new LeaseDocument(database), settings, System::nanoTime);
        meters.ifAvailable(registry -> Gauge.builder("shopcare.leases.shards", leases, held -> held.held().size())
                .description("Shards that this instance works on").register(registry));
        return leases;
    }
}
