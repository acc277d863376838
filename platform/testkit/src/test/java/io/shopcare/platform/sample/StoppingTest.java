package io.shopcare.platform.sample;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import io.shopcare.platform.testkit.services.Api;
import io.shopcare.platform.testkit.services.TestBroker;
import io.shopcare.platform.testkit.services.TestDatabase;
import io.shopcare.platform.testkit.services.TestIssuer;
import io.shopcare.platform.testkit.services.TestPerson;
import io.shopcare.platform.testkit.services.TopicReader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A program that is told to stop finishes what it has begun: requests, then listeners, then the relay. */
class StoppingTest {

    @Test
    @DisplayName("G9 answers the request under way and publishes what it did, before it is gone")
    void finishesWhatItHasBegun() throws Exception {
        var service = start("--shopcare.platform.events.sweep-every=1h");
        var api = callerOf(service);
        var underWay = CompletableFuture.supplyAsync(() -> api.post("/api/boxes/slow", null));
        assertThat(BoxController.UNDER_WAY.await(10, TimeUnit.SECONDS)).isTrue();

        service.close();

        var id = underWay.get(10, TimeUnit.SECONDS).expect(200).at("/id");
        try (var topic = new TopicReader("test.boxes")) {
            assertThat(topic.of(id, 1).getFirst().type()).isEqualTo("box.opened.v1");
        }
    }

    @Test
    @DisplayName("G9 says that it goes and serves on for a moment, so that nobody runs into a closed door")
    void servesOnForAMoment() throws Exception {
        var service = start("--shopcare.platform.stop.drain=30s");
        var api = callerOf(service);
        assertThat(api.get("/api/boxes/none").http().headers().firstValue("Connection")).isEmpty();
        assertThat(api.get("/actuator/health/readiness").status()).isEqualTo(200);

        var stop = Thread.ofPlatform().start(service::close);
        await().atMost(20, TimeUnit.SECONDS).until(
                () -> api.get("/api/boxes/none").http().headers().firstValue("Connection"),
                Optional.of("close")::equals);

        assertThat(api.get("/actuator/health/readiness").status()).as("readiness is off").isEqualTo(503);
        assertThat(api.get("/api/boxes/none").status()).as("and it serves on").isEqualTo(404);
        stop.interrupt();
        assertThat(stop.join(Duration.ofSeconds(20))).as("who is in a hurry interrupts the drain").isTrue();
    }

    private static ConfigurableApplicationContext start(String setting) {
        return new SpringApplicationBuilder(SampleService.class, TestIssuer.class).run("--server.port=0", setting,
                "--spring.application.name=sample", "--shopcare.platform.events.partitions=2",
                "--spring.kafka.bootstrap-servers=" + TestBroker.address(),
                "--spring.data.mongodb.uri=" + TestDatabase.freshUri());
    }

    private static Api callerOf(ConfigurableApplicationContext service) {
        return new Api("http://localhost:" + service.getEnvironment().getProperty("local.server.port"))
                .as(TestPerson.staff("bao", "packer", "s"));
    }
}
