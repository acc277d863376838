package io.shopcare.platform.events;

import io.micrometer.observation.ObservationRegistry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.support.micrometer.KafkaListenerObservation;
import org.springframework.kafka.support.micrometer.KafkaListenerObservation.DefaultKafkaListenerObservationConvention;
import org.springframework.kafka.support.micrometer.KafkaRecordReceiverContext;

/**
 * Times what a subscription handles, within the trace that the record came with. The container would do it for every
 * record of the topic, and most are not for this subscription.
 */
final class Observed {
    private final ObservationRegistry registry;
    private final String subscription;
    private final String group;

    Observed(ObservationRegistry registry, String subscription, String group) {
        this.registry = registry;
        this.subscription = subscription;
        this.group = group;
    }

    void work(ConsumerRecord<String, String> record, Runnable work) {
        KafkaListenerObservation.LISTENER_OBSERVATION.observation(null,
                DefaultKafkaListenerObservationConvention.INSTANCE,
                () -> new KafkaRecordReceiverContext(record, subscription, null, group, () -> null), registry)
                .observe(work);
    }
}
