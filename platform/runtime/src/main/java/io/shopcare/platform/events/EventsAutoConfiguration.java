package io.shopcare.platform.events;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.kafka.KafkaAutoConfiguration;
import org.springframework.boot.autoconfigure.kafka.KafkaProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.config.ConcurrentKafkaListenerContainerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;

import io.shopcare.platform.broker.SafeProducer;
import io.shopcare.platform.leases.Leases;
import io.shopcare.platform.parking.Parking;
import io.shopcare.platform.parking.ParkingAutoConfiguration;
import io.shopcare.platform.parking.Readers;
import io.shopcare.platform.store.AggregateStores;
import io.shopcare.platform.store.AggregateType;
import io.shopcare.platform.store.StoreAutoConfiguration;

/** The relay of the outbox and the consumers of the subscriptions. */
@AutoConfiguration(after = KafkaAutoConfiguration.class, before = {
        StoreAutoConfiguration.class, ParkingAutoConfiguration.class})
@ConditionalOnClass(KafkaTemplate.class)
@ConditionalOnBean(KafkaAdmin.class)
@EnableConfigurationProperties(EventSettings.class)
public class EventsAutoConfiguration {

    @Bean
    Relay relay(MongoDatabase database, KafkaProperties kafka, ObjectProvider<SslBundles> ssl, EventSettings settings,
            Leases leases, Clock clock, MeterRegistry meters) {
        var meter = new RelayMeter(meters);
        var sender = new EventSender(SafeProducer.of(kafka, ssl), settings, clock, meter);
        return new Relay(new Outbox(database), sender, settings, leases, clock, meter);
    }

    @Bean
    RelayStart relayStart(Relay relay, AggregateStores stores) {
        relay.sweeping(stores);
        return new RelayStart();
    }

    /** Marks that the relay knows the stores; the two need each other. */
    static final class RelayStart {}

    @Bean
    KafkaAdmin.NewTopics topicsOfThisProgram(List<AggregateType<?>> types, EventSettings settings) {
        return EventTopics.of(types, settings);
    }

    @Bean
    Readers readers(ObjectProvider<Subscription> all, ApplicationContext context) {
        return new Readers(all.orderedStream().map(one -> one.readBy(program(context))).toList());
    }

    @Bean
    Listeners listeners(KafkaProperties kafka, ObjectProvider<SslBundles> ssl, ObjectProvider<Subscription> all,
            EventSettings settings, Parking parking, ObjectProvider<ObservationRegistry> observations,
            ApplicationContext context) {
        var properties = new HashMap<>(kafka.buildConsumerProperties(ssl.getIfAvailable()));
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        properties.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 5_000);
        // most topics are silent most of the time; who stops, tries again or is given further partitions waits so long too
        properties.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 1_000);
        var factory = new ConcurrentKafkaListenerContainerFactory<String, String>();
        factory.setConsumerFactory(new DefaultKafkaConsumerFactory<>(properties, new StringDeserializer(),
                new StringDeserializer()));
        return new Listeners(factory, all.orderedStream().toList(), program(context), settings, parking,
                observations.getIfAvailable(() -> ObservationRegistry.NOOP));
    }

    @Bean
    ConsumerLag consumerLag(KafkaProperties kafka, ObjectProvider<SslBundles> ssl, Readers readers, Clock clock) {
        return new ConsumerLag(() -> Admin.create(kafka.buildAdminProperties(ssl.getIfAvailable())), readers, clock);
    }

    private static String program(ApplicationContext context) {
        return context.getEnvironment().getRequiredProperty("spring.application.name");
    }
}
