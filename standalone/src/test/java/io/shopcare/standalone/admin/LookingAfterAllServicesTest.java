package io.shopcare.standalone.admin;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DisplayName("./shopcare replay and ./shopcare check rebuild")
class LookingAfterAllServicesTest {
    private static final String A_KEY = """
            {"parkedId":"p1","subscription":"refunds","topic":"shopcare.aftersale.cases","partition":3,"key":"c1","waiting":2,
            "offset":7,"since":"2026-11-20T08:00:00Z","tries":1,"cause":{"type":"java.lang.IllegalStateException",
            "where":"io.shopcare.order.refunds.Refund:12","message":"no such line"}}""";

    private HttpServer gateway;
    /** Answers by path, the last for ever. */
    private final Map<String, Deque<Answer>> answers = new HashMap<>();
    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();

    private record Answer(int status, String body) {}

    @BeforeEach
    void open() throws IOException {
        gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gateway.createContext("/", this::answer);
        gateway.start();
        teach("POST /oauth2/token", 200, "{\"access_token\":\"t\"}");
        for (var service : Wish.ALL)
            teach("GET /api/" + service + "/admin/parked", 200, "{\"items\":[]}");
    }

    @AfterEach
    void close() {
        gateway.stop(0);
    }

    @Test
    void saysThatNothingIsParked() throws Exception {
        assertThat(replay()).isTrue();
        assertThat(shown()).contains("nothing is parked");
    }

    @Test
    void showsWhatIsParkedAndWhy() throws Exception {
        parked(A_KEY);

        assertThat(replay("--list", "--service", "order-service")).isFalse();
        assertThat(shown()).contains("order-service: 1 parked", "refunds  shopcare.aftersale.cases  key c1",
                "2 wait since 2026-11-20T08:00:00Z", "offset 7 of partition 3",
                "IllegalStateException: no such line  at io.shopcare.order.refunds.Refund:12",
                "1 of 1 keys are parked");
    }

    @Test
    void runsItAgainToItsEnd() throws Exception {
        parked(A_KEY);
        teach("POST /api/order/admin/parked/p1/replays", 409, "{\"detail\":\"busy\"}");
        teach("POST /api/order/admin/parked/p1/replays", 200, "{\"outcome\":\"UNFINISHED\",\"ran\":1,\"left\":1}");
        teach("POST /api/order/admin/parked/p1/replays", 200, "{\"outcome\":\"FREE\",\"ran\":1,\"left\":0}");

        assertThat(replay()).isTrue();
        assertThat(shown()).containsSubsequence("1 run again, 1 left", "2 run again, free", "0 of 1 keys stay parked");
    }

    @Test
    void failsWhenSomethingStaysParked() throws Exception {
        parked(A_KEY);
        teach("POST /api/order/admin/parked/p1/replays", 200,
                "{\"outcome\":\"FAILED\",\"ran\":0,\"left\":2,\"cause\":{\"type\":\"java.lang.IllegalStateException\"}}");

        assertThat(replay()).isFalse();
        assertThat(shown()).contains("failed again: IllegalStateException", "1 of 1 keys stay parked");
    }

    @Test
    @DisplayName("O9 ./shopcare check stock goes through all pieces, and says what does not add up")
    void checksStockPieceByPiece() throws Exception {
        teach("GET /api/order/admin/stock-check", 200, "{\"differences\":[],\"checked\":200,\"next\":\"abc\"}");
        teach("GET /api/order/admin/stock-check", 200, """
                {"differences":[{"stockId":"nuanyang/hangzhou-1/COAT","figures":{"onHand":3,"reserved":1},
                "summed":{"onHand":2,"reserved":1},"claimed":1,"orphans":["r1_1"]}],"checked":7}""");
        assertThat(stock()).isFalse();
        assertThat(shown()).containsSubsequence("200 stocks checked, 0 differ", "nuanyang/hangzhou-1/COAT",
                "figures [onHand 3", "ledger  [onHand 2", "nothing stands behind claim r1_1",
                "207 stocks checked, 1 differ", "1 of 207 stocks do not add up");
    }

