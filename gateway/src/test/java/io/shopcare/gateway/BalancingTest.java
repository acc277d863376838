package io.shopcare.gateway;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import io.shopcare.gateway.StubInstance.Manner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Two instances of a service behind the gateway, which come and go. */
@DisplayName("G4 several instances")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {"shopcare.gateway.answer=2s",
        "shopcare.gateway.repeatable=1KB", "shopcare.gateway.open=/api/**,/ws/**",
        "spring.cloud.loadbalancer.health-check.interval=100ms",
        "spring.cloud.loadbalancer.health-check.path.aftersale="})
class BalancingTest {
    private static final StubInstance ONE = new StubInstance("one");
    private static final StubInstance TWO = new StubInstance("two");
    private static final StubInstance ALONE = new StubInstance("alone");
    private static final List<String> SERVICES = List.of("/api/order/orders", "/api/aftersale/cases",
            "/api/crm/customers");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void addresses(DynamicPropertyRegistry properties) {
        properties.add("shopcare.gateway.services.order", () -> ONE.address() + "," + TWO.address());
        properties.add("shopcare.gateway.services.presale", () -> ONE.address() + "," + TWO.address());
        // without checks: only requests find out that one is gone
        properties.add("shopcare.gateway.services.aftersale", () -> ONE.address() + "," + TWO.address());
        properties.add("shopcare.gateway.services.crm", ALONE::address);
    }

    @BeforeEach
    void bothAreWell() {
        List.of(ONE, TWO, ALONE).forEach(StubInstance::comesBack);
        await().until(() -> asked(10), Set.of("one", "two")::equals);
        for (var service : SERVICES) // their breakers may be open from the test before
            await().until(() -> get(service).statusCode() == 200);
        List.of(ONE, TWO, ALONE).forEach(instance -> instance.heard().clear());
    }

    @AfterAll
    static void stop() {
        List.of(ONE, TWO, ALONE).forEach(StubInstance::close);
    }

    @Test
    @DisplayName("asks them in turn, sockets too")
    void asksThemInTurn() throws Exception {
        for (int i = 0; i < 20; i++)
            assertThat(get("/api/order/orders?after=%E4%B8%AD").statusCode()).isEqualTo(200);
        // a check that takes too long on a busy machine leaves one out for a moment
        assertThat(ONE.heard()).hasSizeBetween(5, 15);
        assertThat(TWO.heard()).hasSizeBetween(5, 15);

        assertThat(List.of(overASocket(), overASocket(), overASocket(), overASocket())).contains("one hello",
                "two hello");
    }

    @Test
    @DisplayName("passes on what is said right after the handshake")
    void losesNoFirstWord() throws Exception {
        for (int i = 0; i < 200; i++)
            assertThat(overASocket()).endsWith(" hello");
    }

    @Test
    @DisplayName("does not ask one that is not ready, until it is again")
    void asksOnlyWhoIsReady() {
        TWO.isReady(false);
        await().until(() -> asked(10), Set.of("one")::equals);

        TWO.isReady(true);
        await().until(() -> asked(10), Set.of("one", "two")::equals);
    }

