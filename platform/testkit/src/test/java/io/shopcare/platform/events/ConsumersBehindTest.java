package io.shopcare.platform.events;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import com.mongodb.MongoTimeoutException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.kafka.KafkaProperties;
import org.springframework.boot.test.context.SpringBootTest;

import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.ids.Ids;
import io.shopcare.platform.parking.Readers;
import io.shopcare.platform.sample.Box;
import io.shopcare.platform.sample.SampleService;
import io.shopcare.platform.sample.Trouble;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.testkit.services.ServiceTest;
import io.shopcare.platform.testkit.time.MutableClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@DisplayName("G9: how far consumers are behind")
@ServiceTest
@SpringBootTest(classes = SampleService.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "spring.application.name=sample")
class ConsumersBehindTest {
    @Autowired
    private AggregateStore<Box> boxes;
    @Autowired
    private Trouble trouble;
    @Autowired
    private Readers readers;
    @Autowired
    private KafkaProperties kafka;

    private final MutableClock clock = MutableClock.at(Instant.EPOCH);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @Test
    @DisplayName("a subscription that waits is behind by what is on the topic meanwhile, and no other is; then none is")
    void tellsOfASubscriptionThatWaits() {
        try (var lag = new ConsumerLag(() -> Admin.create(kafka.buildAdminProperties(null)), readers, clock)) {
            lag.bindTo(meters);
            var id = Ids.next();
            trouble.with(id, 1, () -> new MongoTimeoutException("away"));
            boxes.create(id, CommandContext.bySystem("open"), () -> Box.open("s", "o", 100, Instant.EPOCH));
            for (var thing : new String[]{"one", "two", "three"})
                boxes.decide(id, CommandContext.bySystem("put"), box -> box.put(thing)).orThrow();

            await().untilAsserted(() -> assertThat(behind("things")).isGreaterThanOrEqualTo(3));
            await().untilAsserted(() -> assertThat(behind("counts")).isZero());

            trouble.isOver(id, 1);
            await().untilAsserted(() -> assertThat(behind("things")).isZero());
        }
    }

    @Test
    @DisplayName("while the broker does not answer there is no number, and whoever reads the metrics does not wait")
    void saysNothingWhileTheBrokerIsAway() {
        var away = Map.<String, Object>of("bootstrap.servers", "127.0.0.1:1", "default.api.timeout.ms", 200,
                "request.timeout.ms", 100);
        try (var lag = new ConsumerLag(() -> Admin.create(away), readers, clock)) {
            lag.bindTo(meters);
            await().during(Duration.ofMillis(600)).until(() -> Double.isNaN(behind("things")));
        }
    }

    /** Each look is as late after the one before that it asks anew. */
    private double behind(String subscription) {
        clock.advance(ConsumerLag.EVERY);
        return meters.get("shopcare.consumer.lag").tag("subscription", subscription).tag("topic", "test.boxes").gauge()
                .value();
    }
}
