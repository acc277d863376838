package io.shopcare.platform.broker;

import java.util.HashMap;
import java.util.Map;

import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.kafka.KafkaProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;

/** Sends so that what is acknowledged is kept: by all replicas, in order, without twins; and says soon when it is not. */
public final class SafeProducer {
    private static final Map<String, Object> SAFE = Map.of(ProducerConfig.ACKS_CONFIG, "all",
            ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true,
            ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 5,
            ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 12_000,
            ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000,
            ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000,
            ProducerConfig.LINGER_MS_CONFIG, 0);

    private SafeProducer() {}

    /** Connects when it first sends. */
    public static KafkaTemplate<String, String> of(KafkaProperties kafka, ObjectProvider<SslBundles> ssl) {
        var properties = new HashMap<>(kafka.buildProducerProperties(ssl.getIfAvailable()));
        properties.putAll(SAFE);
        return new KafkaTemplate<>(
                new DefaultKafkaProducerFactory<>(properties, new StringSerializer(), new StringSerializer()));
    }
}
