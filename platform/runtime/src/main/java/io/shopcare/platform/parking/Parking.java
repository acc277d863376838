package io.shopcare.platform.parking;

import java.time.Clock;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.shopcare.platform.json.Json;

/**
 * Sets aside what can't be handled, so that other keys go on, and everything that comes after it under its key, so that
 * nothing overtakes. Every step bears repeats: a record that is delivered again after a kill between two of them finishes
 * what is left.
 */
public final class Parking {
    private static final Logger log = LoggerFactory.getLogger(Parking.class);

    private final ParkedKeys keys;
    private final ParkedRecords records;
    private final DeadLetters deadLetters;
    private final Clock clock;

    Parking(ParkedKeys keys, ParkedRecords records, DeadLetters deadLetters, Clock clock) {
        this.keys = keys;
        this.records = records;
        this.deadLetters = deadLetters;
        this.clock = clock;
    }

    /** Whether a key of this partition is parked. */
    public boolean holdsAny(Reader reader, int partition) {
        return keys.hasAny(reader, partition);
    }

    /** Lets a record of a parked key queue. @return false when its key is free, so that it is to be handled */
    public boolean queues(Reader reader, ConsumerRecord<String, String> record) {
        var id = reader.keyId(record);
        if (!keys.isParked(id))
            return false;
        var announced = keys.announce(id, record.offset());
        if (announced.isEmpty())
            return false;
        if (record.offset() > announced.get().done())
            add(reader, record, announced.get());
        return true;
    }

    /** Parks a record whose handler failed, with its key. */
    public void park(Reader reader, ConsumerRecord<String, String> record, Throwable thrown) {
        var cause = Cause.of(thrown);
        do {
            if (keys.open(reader, record, shop(record), cause, clock.instant()))
                log.error("{} parked a key of {} at {}/{}: {}", reader.group(), reader.topic(), record.partition(),
                        record.offset(), cause.type(), thrown);
        } while (!queues(reader, record)); // somebody parked it before us, and it is free again by now
    }

    private void add(Reader reader, ConsumerRecord<String, String> record, ParkedKey key) {
        var id = reader.recordId(record);
        records.add(reader, record);
        if (record.offset() == key.at())
            copy(id, key);
        if (!keys.isParked(key.id())) // freed since it was announced: a replay did it when it came the first time
            records.remove(id);
    }

    /** Gives the dead-letter topic a copy, if it has none. */
    void copy(String recordId, ParkedKey key) {
        records.find(recordId).filter(record -> !record.isCopied()).ifPresent(record -> {
            deadLetters.copy(record, key.group(), key.cause());
            records.copied(recordId);
        });
    }

    private static @Nullable String shop(ConsumerRecord<String, String> record) {
        try {
            return record.value() == null ? null : Json.WIRE.readTree(record.value()).path("shop").textValue();
        } catch (JsonProcessingException e) {
            return null; // what can't be read belongs to no shop
        }
    }
}
