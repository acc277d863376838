package io.shopcare.platform.events;

import java.util.List;

import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;

import io.shopcare.platform.store.AggregateType;

/** Declares the topic of every aggregate type that this program owns; records are kept, since rebuilds read them. */
final class EventTopics {
    private EventTopics() {}

    static KafkaAdmin.NewTopics of(List<AggregateType<?>> types, EventSettings settings) {
        return new KafkaAdmin.NewTopics(types.stream().map(AggregateType::topic).distinct()
                .map(topic -> TopicBuilder.name(topic).partitions(settings.partitions())
                        .replicas(settings.replication()).config(TopicConfig.RETENTION_MS_CONFIG, "-1").build())
                .toArray(NewTopic[]::new));
    }
}
