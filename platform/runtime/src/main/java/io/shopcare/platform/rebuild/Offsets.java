package io.shopcare.platform.rebuild;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.KafkaException;

/** Where topics end, and where the live consumers are. */
final class Offsets {
    private static final Duration ANSWER = Duration.ofSeconds(15);

    private final Consumer<String, String> consumer;
    private final Admin admin;

    Offsets(Consumer<String, String> consumer, Admin admin) {
        this.consumer = consumer;
        this.admin = admin;
    }

    Map<TopicPartition, Long> ends(Collection<TopicPartition> partitions) {
        return consumer.endOffsets(partitions, ANSWER);
    }

    /** Whether the groups have handled everything of these partitions before these offsets. */
    boolean haveReached(Map<String, Collection<TopicPartition>> partitionsOfGroups, Map<TopicPartition, Long> ends) {
        for (var entry : partitionsOfGroups.entrySet()) {
            var at = committed(entry.getKey());
            for (var partition : entry.getValue())
                if (at.getOrDefault(partition, 0L) < ends.getOrDefault(partition, 0L))
                    return false;
        }
        return true;
    }

    private Map<TopicPartition, Long> committed(String group) {
        try {
            var at = new HashMap<TopicPartition, Long>();
            admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get()
                    .forEach((partition, offset) -> at.put(partition, offset(offset)));
            return at;
        } catch (ExecutionException e) {
            throw new KafkaException("where the group is, is not known", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptException(e);
        }
    }

    private static long offset(@Nullable OffsetAndMetadata offset) {
        return offset == null ? 0 : offset.offset();
    }
}
