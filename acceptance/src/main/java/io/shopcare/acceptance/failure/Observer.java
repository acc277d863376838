package io.shopcare.acceptance.failure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.bson.Document;

import io.shopcare.acceptance.failure.Evidence.Mail;
import io.shopcare.acceptance.failure.Evidence.Told;
import io.shopcare.platform.json.Json;
import io.shopcare.platform.testkit.services.Api;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static java.nio.charset.StandardCharsets.UTF_8;

/** Looks at databases, topics, ledger, mail box and logs from outside, past the programs. */
final class Observer implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Stack stack;
    private final MongoClient databases;
    private final KafkaConsumer<String, String> topics;
    private final Admin admin;
    private final List<Told> told = new ArrayList<>();

    Observer(Stack stack) {
        this.stack = stack;
        this.databases = MongoClients.create(stack.database());
        var broker = stack.surroundings().broker();
        this.topics = new KafkaConsumer<>(Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, broker,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest", ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                false), new StringDeserializer(), new StringDeserializer());
        this.admin = Admin.create(Map.of("bootstrap.servers", broker));
    }

    /** Waits until nobody has anything left to do; what is left when patience ends is a finding. */
    void rest(Findings findings) {
        var left = new ArrayList<String>();
        boolean isQuiet = Pause.until(PATIENCE, () -> {
            left.clear();
            try {
                left.addAll(underWay());
                if (left.isEmpty())
                    left.addAll(underWay()); // one may have woken another in between
            } catch (RuntimeException | ExecutionException e) {
                left.add("could not look: " + e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return left.isEmpty();
        });
        if (!isQuiet)
            left.forEach(one -> findings.add("everything comes to rest", one));
    }

    /** All that is there now. */
    Evidence look(Accepted accepted) {
        read();
        var stored = new HashMap<String, List<Document>>();
        for (var service : Stack.SERVICES)
            for (var collection : databases.getDatabase(service).listCollectionNames())
                if (!collection.equals("audit_trail") && !collection.startsWith("imports_files"))
                    stored.put(service + "." + collection, databases.getDatabase(service).getCollection(collection)
                            .find().into(new ArrayList<>()));
        var at = stack.surroundings();
        var mails = StreamSupport.stream(new Api(at.mail()).get("/api/mails").expect(200).json().at("/items")
                .spliterator(), false)
                .map(mail -> new Mail(mail.at("/to").asText(), mail.at("/subject").asText(), mail.at("/text").asText(),
                        mail.at("/messageId").asText()))
                .toList();
        return new Evidence(stored, List.copyOf(told), new Api(at.sandbox()).get("/v1/ledger").expect(200).json(),
                mails, logs(), accepted);
    }

    private List<String> underWay() throws ExecutionException, InterruptedException {
        var left = new ArrayList<String>();
        for (var service : Stack.SERVICES)
            outboxes(databases.getDatabase(service), service, left);
        var order = databases.getDatabase("order");
        count(left, "imports are read", order, "imports", eq("state.state", "running"));
        count(left, "refunds are open", order, "refunds", in("state.stage", "requested", "in-doubt"));
        count(left, "reservations are unsettled", order, "reservations", exists("state.unsettledSince"));
        for (var service : List.of("order", "aftersale"))
            count(left, "notices of " + service + " wait", databases.getDatabase(service), "notices",
                    eq("state", "PENDING"));
        lag().forEach((group, behind) -> left.add(group + " is " + behind + " records behind"));
        return left;
    }

    private static void outboxes(MongoDatabase database, String service, List<String> left) {
        for (var collection : database.listCollectionNames())
            if (!collection.endsWith("_timeline") && !collection.equals("audit_trail"))
                count(left, "outboxes of " + service + " wait", database, collection, exists("outbox.since"));
    }

    private static void count(List<String> left, String what, MongoDatabase database, String collection,
            org.bson.conversions.Bson filter) {
        long many = database.getCollection(collection).countDocuments(filter);
        if (many > 0)
            left.add(many + " " + what + " (" + collection + ")");
    }

    private Map<String, Long> lag() throws ExecutionException, InterruptedException {
        var behind = new TreeMap<String, Long>();
        var ends = new HashMap<TopicPartition, Long>();
        for (var group : admin.listConsumerGroups().all().get()) {
            var offsets = admin.listConsumerGroupOffsets(group.groupId()).partitionsToOffsetAndMetadata().get();
            var unknown = offsets.keySet().stream().filter(partition -> !ends.containsKey(partition)).toList();
            ends.putAll(topics.endOffsets(unknown));
            offsets.forEach((partition, offset) -> {
                long left = offset == null ? 0 : ends.getOrDefault(partition, 0L) - offset.offset();
                if (left > 0)
                    behind.merge(group.groupId(), left, Long::sum);
            });
        }
        return behind;
    }

    /** Everything that was told since the last look. */
    private void read() {
        var all = topics.listTopics().entrySet().stream()
                .filter(topic -> topic.getKey().startsWith("shopcare.") && !topic.getKey().endsWith(".dlt"))
                .flatMap(topic -> topic.getValue().stream())
                .map(info -> new TopicPartition(info.topic(), info.partition())).toList();
        var known = topics.assignment();
        var positions = new HashMap<TopicPartition, Long>();
        known.forEach(partition -> positions.put(partition, topics.position(partition)));
        topics.assign(all);
        all.forEach(partition -> topics.seek(partition, positions.getOrDefault(partition, 0L)));
        var ends = topics.endOffsets(all);
        while (all.stream().anyMatch(partition -> topics.position(partition) < ends.getOrDefault(partition, 0L)))
            topics.poll(Duration.ofMillis(200)).forEach(this::hear);
    }

    private void hear(ConsumerRecord<String, String> record) {
        var sequence = header(record, "ce_sequence");
        if (record.key() == null || sequence.isEmpty())
            return; // a hint of the live messages, which promises nothing
        try {
            told.add(new Told(record.topic(), record.key(), Long.parseLong(sequence), header(record, "ce_type"),
                    Json.WIRE.readTree(record.value())));
        } catch (JsonProcessingException e) {
            told.add(new Told(record.topic(), record.key(), Long.parseLong(sequence), "unreadable",
                    MissingNode.getInstance()));
        }
    }

    private static String header(ConsumerRecord<String, String> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), UTF_8);
    }

    private Map<String, String> logs() {
        var logs = new HashMap<String, String>();
        try (var files = Files.list(stack.logs())) {
            for (var file : files.filter(Files::isRegularFile).toList())
                logs.put(file.getFileName().toString(), new String(Files.readAllBytes(file), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return logs;
    }

    @Override
    public void close() {
        topics.close();
        admin.close();
        databases.close();
    }
}
