package io.shopcare.platform.parking;

import java.util.function.Consumer;

import org.apache.kafka.clients.consumer.ConsumerRecord;

import io.shopcare.platform.ids.Ids;

/**
 * One group's reading of one topic: who parks, and what it does with a record, the first time and again.
 *
 * @param group        of the broker
 * @param subscription the group's name within this program
 * @param handler      bears repeats
 */
public record Reader(String group, String subscription, String topic,
        Consumer<ConsumerRecord<String, String>> handler) {

    /** The key of a record within this reading; a key stays in one partition. */
    public String keyId(ConsumerRecord<String, String> record) {
        return Ids.derived("parked", group, topic, Integer.toString(record.partition()),
                record.key() == null ? "" : record.key());
    }

    /** The record within this reading. */
    String recordId(ConsumerRecord<String, String> record) {
        return group + "/" + topic + "/" + record.partition() + "/" + record.offset();
    }
}
