package io.shopcare.acceptance.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicReference;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class WireTest {
    @Test
    void readsAnswersOfAKnownLengthInPiecesAndWithout() throws IOException {
        var server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        var said = new AtomicReference<String>();
        server.createContext("/", exchange -> {
            said.set(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            var answer = "{\"id\":\"好的\"}".getBytes(UTF_8);
            switch (exchange.getRequestURI().getPath()) {
                case "/pieces" -> exchange.sendResponseHeaders(200, 0);
                case "/nothing" -> exchange.sendResponseHeaders(204, -1);
                default -> exchange.sendResponseHeaders(201, answer.length);
            }
            try (var out = exchange.getResponseBody()) {
                if (!exchange.getRequestURI().getPath().equals("/nothing"))
                    out.write(answer);
            }
        });
        server.start();
        var person = new Person(new Wire("http://localhost:" + server.getAddress().getPort()), "X-A: b\r\n");

        assertThat(person.post("/known", java.util.Map.of("a", "一")).expect(201, "it").json().at("/id").asText())
                .isEqualTo("好的");
        assertThat(said.get()).isEqualTo("{\"a\":\"一\"}");
        assertThat(person.get("/pieces").expect(200, "it").json().at("/id").asText()).isEqualTo("好的");
        assertThat(person.get("/nothing").expect(204, "it").body()).isEmpty();
        assertThatThrownBy(() -> person.get("/known").expect(200, "it")).isInstanceOf(FlowFailedException.class)
                .hasMessageContaining("201");
        server.stop(0);
        assertThatThrownBy(() -> person.get("/known")).isInstanceOf(FlowFailedException.class);
    }
}
