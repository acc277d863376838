package io.shopcare.platform.deadlines;

import java.time.Instant;
import java.util.ArrayList;
import java.util.stream.IntStream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.ids.Ids;
import io.shopcare.platform.sample.Alarm;
import io.shopcare.platform.sample.SampleService;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.testkit.services.TestBroker;
import io.shopcare.platform.testkit.services.TestDatabase;
import io.shopcare.platform.testkit.services.TestIssuer;
import io.shopcare.platform.testkit.services.TopicReader;

import static org.assertj.core.api.Assertions.assertThat;

/** Three whole programs on one database and one broker, one of which is stopped in the middle. */
class ThreeInstancesTest {
    private static final int ALARMS = 60;

    @Test
    @DisplayName("G9 every deadline is answered and published once, while an instance stops")
    void answerAndPublishEachDeadlineOnce() {
        var uri = TestDatabase.freshUri();
        var programs = new ArrayList<ConfigurableApplicationContext>();
        for (int i = 0; i < 3; i++)
            programs.add(program(uri));
        var alarms = alarms(programs.getFirst());
        try (var topic = new TopicReader("test.alarms")) {
            var soon = Instant.now().plusMillis(500);
            var ids = IntStream.range(0, ALARMS).mapToObj(i -> set(alarms, soon.plusMillis(i * 20L))).toList();

            hasRung(topic, ids.get(ALARMS / 4));
            programs.removeLast().close();

            for (var id : ids)
                hasRung(topic, id);
            assertThat(topic.all()).filteredOn(heard -> heard.sequence() > 2).isEmpty();
            assertThat(ids).allSatisfy(id -> assertThat(alarms.find(id).orElseThrow())
                    .extracting(found -> found.aggregate().rung(), found -> found.version()).containsExactly(1, 2L));
        } finally {
            programs.forEach(ConfigurableApplicationContext::close);
        }
    }

    private static void hasRung(TopicReader topic, String id) {
        topic.until(
                event -> event.subject().equals(id) && event.sequence() == 2 && event.type().equals("alarm.rung.v1"),
                1);
    }

    @SuppressWarnings("unchecked")
    private static AggregateStore<Alarm> alarms(ConfigurableApplicationContext program) {
        return (AggregateStore<Alarm>) program.getBean("alarms");
    }

    private static String set(AggregateStore<Alarm> alarms, Instant rings) {
        var id = Ids.next();
        alarms.create(id, CommandContext.bySystem("set"), () -> Alarm.set(Alarm.Kind.SOUND, rings, null)).orThrow();
        return id;
    }

    private static ConfigurableApplicationContext program(String uri) {
        return new SpringApplicationBuilder(SampleService.class, TestIssuer.class).run("--server.port=0",
                "--spring.application.name=sample", "--shopcare.platform.events.partitions=2",
                "--shopcare.platform.leases.last=2s", "--shopcare.platform.leases.renew-every=200ms",
                "--shopcare.platform.deadlines.look-every=50ms", "--logging.structured.format.console=",
                "--spring.kafka.bootstrap-servers=" + TestBroker.address(), "--spring.data.mongodb.uri=" + uri);
    }
}
