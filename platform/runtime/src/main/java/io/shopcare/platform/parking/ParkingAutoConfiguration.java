package io.shopcare.platform.parking;

import java.time.Clock;
import java.time.Duration;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.kafka.KafkaAutoConfiguration;
import org.springframework.boot.autoconfigure.kafka.KafkaProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;

import io.shopcare.platform.broker.SafeProducer;
import io.shopcare.platform.store.AuditTrail;

/** What is parked, and how it gets on again. */
@AutoConfiguration(after = KafkaAutoConfiguration.class)
@ConditionalOnClass(KafkaTemplate.class)
@ConditionalOnBean(KafkaAdmin.class)
public class ParkingAutoConfiguration {
    private static final Duration DEAD_LETTERS_KEPT = Duration.ofDays(30);
    private static final Duration ACKNOWLEDGED_WITHIN = Duration.ofSeconds(15);

    @Bean
    ParkedKeys parkedKeys(MongoDatabase database) {
        return new ParkedKeys(database);
    }

    @Bean
    ParkedRecords parkedRecords(MongoDatabase database) {
        return new ParkedRecords(database);
    }

    @Bean
    Parking parking(ParkedKeys keys, ParkedRecords records, KafkaProperties kafka, ObjectProvider<SslBundles> ssl,
            Clock clock) {
        return new Parking(keys, records, new DeadLetters(SafeProducer.of(kafka, ssl), ACKNOWLEDGED_WITHIN), clock);
    }

    @Bean
    ReplayParked replayParked(ParkedKeys keys, ParkedRecords records, Parking parking, Readers readers, Clock clock) {
        return new ReplayParked(keys, records, parking, readers, clock);
    }

    @Bean
    DiscardParked discardParked(ParkedKeys keys, ParkedRecords records, AuditTrail trail, Clock clock) {
        return new DiscardParked(keys, records, trail, clock);
    }

    @Bean
    SetAside setAside(ParkedKeys keys, AuditTrail trail) {
        return new SetAside(keys, trail);
    }

    /** One partition each: there are few of them, and a key's stay in order. */
    @Bean
    KafkaAdmin.NewTopics deadLetterTopics(Readers readers,
            @Value("${shopcare.platform.events.replication:1}") int replication) {
        return new KafkaAdmin.NewTopics(readers.all().stream().map(Reader::topic).distinct()
                .map(topic -> TopicBuilder.name(topic + DeadLetters.SUFFIX).partitions(1).replicas(replication)
                        .config(TopicConfig.RETENTION_MS_CONFIG, Long.toString(DEAD_LETTERS_KEPT.toMillis())).build())
                .toArray(NewTopic[]::new));
    }

    @Bean
    MeterBinder parkedKeysOfSubscriptions(ParkedKeys keys, Readers readers) {
        return (MeterRegistry registry) -> readers.all()
                .forEach(reader -> Gauge.builder("shopcare.parked.keys", () -> keys.count(reader))
                        .description("keys that wait for somebody to look").tag("subscription", reader.subscription())
                        .tag("topic", reader.topic()).register(registry));
    }
}
