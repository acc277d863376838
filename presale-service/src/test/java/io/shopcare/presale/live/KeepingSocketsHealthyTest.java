package io.shopcare.presale.live;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import jakarta.validation.Validation;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.util.unit.DataSize;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketExtension;
import org.springframework.web.socket.WebSocketMessage;
import org.springframework.web.socket.handler.ConcurrentWebSocketSessionDecorator;
import org.springframework.web.socket.handler.TextWebSocketHandler;

import io.shopcare.platform.security.Person;
import io.shopcare.platform.testkit.services.TestDatabase;
import io.shopcare.platform.testkit.time.MutableClock;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("P3: sockets that are silent, slow or too many do no harm to the others")
class KeepingSocketsHealthyTest {
    private static final Person LIN = new Person("lin", Set.of("buyer"), Set.of("nuanyang"), "web", "zh-CN");

    private final MutableClock clock = MutableClock.at("2026-11-10T01:20:00Z");
    private final LiveSettings settings = new LiveSettings(1, 5, Duration.ofSeconds(25), Duration.ofSeconds(30),
            Duration.ofSeconds(5), Duration.ofMillis(50), DataSize.ofKilobytes(4), DataSize.ofKilobytes(64), 10,
            "hints");
    private final LiveHub hub = new LiveHub(Runnable::run, settings, clock);
    private final Frames frames = new Frames(Validation.buildDefaultValidatorFactory().getValidator());
    private final SocketTickets tickets = new SocketTickets(TestDatabase.fresh(), settings, clock);

    private Connection connection(FakeSession session) {
        var connection = new Connection(new ConcurrentWebSocketSessionDecorator(session, 50, 4096), LIN, frames,
                new RateLimit(10), clock.instant());
        hub.add(connection);
        return connection;
    }

    @Test
    void endsWhoMissesTwoHeartbeats() {
        var session = new FakeSession();
        var connection = connection(session);
        clock.advance(Duration.ofSeconds(49));
        hub.endTheDead();
        assertThat(session.closed).hasNullValue();
        connection.heard(clock.instant());
        clock.advance(Duration.ofSeconds(49));
        hub.endTheDead();
        assertThat(session.closed).hasNullValue();
        clock.advance(Duration.ofSeconds(2));
        hub.endTheDead();
        session.isClosedWith(4408);
    }

    @Test
    void dropsAReaderWhoDoesNotReadAndSaysWhy() throws InterruptedException {
        var session = new FakeSession();
        session.stuck = new CountDownLatch(1);
        var connection = connection(session);
        var sender = Thread.ofVirtual().start(() -> connection.send(new ServerFrame.Pong(clock.instant())));
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
        while (session.closed.get() == null && System.nanoTime() < end)
            hub.endTheDead();
        session.isClosedWith(1013);
        session.stuck.countDown();
        sender.join();
    }

    @Test
    void dropsAReaderWhoseBacklogIsTooLong() throws InterruptedException {
        var session = new FakeSession();
        session.stuck = new CountDownLatch(1);
        var connection = connection(session);
        var sender = Thread.ofVirtual().start(() -> connection.send(new ServerFrame.Pong(clock.instant())));
        session.isSending.await();
        boolean kept = true;
        for (int i = 0; i < 200 && kept; i++)
            kept = connection.send(new ServerFrame.Pong(clock.instant()));
        assertThat(kept).isFalse();
        session.isClosedWith(1013);
        session.stuck.countDown();
        sender.join();
    }

    @Test
    void asksTheNextToComeAgainWhenFull() {
        var handshake = new TicketHandshake(tickets, hub);
        assertThat(shake(handshake, tickets.issue(LIN).text())).isEqualTo(HttpStatus.OK.value());
        connection(new FakeSession());
        assertThat(shake(handshake, tickets.issue(LIN).text())).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE.value());
    }

    @Test
    void aTicketLivesForSeconds() {
        var handshake = new TicketHandshake(tickets, hub);
        var ticket = tickets.issue(LIN).text();
        clock.advance(Duration.ofSeconds(30));
        assertThat(shake(handshake, ticket)).isEqualTo(HttpStatus.UNAUTHORIZED.value());
        tickets.forgetExpired();
        assertThat(tickets.redeem(ticket)).isEmpty();
    }

    private static int shake(TicketHandshake handshake, String ticket) {
        var request = new MockHttpServletRequest("GET", "/ws/presale");
        request.setQueryString("ticket=" + ticket);
        var response = new MockHttpServletResponse();
        handshake.beforeHandshake(new ServletServerHttpRequest(request), new ServletServerHttpResponse(response),
                new TextWebSocketHandler(), new HashMap<>());
        return response.getStatus();
    }

    /** A session whose client may not read. */
    private static final class FakeSession implements SessionForTests {
        private final AtomicReference<CloseStatus> closed = new AtomicReference<>();
        private final CountDownLatch isSending = new CountDownLatch(1);
        private volatile CountDownLatch stuck = new CountDownLatch(0);

        @Override
        public void sendMessage(WebSocketMessage<?> message) throws IOException {
            isSending.countDown();
            try {
                stuck.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }

        @Override
        public void close(CloseStatus status) {
            closed.compareAndSet(null, status);
        }

        private void isClosedWith(int code) {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
            while (closed.get() == null && System.nanoTime() < end)
                Thread.onSpinWait();
            assertThat(closed.get()).extracting(CloseStatus::getCode).isEqualTo(code);
        }

        @Override
        public URI getUri() {
            return URI.create("/ws/presale");
        }

        @Override
        public Map<String, Object> getAttributes() {
            return Map.of();
        }

        @Override
        public List<WebSocketExtension> getExtensions() {
            return List.of();
        }
    }
}
