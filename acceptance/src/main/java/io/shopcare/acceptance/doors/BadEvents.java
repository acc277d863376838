package io.shopcare.acceptance.doors;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;

import io.shopcare.acceptance.doors.RawHttp.Request;
import io.shopcare.platform.ids.Ids;
import io.shopcare.platform.testkit.contracts.Contracts;
import io.shopcare.platform.testkit.contracts.EventContract;
import io.shopcare.platform.testkit.services.Api;
import io.shopcare.platform.testkit.services.TestPerson;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Events that no producer would write, each about an aggregate of its own: every consumer gets past them, setting aside what
 * it cannot handle; nobody stands still, and no other key is held up. What was set aside is given up again at the end.
 */
final class BadEvents {
    private static final List<String> SERVICES = List.of("presale", "order", "aftersale", "crm");
    private static final String PREFIX = "of-doors-";
    /** To get past them; and each may be tried for ten seconds before it is set aside, a partition's one after another. */
    private static final long WITHIN_SECONDS = 60;

    private final String gateway;
    private final String broker;
    private final StackKeys keys;
    private final SplittableRandom dice;
    private final Clock clock;
    private final List<String> findings = new ArrayList<>();

    BadEvents(String gateway, String broker, StackKeys keys, long seed, Clock clock) {
        this.gateway = gateway;
        this.broker = broker;
        this.keys = keys;
        this.dice = new SplittableRandom(seed);
        this.clock = clock;
    }

    /** Writes so many, and at least one of each type that there is, and waits until all are past them. */
    List<String> write(int events) throws InterruptedException, ExecutionException {
        var contracts = new ArrayList<>(Contracts.events().values());
        try (var producer = new KafkaProducer<>(Map.of("bootstrap.servers", broker, "acks", "all"),
                new StringSerializer(), new StringSerializer())) {
            for (int i = 0; i < Math.max(events, contracts.size()); i++)
                producer.send(bad(contracts.get(i % contracts.size())));
            producer.flush();
            System.out.printf("  %d bad events of all %d types%n", Math.max(events, contracts.size()),
                    contracts.size());
        }
        try (var admin = Admin.create(Map.of("bootstrap.servers", broker))) {
            var behind = behind(admin);
            long end = System.nanoTime()
                    + TimeUnit.SECONDS.toNanos(WITHIN_SECONDS + Math.max(events, contracts.size()));
            while (!behind.isEmpty() && System.nanoTime() < end) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(500));
                behind = behind(admin);
            }
            if (!behind.isEmpty())
                findings.add("consumers that do not get past bad events: " + behind);
        }
        SERVICES.forEach(this::giveUp);
        return findings;
    }

    private ProducerRecord<String, String> bad(EventContract contract) {
        var samples = Contracts.samples(contract.type()).toList();
        var sample = samples.get(dice.nextInt(samples.size())).data();
        var mutation = List.of(Mutation.ANOTHER_VALUE, Mutation.ANOTHER_VALUE, Mutation.MISSING_FIELD,
                Mutation.BROKEN_BODY).get(dice.nextInt(4));
        var body = new String(mutation.applied(new Request("POST", "/", List.of(), new byte[0]), sample, dice).body(),
                UTF_8);
        var key = PREFIX + Ids.next();
        var record = new ProducerRecord<>(contract.topic(), key, body);
        var headers = new HashMap<>(Map.of("ce_specversion", "1.0", "ce_id", key + "-1", "ce_type", contract.type(),
                "ce_source", "/doors", "ce_time", clock.instant().toString(), "ce_subject", key, "ce_sequence", "1",
                "content-type", "application/json"));
        if (dice.nextInt(5) == 0)
            headers.put(List.of("ce_sequence", "ce_time", "ce_type").get(dice.nextInt(3)), BadValues.text(dice));
        headers.forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
        return record;
    }

    /** Groups with what they have not read of the services' topics. */
    private static Set<String> behind(Admin admin) throws InterruptedException, ExecutionException {
        var behind = new HashSet<String>();
        for (var group : admin.listConsumerGroups().all().get()) {
            var done = admin.listConsumerGroupOffsets(group.groupId()).partitionsToOffsetAndMetadata().get();
            var known = done.entrySet().stream()
                    .filter(one -> one.getValue() != null && Contracts.events().values().stream()
                            .anyMatch(event -> event.topic().equals(one.getKey().topic())))
                    .collect(Collectors.toMap(Map.Entry::getKey, one -> one.getValue().offset()));
            var ends = admin.listOffsets(known.keySet().stream().collect(
                    Collectors.toMap((TopicPartition part) -> part, _ -> OffsetSpec.latest()))).all().get();
            boolean isAtWork = group.groupId().matches("(presale|order|aftersale|crm)[.-].*");
            ends.forEach((part, end) -> {
                if (isAtWork && known.getOrDefault(part, 0L) < end.offset())
                    behind.add(group.groupId() + " at " + part);
            });
        }
        return behind;
    }

    /** Only these: what others have left there is not ours to give up. */
    private void giveUp(String service) {
        var admin = new Api(gateway).with("Authorization", "Bearer "
                + keys.token(new TestPerson("admin", List.of("admin"), List.of("nuanyang", "harbor"), null, "en")));
        var parked = "/api/" + service + "/admin/parked";
        var after = "";
        int given = 0;
        while (true) {
            var page = admin.get(parked + "?limit=200" + after).expect(200).json();
            for (var one : page.path("items"))
                if (one.path("key").asText().startsWith(PREFIX)) {
                    giveUp(admin, parked + "/" + one.path("parkedId").asText());
                    given++;
                } else
                    findings.add(service + " has set aside what is none of the bad events: " + one);
            if (!page.has("next"))
                break;
            after = "&after=" + page.path("next").asText();
        }
        System.out.printf("  %-12s set %d aside%n", service, given);
    }

    /** What is run again at this moment can't be given up until that is over. */
    private static void giveUp(Api admin, String parked) {
        for (int tries = 0;; tries++) {
            var first = admin.get(parked).expect(200).at("/records/0/offset");
            var answer = admin.post(parked + "/discards", Map.of("offset", Long.valueOf(first), "reason", "by doors"));
            if (answer.status() != 409 || tries == 100) {
                answer.expect(200);
                break;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
        admin.post(parked + "/replays", null).expect(200);
    }
}
