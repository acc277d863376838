package io.shopcare.platform.rebuild;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import com.mongodb.client.MongoDatabase;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.MongoDatabaseFactory;

import io.shopcare.platform.events.ReadModel;
import io.shopcare.platform.events.Subscription;
import io.shopcare.platform.ids.Ids;
import io.shopcare.platform.parking.SetAside;

/**
 * Begins a rebuild in the background, one at a time. The shadow is a database of its own beside the program's and is
 * dropped at the end; what a killed rebuild left is dropped by the next. A killed one is not gone on with: it costs little
 * to begin again, since nothing live is touched.
 */
final class BeginRebuild {
    private static final Logger log = LoggerFactory.getLogger(BeginRebuild.class);

    private final MongoDatabaseFactory databases;
    private final MongoDatabase live;
    private final List<Subscription> subscriptions;
    private final String program;
    private final Map<String, Object> broker;
    private final SetAside setAside;
    private final Rebuilds rebuilds;
    private final Clock clock;

    BeginRebuild(MongoDatabaseFactory databases, MongoDatabase live, List<Subscription> subscriptions, String program,
            Map<String, Object> broker, SetAside setAside, Clock clock) {
        this.databases = databases;
        this.live = live;
        this.subscriptions = subscriptions;
        this.program = program;
        this.broker = Map.copyOf(broker);
        this.setAside = setAside;
        this.rebuilds = new Rebuilds(live);
        this.clock = clock;
    }

    /** @return empty when one is under way */
    Optional<Rebuild> handle() {
        var now = clock.instant();
        var latest = rebuilds.latest();
        if (latest.stream().anyMatch(one -> one.isUnderWay(now)))
            return Optional.empty();
        for (var dead : latest.stream().filter(one -> !one.phase().isEnd()).toList()) {
            shadow(dead).drop();
            rebuilds.note(dead.brokenOff("stopped", now));
        }
        var begun = Rebuild.begin(Ids.next(), now);
        rebuilds.note(begun);
        Thread.ofVirtual().name("rebuild").start(() -> run(begun));
        return Optional.of(begun);
    }

    Optional<Rebuild> find(String id) {
        return rebuilds.find(id).map(found -> found.phase().isEnd() || found.isUnderWay(clock.instant())
                ? found
                : found.brokenOff("stopped", found.seenAt()));
    }

    private void run(Rebuild begun) {
        var database = shadow(begun);
        try (var consumer = new KafkaConsumer<>(consumer(), new StringDeserializer(), new StringDeserializer());
                var admin = Admin.create(broker)) {
            var shadow = new Shadow(database, subscriptions, program, consumer, setAside);
            var kept = subscriptions.stream().map(Subscription::keeps).filter(Objects::nonNull).map(ReadModel::kept)
                    .flatMap(List::stream).distinct().toList();
            rebuilds.note(new RunRebuild(begun, live, database, shadow, new Offsets(consumer, admin), kept, rebuilds,
                    clock).run());
        } catch (RunRebuild.LiveIsBehindException e) {
            end(begun, "live-is-behind");
        } catch (RuntimeException e) {
            log.error("a rebuild was broken off", e);
            end(begun, e.getClass().getSimpleName());
        } finally {
            database.drop();
        }
    }

    private void end(Rebuild begun, String problem) {
        rebuilds.note(rebuilds.find(begun.rebuildId()).orElse(begun).brokenOff(problem, clock.instant()));
    }

    private MongoDatabase shadow(Rebuild rebuild) {
        return databases.getMongoDatabase(live.getName() + "_rebuild_" + rebuild.rebuildId().substring(24));
    }

    /** In no group: nothing of it is remembered by the broker. */
    private Map<String, Object> consumer() {
        var properties = new HashMap<>(broker);
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return properties;
    }
}
