package io.shopcare.platform.events;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;

import io.shopcare.platform.parking.Reader;

/** Asks the broker where topics end and where groups are; three requests, however many readers there are. */
final class LagQuestion {
    private static final long PATIENCE_SECONDS = 10;

    private LagQuestion() {}

    /** @throws KafkaException when the broker does not answer, or does not know one of the topics yet */
    static Map<Reader, Long> ask(Admin broker, List<Reader> readers) {
        if (readers.isEmpty())
            return Map.of();
        var ends = ends(broker, readers);
        var groups = readers.stream().map(Reader::group).distinct()
                .collect(Collectors.toMap(group -> group, _ -> new ListConsumerGroupOffsetsSpec()));
        var committed = answer(broker.listConsumerGroupOffsets(groups).all());
        var behind = new HashMap<Reader, Long>();
        for (var reader : readers)
            behind.put(reader, behind(reader, ends, committed.getOrDefault(reader.group(), Map.of())));
        return Map.copyOf(behind);
    }

    private static Map<TopicPartition, ListOffsetsResultInfo> ends(Admin broker, List<Reader> readers) {
        var topics = answer(broker.describeTopics(readers.stream().map(Reader::topic).distinct().toList())
                .allTopicNames());
        var wanted = new HashMap<TopicPartition, OffsetSpec>();
        topics.values().forEach(topic -> topic.partitions().forEach(
                partition -> wanted.put(new TopicPartition(topic.name(), partition.partition()), OffsetSpec.latest())));
        return answer(broker.listOffsets(wanted).all());
    }

    private static long behind(Reader reader, Map<TopicPartition, ListOffsetsResultInfo> ends,
            Map<TopicPartition, OffsetAndMetadata> committed) {
        return ends.entrySet().stream().filter(end -> end.getKey().topic().equals(reader.topic()))
                .mapToLong(end -> {
                    var at = committed.get(end.getKey()); // none: nothing was handled yet, and topics are kept whole
                    return Math.max(0, end.getValue().offset() - (at == null ? 0 : at.offset()));
                }).sum();
    }

    private static <T> T answer(KafkaFuture<T> asked) {
        try {
            return asked.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaException("no answer", e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
