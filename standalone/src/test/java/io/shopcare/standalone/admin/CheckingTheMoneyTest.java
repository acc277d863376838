package io.shopcare.standalone.admin;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("./shopcare check money")
class CheckingTheMoneyTest {
    private HttpServer both;
    private final Map<String, String> theirs = new TreeMap<>();
    private final Map<String, String> ours = new TreeMap<>();
    private final List<String> wrongOrders = new ArrayList<>();
    private final AtomicInteger pages = new AtomicInteger();
    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    /** What happens when the provider is asked for one payment: time passes. */
    private Runnable meanwhile = () -> {};

    @BeforeEach
    void open() throws IOException {
        both = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        both.createContext("/", this::answer);
        both.start();
        for (int i = 0; i < 450; i++) {
            var number = "PAY%04d".formatted(i);
            theirs.put(number, taken(number, "10.00", "4.00"));
            ours.put(number, booked(number, "10.00", "10.00", "4.00"));
        }
    }

    @AfterEach
    void close() {
        both.stop(0);
    }

    @Test
    void saysThatAllAgreeAndReadsPageByPage() throws Exception {
        assertThat(check()).isTrue();
        assertThat(shown()).contains("450 payments, 0 differ; 0 orders do not add up");
        assertThat(pages.get()).as("three of each side").isEqualTo(6);
    }

    @Test
    void namesMoneyThatWeWereNotToldOf() throws Exception {
        theirs.put("PAY0203x", taken("PAY0203x", "7.00", "0.00"));
        ours.put("PAY0300", booked("PAY0300", "0.00", "0.00", "4.00"));

        assertThat(check()).isFalse();
        assertThat(shown()).contains("PAY0203x: the provider took 7.00, we were told of 0",
                "PAY0300: the provider took 10.00, we were told of 0.00", "451 payments, 2 differ");
    }

    @Test
    void namesMoneyThatNoOrderHas() throws Exception {
        ours.put("PAY0007", booked("PAY0007", "10.00", "9.99", "4.00"));
        assertThat(check()).isFalse();
        assertThat(shown()).contains("PAY0007: we were told of 10.00, the orders have 9.99");
    }

    @Test
    void namesRefundsThatDiffer() throws Exception {
        ours.put("PAY0008", booked("PAY0008", "10.00", "10.00", "0.00"));
        ours.put("PAYnobody", booked("PAYnobody", "3.00", "3.00", "0.00"));
        assertThat(check()).isFalse();
        assertThat(shown()).contains("PAY0008: the provider paid back 4.00, our refunds 0.00",
                "PAYnobody: the provider took 0, we were told of 3.00");
    }

    @Test
    void looksAgainAtMoneyThatIsOnItsWay() throws Exception {
        ours.put("PAY0009", booked("PAY0009", "0.00", "0.00", "4.00"));
        meanwhile = () -> ours.put("PAY0009", booked("PAY0009", "10.00", "10.00", "4.00"));
        assertThat(check()).isTrue();
    }

    @Test
    void namesOrdersThatDoNotAddUp() throws Exception {
        wrongOrders.add("{\"orderId\":\"order-7\",\"problem\":\"refunds-differ\"}");
        assertThat(check()).isFalse();
        assertThat(shown()).contains("order order-7: refunds-differ", "1 orders do not add up");
    }

    @Test
    void leavesAloneWhatWasNeverPaid() throws Exception {
        theirs.put("PAYold", taken("PAYold", "0.00", "0.00"));
        ours.put("PAYnew", booked("PAYnew", "0.00", "0.00", "0.00"));
        assertThat(check()).isTrue();
    }

    private boolean check() throws IOException, InterruptedException {
        var address = URI.create("http://localhost:" + both.getAddress().getPort());
        return new CheckMoneyCommand(AdminDesk.signIn(address, address), new ProviderLedger(address),
                new PrintStream(shown, true, StandardCharsets.UTF_8), 2).run();
    }

    private String shown() {
        return shown.toString(StandardCharsets.UTF_8);
    }

    private static String taken(String number, String amount, String refunded) {
        return "{\"paymentNo\":\"%s\",\"taken\":%s,\"refunds\":[{\"status\":\"succeeded\",\"amount\":%s},{\"status\":\"failed\",\"amount\":%s}]}"
                .formatted(number, cny(amount), cny(refunded), cny("99.00"));
    }

    private static String booked(String number, String told, String booked, String paidBack) {
        return "{\"paymentNo\":\"%s\",\"told\":%s,\"booked\":%s,\"paidBack\":%s}".formatted(number, cny(told),
                cny(booked), cny(paidBack));
    }

    private static String cny(String amount) {
        return "{\"amount\":\"" + amount + "\",\"currency\":\"CNY\"}";
    }

    private void answer(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        var path = exchange.getRequestURI().getPath();
        var body = switch (path) {
            case "/oauth2/token" -> "{\"access_token\":\"t\"}";
            case "/v1/ledger/payments" -> "[" + page(theirs, exchange) + "]";
            case "/api/order/admin/books/payments" -> "{\"items\":[" + page(ours, exchange) + "]}";
            case "/api/order/admin/books/orders" -> "{\"items\":[" + String.join(",", wrongOrders)
                    + "],\"seen\":1,\"last\":\"order-9\"}";
            default -> one(path);
        };
        var bytes = (body == null ? "{}" : body).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(body == null ? 404 : 200, bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    private String one(String path) {
        var number = path.substring(path.lastIndexOf('/') + 1);
        if (path.startsWith("/v1/")) {
            meanwhile.run();
            return theirs.get(number);
        }
        return ours.get(number);
    }

    private String page(Map<String, String> all, HttpExchange exchange) {
        pages.incrementAndGet();
        var query = URLDecoder.decode(exchange.getRequestURI().getQuery(), StandardCharsets.UTF_8);
        var after = query.substring(query.indexOf("after=") + 6);
        return String.join(",", ((TreeMap<String, String>) all).tailMap(after, false).values().stream().limit(200)
                .toList());
    }
}
