package io.shopcare.acceptance.agent;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/** How what was polled is handed on. */
enum Deliveries {
    /** As it came. */
    ONCE {
        @Override
        <K, V> List<ConsumerRecord<K, V>> of(List<ConsumerRecord<K, V>> records) {
            return records;
        }
    },
    /** Every record twice in a row. */
    TWICE {
        @Override
        <K, V> List<ConsumerRecord<K, V>> of(List<ConsumerRecord<K, V>> records) {
            var twice = new ArrayList<ConsumerRecord<K, V>>();
            records.forEach(record -> {
                twice.add(record);
                twice.add(record);
            });
            return twice;
        }
    },
    /**
     * Neighbours of different keys the other way round; of one key the sequence is a promise. Each takes the other's
     * offset, so that a consumer that fails in between is given both again.
     */
    SWAPPED {
        @Override
        <K, V> List<ConsumerRecord<K, V>> of(List<ConsumerRecord<K, V>> records) {
            var swapped = new ArrayList<>(records);
            for (int i = 0; i + 1 < swapped.size(); i++) {
                var first = swapped.get(i);
                var second = swapped.get(i + 1);
                if (!Objects.equals(first.key(), second.key())) {
                    swapped.set(i, at(first.offset(), second));
                    swapped.set(++i, at(second.offset(), first));
                }
            }
            return swapped;
        }
    };

    abstract <K, V> List<ConsumerRecord<K, V>> of(List<ConsumerRecord<K, V>> records);

    <K, V> ConsumerRecords<K, V> of(ConsumerRecords<K, V> polled) {
        if (this == ONCE || polled.isEmpty())
            return polled;
        var delivered = new LinkedHashMap<TopicPartition, List<ConsumerRecord<K, V>>>();
        polled.partitions().forEach(partition -> delivered.put(partition, of(polled.records(partition))));
        return new ConsumerRecords<>(delivered);
    }

    private static <K, V> ConsumerRecord<K, V> at(long offset, ConsumerRecord<K, V> record) {
        return new ConsumerRecord<>(record.topic(), record.partition(), offset, record.timestamp(),
                record.timestampType(), record.serializedKeySize(), record.serializedValueSize(), record.key(),
                record.value(), record.headers(), record.leaderEpoch());
    }
}