    @Test
    @DisplayName("asks all when none seems to be ready: a check may err")
    void asksAllWhenNoneIsReady() {
        ONE.isReady(false);
        await().until(() -> asked(10), Set.of("two")::equals);
        TWO.isReady(false);
        await().until(() -> asked(10), Set.of("one", "two")::equals);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "PATCH", "DELETE", "PUT"})
    @DisplayName("asks another when nobody listens, whatever the request; no breaker opens")
    void asksAnotherWhenNobodyListens(String method) throws Exception {
        goes(TWO);
        for (int i = 0; i < 40; i++) {
            var answer = send(method, "/api/aftersale/cases", "{\"number\":" + i + "}");
            assertThat(answer.body()).isEqualTo("one");
        }
        assertThat(ONE.heard()).hasSize(40).last()
                .isEqualTo(method.equals("GET") ? "GET " : method + " {\"number\":39}");
    }

    @Test
    @DisplayName("asks another when one turns away what comes in over kept connections")
    void asksAnotherWhenTurnedAway() throws Exception {
        TWO.is(Manner.TURNS_AWAY);
        for (int i = 0; i < 40; i++) {
            var answer = send("POST", "/api/order/orders", "{}");
            assertThat(answer.body()).isEqualTo("one");
            assertThat(answer.headers().firstValue("X-Stale")).as("of the one that turned it away").isEmpty();
        }
    }

    @Test
    @DisplayName("passes on what a service says, also that it can't just now")
    void passesOnWhatAServiceSays() throws Exception {
        ONE.is(Manner.OVERLOADED);
        TWO.is(Manner.OVERLOADED);

        assertThat(send("POST", "/api/order/orders", "{}").body()).contains("overloaded");
        assertThat(ONE.heard().size() + TWO.heard().size()).isEqualTo(1);
    }

    @Test
    @DisplayName("repeats what may have been done only where that is harmless")
    void repeatsOnlyWhatIsHarmless() throws Exception {
        TWO.is(Manner.BREAKS_OFF);
        for (int i = 0; i < 6; i++) {
            assertThat(get("/api/order/orders").body()).isEqualTo("one");
            assertThat(send("PUT", "/api/order/skus/1", "{}").body()).isEqualTo("one");
            assertThat(send("POST", "/api/order/orders", "{}", "Idempotency-Key", "k" + i).body()).isEqualTo("one");
        }
        ONE.is(Manner.BREAKS_OFF);
        assertSentOnce(() -> send("POST", "/api/order/orders", "once"));
        assertSentOnce(() -> send("DELETE", "/api/order/orders", "once"));
        assertSentOnce(() -> send("PUT", "/api/order/skus/1", "once", "If-Match", "\"1\""));
        assertSentOnce(() -> send("POST", "/api/order/imports", "x".repeat(2000), "Idempotency-Key", "large"));
    }

    @Test
    @DisplayName("sends a large body to another when it has not been sent")
    void sendsALargeBodyOnce() throws Exception {
        goes(TWO);
        for (int i = 0; i < 4; i++)
            assertThat(send("POST", "/api/aftersale/cases", "x".repeat(200_000)).body()).isEqualTo("one");
    }

    @Test
    @DisplayName("says that a service is away when all its instances are, and when the only one is")
    void saysThatAServiceIsAway() throws Exception {
        for (var instance : List.of(ONE, TWO, ALONE))
            goes(instance);
        for (var path : List.of("/api/order/orders", "/api/crm/customers")) {
            var answer = send("POST", path, "{}", "Idempotency-Key", "k");
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).contains("urn:shopcare:problem:service-unavailable");
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        }
    }

    private interface Sending {
        HttpResponse<String> send() throws Exception;
    }

    private void assertSentOnce(Sending sending) throws Exception {
        ONE.heard().clear();
        TWO.heard().clear();
        var answer = sending.send();
        assertThat(answer.statusCode()).isEqualTo(504);
        assertThat(answer.body()).contains("urn:shopcare:problem:upstream-timeout");
        assertThat(ONE.heard().size() + TWO.heard().size()).isEqualTo(1);
    }

    /** Connections that were kept are gone too, and the gateway has noticed. */
    private void goes(StubInstance instance) throws Exception {
        instance.close();
        for (var service : SERVICES)
            for (int i = 0; i < 4; i++)
                get(service);
        List.of(ONE, TWO, ALONE).forEach(any -> any.heard().clear());
    }

    private Set<String> asked(int times) throws Exception {
        var answers = new HashSet<String>();
        for (int i = 0; i < times; i++)
            answers.add(get("/api/order/orders").body());
        return answers;
    }

    private String overASocket() throws Exception {
        var heard = new CompletableFuture<String>();
        var socket = HTTP.newWebSocketBuilder().buildAsync(URI.create("ws://localhost:" + port + "/ws/presale"),
                new WebSocket.Listener() {
                    @Override
                    public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
                        heard.complete(text.toString());
                        return WebSocket.Listener.super.onText(from, text, last);
                    }
                }).get(5, TimeUnit.SECONDS);
        socket.sendText("hello", true);
        try {
            return heard.get(5, TimeUnit.SECONDS);
        } finally {
            socket.abort();
        }
    }

    private HttpResponse<String> get(String path) throws Exception {
        return HTTP.send(HttpRequest.newBuilder(at(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> send(String method, String path, String body, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(at(path)).method(method, method.equals("GET")
                ? BodyPublishers.noBody()
                : BodyPublishers.ofString(body));
        if (headers.length > 0)
            request.headers(headers);
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private URI at(String path) {
        return URI.create("http://localhost:" + port + path);
    }
}