    @Test
    void saysThatAllStockAddsUp() throws Exception {
        teach("GET /api/order/admin/stock-check", 200, "{\"differences\":[],\"checked\":7}");
        assertThat(stock()).isTrue();
        assertThat(shown()).contains("7 stocks checked, 0 differ", "every ledger adds up");
    }

    @Test
    void showsThatAServiceIsEqual() throws Exception {
        teach("POST /api/crm/admin/rebuilds", 409, "{}");
        teach("POST /api/crm/admin/rebuilds", 202, "{\"rebuildId\":\"r1\"}");
        teach("GET /api/crm/admin/rebuilds/r1", 200, "{\"phase\":\"READING\",\"records\":50,\"of\":100}");
        teach("GET /api/crm/admin/rebuilds/r1", 200,
                "{\"phase\":\"FINISHED\",\"records\":100,\"of\":100,\"compared\":40,\"different\":0,\"differences\":[]}");

        assertThat(check("--service", "crm")).isTrue();
        assertThat(shown()).containsSubsequence("50 of     100 events", "reading", "100 of     100 events",
                "40 documents", "equal");
    }

    @Test
    void namesWhatDiffers() throws Exception {
        teach("POST /api/crm/admin/rebuilds", 202, "{\"rebuildId\":\"r1\"}");
        teach("GET /api/crm/admin/rebuilds/r1", 200,
                "{\"phase\":\"FINISHED\",\"different\":101,\"setAside\":4,\"differences\":[{\"collection\":\"trail\",\"id\":\"x\",\"kind\":\"MISSING\"}]}");

        assertThat(check("--service", "crm")).isFalse();
        assertThat(shown()).contains("101 differ", "missing    trail  x", "and 100 more", "without 4 events");
    }

    @Test
    void doesNotTakeAnInterruptedRebuildForAnAnswer() throws Exception {
        teach("POST /api/crm/admin/rebuilds", 202, "{\"rebuildId\":\"r1\"}");
        teach("GET /api/crm/admin/rebuilds/r1", 200, "{\"phase\":\"BROKEN_OFF\",\"problem\":\"live-is-behind\"}");

        assertThat(check("--service", "crm")).isFalse();
        assertThat(shown()).contains("broken off: live-is-behind");
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThatThrownBy(() -> Wish.read(List.of("--service", "stock"), "usage")).hasMessageContaining("stock");
        assertThatThrownBy(() -> Wish.read(List.of("now"), "usage")).hasMessage("usage");
    }

    private void parked(String keys) {
        answers.remove("GET /api/order/admin/parked");
        teach("GET /api/order/admin/parked", 200, "{\"items\":[" + keys + "]}");
    }

    private void teach(String request, int status, String body) {
        answers.computeIfAbsent(request, any -> new ArrayDeque<>()).add(new Answer(status, body));
    }

    private boolean replay(String... words) throws IOException, InterruptedException {
        return new ReplayCommand(desk(), out()).run(Wish.read(List.of(words), "usage"));
    }

    private boolean stock() throws IOException, InterruptedException {
        return new CheckStockCommand(desk(), out()).run();
    }

    private boolean check(String... words) throws IOException, InterruptedException {
        return new CheckRebuildCommand(desk(), out()).run(Wish.read(List.of(words), "usage"));
    }

    private AdminDesk desk() throws IOException, InterruptedException {
        var address = URI.create("http://localhost:" + gateway.getAddress().getPort());
        return AdminDesk.signIn(address, address);
    }

    private PrintStream out() {
        return new PrintStream(shown, true, StandardCharsets.UTF_8);
    }

    private String shown() {
        return shown.toString(StandardCharsets.UTF_8);
    }

    private void answer(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        var taught = answers.get(exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath());
        var answer = taught == null ? new Answer(404, "{}") : taught.size() > 1 ? taught.pop() : taught.element();
        var bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), bytes.length);
        try (var body = exchange.getResponseBody()) {
            body.write(bytes);
        }
    }
}
