package io.shopcare.gateway;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.autoconfigure.actuate.observability.AutoConfigureObservability;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import io.shopcare.platform.json.Json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** How much of the gateway one may have, and what every answer says, with limits that are soon reached. */
@AutoConfigureObservability
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {
        "shopcare.gateway.limits.strangers.per-second=1", "shopcare.gateway.limits.strangers.burst=12",
        "shopcare.gateway.limits.concurrent=3", "shopcare.gateway.limits.body=10KB",
        "shopcare.gateway.limits.pause=500ms",
        "shopcare.gateway.cors-origins=https://shop.example", "shopcare.gateway.open=/api/**"})
class TheLimitsTest {
    private static final StubService PRESALE = StubService.start("presale");
    private static final StubService ORDER = StubService.start("order");
    private static final StubService CRM = StubService.start("crm");
    private static final StubService AFTERSALE = StubService.start("aftersale");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void addresses(DynamicPropertyRegistry properties) {
        properties.add("shopcare.gateway.services.presale", PRESALE::address);
        properties.add("shopcare.gateway.services.order", ORDER::address);
        properties.add("shopcare.gateway.services.crm", CRM::address);
        properties.add("shopcare.gateway.services.aftersale", AFTERSALE::address);
    }

    @AfterAll
    static void stop() {
        java.util.List.of(PRESALE, ORDER, CRM, AFTERSALE).forEach(StubService::close);
    }

