package io.shopcare.platform.events;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
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
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;

import io.shopcare.platform.leases.Leases;
import io.shopcare.platform.store.AggregateStores;
import io.shopcare.platform.store.AggregateType;
import io.shopcare.platform.store.StoreAutoConfiguration;

/** The relay of the outbox and the consumers of the subscriptions. */
@AutoConfiguration(after = KafkaAutoConfiguration.class, before = StoreAutoConfiguration.class)
@ConditionalOnClass(KafkaTemplate.class)
@ConditionalOnBean(KafkaAdmin.class)
@EnableConfigurationProperties(EventSettings.class)
public class EventsAutoConfiguration {

    /** Acknowledged by all replicas, in order, without twins. */
    private static final Map<String, Object> SAFE = Map.of(ProducerConfig.ACKS_CONFIG, "all",
            ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true,
            ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 5,
            ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 12_000,
            ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000,
            ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000,
            ProducerConfig.LINGER_MS_CONFIG, 0);

    @Bean
    Relay relay(MongoDatabase database, KafkaProperties kafka, ObjectProvider<SslBundles> ssl, EventSettings settings,
            Leases leases, Clock clock, MeterRegistry meters) {
        var properties = new HashMap<>(kafka.buildProducerProperties(ssl.getIfAvailable()));
        properties.putAll(SAFE);
        var producers = new DefaultKafkaProducerFactory<>(properties, new StringSerializer(), new StringSerializer());
        var meter = new RelayMeter(meters);
        return new Relay(new Outbox(database), new EventSender(new KafkaTemplate<>(producers), settings, clock, meter),
                settings, leases, clock, meter);
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
    Listeners listeners(KafkaProperties kafka, ObjectProvider<SslBundles> ssl, ObjectProvider<Subscription> all,
            EventSettings settings, ApplicationContext context) {
        var properties = new HashMap<>(kafka.buildConsumerProperties(ssl.getIfAvailable()));
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        properties.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 5_000);
        var factory = new ConcurrentKafkaListenerContainerFactory<String, String>();
        factory.setConsumerFactory(new DefaultKafkaConsumerFactory<>(properties, new StringDeserializer(),
                new StringDeserializer()));
        factory.setCommonErrorHandler(forEver());
        var program = context.getEnvironment().getRequiredProperty("spring.application.name");
        return new Listeners(factory, all.orderedStream().toList(), program, settings, context);
    }

    /** A handler that fails is called again until it succeeds; nothing of its partition overtakes, nothing is lost. */
    private static DefaultErrorHandler forEver() {
        var backOff = new ExponentialBackOff(Duration.ofMillis(200).toMillis(), 2);
        backOff.setMaxInterval(Duration.ofSeconds(10).toMillis());
        backOff.setMaxElapsedTime(Long.MAX_VALUE);
        var handler = new DefaultErrorHandler(backOff);
        handler.setClassifications(Map.of(), true);
        return handler;
    }
}
