package io.shopcare.platform.sample;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;

import io.shopcare.platform.testkit.services.Api;
import io.shopcare.platform.testkit.services.TestBroker;
import io.shopcare.platform.testkit.services.TestDatabase;
import io.shopcare.platform.testkit.services.TestIssuer;
import io.shopcare.platform.testkit.services.TestPerson;
import io.shopcare.platform.testkit.services.TopicReader;

import static org.assertj.core.api.Assertions.assertThat;

/** A program that is told to stop finishes what it has begun: requests, then listeners, then the relay. */
class StoppingTest {

    @Test
    @DisplayName("G9 answers the request under way and publishes what it did, before it is gone")
    void finishesWhatItHasBegun() throws Exception {
        var service = new SpringApplicationBuilder(SampleService.class, TestIssuer.class).run("--server.port=0",
                "--spring.application.name=sample", "--shopcare.platform.events.partitions=2",
                "--shopcare.platform.events.sweep-every=1h",
                "--spring.kafka.bootstrap-servers=" + TestBroker.address(),
                "--spring.data.mongodb.uri=" + TestDatabase.freshUri());
        var api = new Api("http://localhost:" + service.getEnvironment().getProperty("local.server.port"))
                .as(TestPerson.staff("bao", "packer", "s"));
        var underWay = CompletableFuture.supplyAsync(() -> api.post("/api/boxes/slow", null));
        assertThat(BoxController.UNDER_WAY.await(10, TimeUnit.SECONDS)).isTrue();

        service.close();

        var id = underWay.get(10, TimeUnit.SECONDS).expect(200).at("/id");
        try (var topic = new TopicReader("test.boxes")) {
            assertThat(topic.of(id, 1).getFirst().type()).isEqualTo("box.opened.v1");
        }
    }
}
