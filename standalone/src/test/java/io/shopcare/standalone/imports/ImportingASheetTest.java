package io.shopcare.standalone.imports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DisplayName("O1 import from the command line")
class ImportingASheetTest {
    @TempDir
    private Path folder;
    private HttpServer gateway;
    private final Deque<String> views = new ArrayDeque<>();
    private final List<String> keys = new CopyOnWriteArrayList<>();
    private volatile String form = "";
    private volatile int status = 202;
    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();

    @BeforeEach
    void open() throws IOException {
        gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gateway.createContext("/", this::answer);
        gateway.start();
    }

    @AfterEach
    void close() {
        gateway.stop(0);
    }

    @Test
    void followsAnImportToItsEndAndShowsTheBadRows() throws Exception {
        views.add(view("running", 0, 0, 0));
        views.add(view("running", 500, 490, 10));
        views.add(view("finished", 1000, 989, 11));

        assertThat(run(sheet())).isTrue();

        assertThat(shown()).containsSubsequence("0 rows read", "500 rows read", "490 orders placed", "1000 rows read",
                "11 rows could not be taken", "line 17", "T-1", "电话号码不对", "done");
        assertThat(form).contains("name=\"shop\"\r\n\r\nnuanyang").contains("name=\"platform\"\r\n\r\ntaobao").contains(
                "filename=\"orders.csv\"").contains("订单编号,金额");
    }

    @Test
    void sendsTheSameSheetUnderTheSameKey() throws Exception {
        views.add(view("finished", 1, 1, 0));
        run(sheet());
        run(sheet());
        run(new Sheet(sheet().file(), "harbor", "taobao"));

        assertThat(keys.get(0)).isEqualTo(keys.get(1)).isNotEqualTo(keys.get(2)).matches("[0-9a-f]{64}-nuanyang");
    }

    @Test
    void saysThatAnImportBrokeOff() throws Exception {
        views.add(view("failed", 5, 5, 0));

        assertThat(run(sheet())).isFalse();
        assertThat(shown()).contains("broken off: no-sheet");
    }

    @Test
    void tellsWhatTheDeskHasAgainstIt() {
        status = 403;
        views.add("{\"title\":\"Forbidden\",\"detail\":\"not your shop\"}");

        assertThatThrownBy(() -> run(sheet())).isInstanceOf(OrderDesk.RefusedException.class).hasMessage(
                "403 not your shop");
    }

    private boolean run(Sheet sheet) throws IOException, InterruptedException {
        URI address = URI.create("http://localhost:" + gateway.getAddress().getPort());
        return new ImportCommand(OrderDesk.signIn(address, address, "zhu"), new PrintStream(shown, true,
                StandardCharsets.UTF_8)).run(sheet);
    }

    private Sheet sheet() throws IOException {
        Path file = folder.resolve("orders.csv");
        Files.writeString(file, "订单编号,金额\nT-1,10.00\n");
        return new Sheet(file, "nuanyang", "taobao");
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String sent = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (path.equals("/oauth2/token")) {
            reply(exchange, 200, "{\"access_token\":\"t\"}");
        } else if (path.endsWith("/rows")) {
            reply(exchange, 200, "{\"items\":[{\"line\":17,\"orderNo\":\"T-1\",\"message\":\"电话号码不对\"}]}");
        } else {
            if (exchange.getRequestMethod().equals("POST")) {
                keys.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
                form = sent;
            }
            reply(exchange, status, views.size() > 1 ? views.pop() : views.element());
        }
    }

    private static void reply(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static String view(String stage, int rows, int placed, int bad) {
        return """
                {"importId":"i-1","state":{"stage":"%s"},"problem":"no-sheet",
                "progress":{"rows":%d,"placed":%d,"repeated":0,"bad":%d}}""".formatted(stage, rows, placed, bad);
    }

    private String shown() {
        return shown.toString(StandardCharsets.UTF_8);
    }
}
