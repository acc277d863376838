package io.shopcare.presale.live;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.LongStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;

import io.shopcare.platform.testkit.services.Api;
import io.shopcare.platform.testkit.services.TestPerson;
import io.shopcare.presale.PresaleTest;
import io.shopcare.presale.SecondInstance;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("P3: who reconnects gets exactly what was missed, in order, from any instance")
class ReconnectingTest extends PresaleTest {
    private static final int EACH = 30;
    private static final int MESSAGES = 10;
    /** Of the second instance. */
    private static final Duration SWEEP = Duration.ofSeconds(5);

    @LocalServerPort
    private int port;
    @Autowired
    private Environment settings;

    @Test
    void nothingTwiceNothingMissed() throws Exception {
        var second = SecondInstance.beside(settings);
        var apis = List.of(api, second.api());
        var ports = List.of(port, second.port());
        var lin = buyer("lin");
        var mei = agent("mei");
        var id = anActiveConversation(lin, mei);
        long all = 2 + 2 * EACH;
        var got = new ArrayList<Long>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var buyer = threads.submit(() -> talk(apis, lin, id));
            var agent = threads.submit(() -> talk(apis, mei, id));
            for (int turn = 0; got.isEmpty() || got.getLast() < all; turn++) {
                var socket = Socket.of(apis.get(turn % 2), ports.get(turn % 2), lin);
                socket.subscribe(id, got.isEmpty() ? 0 : got.getLast());
                int enough = 1 + ThreadLocalRandom.current().nextInt(12);
                until("some came", () -> socket.sequences().size() >= enough
                        || socket.sequences().contains(all));
                socket.breaks();
                got.addAll(socket.sequences());
                assertThat(turn).isLessThan(200);
            }
            buyer.get();
            agent.get();
        }
        assertThat(got).containsExactlyElementsOf(LongStream.rangeClosed(1, all).boxed().toList());
    }

    @Test
    @DisplayName("what is said at one instance is heard at the other, without waiting for a sweep")
    void hintsReachTheOtherInstance() {
        var second = SecondInstance.beside(settings);
        until("the other listens", () -> second.bean(KafkaHints.class).isListening());
        var lin = buyer("lin");
        var id = asks(lin, "在吗?").expect(201).at("/id");
        try (var socket = Socket.of(second.api(), second.port(), lin)) {
            socket.subscribe(id, 2);
            socket.await("position");
            long began = System.nanoTime();
            for (int i = 0; i < MESSAGES; i++) {
                long seq = says(lin, id, "第 " + i + " 句").expect(201).json().at("/seq").asLong();
                socket.await("message", frame -> frame.at("/seq").asLong() == seq);
            }
            var bySweepsAlone = SWEEP.multipliedBy(MESSAGES).dividedBy(2);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(bySweepsAlone.dividedBy(2));
        }
    }

    private @Nullable Void talk(List<Api> apis, TestPerson who, String id) {
        for (int i = 0; i < EACH; i++)
            apis.get(i % 2).as(who).post("/api/presale/conversations/" + id + "/messages",
                    Map.of("text", "第 " + i + " 句", "clientMessageId", "c-" + who.id() + "-000" + i))
                    .expect(201);
        return null;
    }
}
