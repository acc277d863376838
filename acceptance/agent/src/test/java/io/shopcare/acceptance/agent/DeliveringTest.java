package io.shopcare.acceptance.agent;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DeliveringTest {
    private static final TopicPartition PARTITION = new TopicPartition("orders", 3);

    @Test
    void deliversEveryRecordTwice() {
        assertThat(delivered(Deliveries.TWICE, "a1", "b1")).containsExactly("0 a1", "0 a1", "1 b1", "1 b1");
    }

    @Test
    void swapsNeighboursOfDifferentKeysAndLeavesThoseOfOneKeyInTheirSequence() {
        assertThat(delivered(Deliveries.SWAPPED, "a1", "a2", "b1", "a3")).containsExactly("0 a1", "1 b1", "2 a2",
                "3 a3");
    }

    @Test
    void leavesRecordsAloneUnlessItIsToldOtherwise() {
        assertThat(delivered(Deliveries.ONCE, "a1", "b1")).containsExactly("0 a1", "1 b1");
    }

    private static List<String> delivered(Deliveries how, String... values) {
        var records = new ArrayList<ConsumerRecord<String, String>>();
        for (var value : values)
            records.add(new ConsumerRecord<>(PARTITION.topic(), PARTITION.partition(), records.size(),
                    value.substring(0, 1), value));
        var seen = new ArrayList<String>();
        how.of(new ConsumerRecords<>(Map.of(PARTITION, records)))
                .forEach(record -> seen.add(record.offset() + " " + record.value()));
        return seen;
    }
}