    @Test
    @DisplayName("G4 says what is left, and when to come again once nothing is")
    void limitsHowOftenOneMayAsk() throws Exception {
        var first = send(get("/api/crm/customers"));
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.headers().firstValue("RateLimit-Limit")).hasValue("12");
        assertThat(first.headers().firstValueAsLong("RateLimit-Remaining").orElseThrow()).isLessThan(12);
        var refused = IntStream.range(0, 20).mapToObj(_ -> send(get("/api/crm/customers")))
                .filter(answer -> answer.statusCode() == 429).findFirst().orElseThrow();
        assertThat(json(refused).at("/type").asText()).isEqualTo("urn:shopcare:problem:too-many-requests");
        assertThat(refused.headers().firstValueAsLong("Retry-After").orElseThrow()).isBetween(1L, 12L);
        assertThat(refused.headers().firstValue("RateLimit-Remaining")).hasValue("0");
        assertThat(send(get("/api/presale/conversations")).statusCode()).as("another service").isEqualTo(200);
    }

    @Test
    @DisplayName("G4 a slow service fills its own places and nobody else's")
    void keepsPlacesForOthers() {
        var slow = IntStream.range(0, 6).mapToObj(_ -> HTTP.sendAsync(get("/api/order/slow").build(),
                HttpResponse.BodyHandlers.ofString())).toList();
        var refused = slow.stream().map(java.util.concurrent.CompletableFuture::join)
                .filter(answer -> answer.statusCode() == 503).toList();
        assertThat(refused).hasSize(3).allSatisfy(answer -> {
            assertThat(json(answer).at("/type").asText()).isEqualTo("urn:shopcare:problem:overloaded");
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        });
        assertThat(send(get("/api/presale/conversations")).statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("G4 refuses a body that is too large, said beforehand or not, or that stands still, and blames no service")
    void refusesBodies() throws Exception {
        var path = URI.create("http://localhost:" + port + "/api/aftersale/cases");
        var large = "x".repeat(20_000).getBytes(UTF_8);
        var said = send(HttpRequest.newBuilder(path).POST(BodyPublishers.ofByteArray(large)));
        assertThat(said.statusCode()).isEqualTo(413);
        assertThat(json(said).at("/detail").asText()).contains("10240");
        var unsaid = send(HttpRequest.newBuilder(path)
                .POST(BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(large))));
        assertThat(unsaid.statusCode()).isEqualTo(413);
        try (var socket = new Socket("localhost", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write(("POST /api/aftersale/cases HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                            + "Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{").getBytes(UTF_8));
            assertThat(new String(socket.getInputStream().readNBytes(10), UTF_8)).as("hung up on, or told so")
                    .isIn("", "HTTP/1.1 4");
        }
        assertThat(send(get("/api/aftersale/cases")).statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("G4 hangs up on a head that stops, or trickles in for ever, and on none that is whole")
    void refusesSlowHeads() throws Exception {
        var head = "GET /api/aftersale/cases HTTP/1.1\r\nHost: localhost\r\n";
        try (var whole = new Socket("localhost", port);
                var stopped = new Socket("localhost", port);
                var trickling = new Socket("localhost", port)) {
            stopped.setSoTimeout(10_000);
            trickling.setSoTimeout(50);
            whole.setSoTimeout(10_000);
            whole.getOutputStream().write((head + "\r\n").getBytes(UTF_8));
            assertThat(new String(whole.getInputStream().readNBytes(12), UTF_8)).isEqualTo("HTTP/1.1 200");
            stopped.getOutputStream().write(head.getBytes(UTF_8));
            assertThat(stopped.getInputStream().read()).as("the one that stopped").isEqualTo(-1);
            assertThat(isHungUpOn(trickling, head)).as("the one that trickles").isTrue();
            whole.getOutputStream().write((head + "Connection: close\r\n\r\n").getBytes(UTF_8));
            assertThat(new String(whole.getInputStream().readAllBytes(), UTF_8)).as("kept, and used again")
                    .contains("HTTP/1.1 200");
        }
    }

    /** A byte of a header that never ends, again and again, until nobody listens any more. */
    private static boolean isHungUpOn(Socket socket, String head) throws IOException {
        socket.getOutputStream().write(head.getBytes(UTF_8));
        for (int i = 0; i < 200; i++)
            try {
                socket.getOutputStream().write('x');
                if (socket.getInputStream().read() < 0)
                    return true;
            } catch (SocketTimeoutException _) {
                continue; // nothing to hear yet
            } catch (SocketException _) {
                return true;
            }
        return false;
    }

    @Test
    @DisplayName("G4 every answer has its headers: for browsers, with the caller's request id and the trace")
    void saysWhatBrowsersNeed() {
        var answer = send(get("/api/presale/conversations").header("X-Request-Id", "mine-1"));
        assertThat(answer.headers().firstValue("X-Request-Id")).hasValue("mine-1");
        assertThat(answer.headers().firstValue("X-Trace-Id").orElseThrow()).matches("[0-9a-f]{32}");
        assertThat(answer.headers().firstValue("X-Frame-Options")).hasValue("DENY");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(answer.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow()).contains("default-src 'none'");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        var lost = send(get("/nowhere").header("X-Request-Id", "a b\tc"));
        var trace = json(lost).at("/traceId").asText();
        assertThat(trace).matches("[0-9a-f]{32}");
        assertThat(lost.headers().firstValue("X-Trace-Id")).hasValue(trace);
        assertThat(lost.headers().firstValue("X-Request-Id")).hasValue(trace);
    }

    @Test
    @DisplayName("G4 lets front ends of the setting call from a browser, and no others")
    void letsFrontEndsCall() {
        var asked = send(get("/api/presale/conversations").header("Origin", "https://shop.example"));
        assertThat(asked.headers().firstValue("Access-Control-Allow-Origin")).hasValue("https://shop.example");
        assertThat(asked.headers().firstValue("Access-Control-Expose-Headers").orElseThrow()).contains("ETag",
                "X-Trace-Id", "RateLimit-Remaining");
        var stranger = send(get("/api/presale/conversations").header("Origin", "https://evil.example"));
        assertThat(stranger.statusCode()).isEqualTo(403);
        assertThat(stranger.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }

    private HttpRequest.Builder get(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return Json.WIRE.readTree(answer.body());
        } catch (Exception e) {
            throw new IllegalStateException(answer.body(), e);
        }
    }
}
