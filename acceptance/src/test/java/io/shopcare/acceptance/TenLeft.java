package io.shopcare.acceptance;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.shopcare.platform.ids.Ids;
import io.shopcare.platform.json.Json;
import io.shopcare.platform.testkit.services.Api;

import static io.shopcare.acceptance.Journal.check;
import static io.shopcare.acceptance.Journal.same;
import static io.shopcare.acceptance.Journal.until;
import static io.shopcare.acceptance.Told.told;
import static java.nio.charset.StandardCharsets.UTF_8;

/** S7: a hundred buyers want one of ten pieces in the same moment, at three instances of order-service. */
final class TenLeft {
    private static final String SHOP = "nuanyang";
    private static final int BUYERS = 100;
    private static final int PIECES = 10;
    private static final int INTERRUPTED = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final LocalStack stack;
    private final People people;
    private final Journal journal;
    private final String sku = "LAST-TEN-" + Ids.next().substring(24).toUpperCase(Locale.ROOT);

    TenLeft(LocalStack stack, People people, Journal journal) {
        this.stack = stack;
        this.people = people;
        this.journal = journal;
    }

    void play() {
        journal.chapter("S7 Ten left, a hundred buyers");
        journal.step("ku", "lists an article and puts ten pieces on the shelf", this::fillTheShelf);
        var answers = new ArrayList<Api.Response>();
        journal.step("100", "order one piece each, ten of them twice because their connection broke", () -> {
            answers.addAll(allAtOnce());
            return told(answers.size() + " answers");
        });
        var placed = answers.stream().filter(answer -> answer.status() == 201).map(answer -> answer.at("/orderId"))
                .collect(Collectors.toSet());
        journal.step("ten", "have it, each under an order of their own", () -> {
            same("orders placed", PIECES, placed.size());
            same("answers that say so", (long) PIECES,
                    answers.stream().filter(answer -> answer.status() == 201).count());
            return told("ten orders").hearing(Chapter.ORDERS, placed.iterator().next(), "order.placed.v1");
        });
        journal.step("90", "are told clearly: short, with the figures", () -> {
            var refused = answers.stream().filter(answer -> answer.status() != 201).toList();
            for (var answer : refused) {
                same("status", 409, answer.status());
                same("reason", "stock-short", answer.at("/reason"));
                same("figures", sku + " 1 0", answer.at("/facts/sku") + " " + answer.at("/facts/wanted") + " "
                        + answer.at("/facts/available"));
            }
            same("refused", BUYERS - PIECES, refused.size());
            return told(refused.getFirst().at("/detail"));
        });
        journal.step("ku", "finds nothing on the shelf, and a ledger that adds up", this::theLedgerAddsUp);
        journal.step("all", "instances had their share", this::allHadTheirShare);
    }

    private Told fillTheShelf() {
        var path = "/api/order/skus/" + sku;
        AtOnce.answered(() -> people.as("ku").put(path + "?shop=" + SHOP, Map.of("title", "最后十件", "category", "home",
                "price", Map.of("amount", "39.00", "currency", "CNY"), "grams", 350, "onSale", true))).expect(200);
        people.as("ku").post(path + "/stock-movements?shop=" + SHOP, Map.of("warehouse", "hangzhou-1", "quantity",
                PIECES, "reason", "received")).expect(200);
        return told(sku);
    }

    private List<Api.Response> allAtOnce() {
        return AtOnce.all(IntStream.rangeClosed(1, BUYERS).mapToObj(this::buyer).toList());
    }

    private Callable<Api.Response> buyer(int number) {
        var name = "buyer-" + number;
        var key = Ids.next();
        var caller = people.as(name).with("Idempotency-Key", key);
        return () -> {
            if (number <= INTERRUPTED)
                sendAndHangUp(name, key);
            return order(caller);
        };
    }

    private Api.Response order(Api caller) {
        return AtOnce.answered(() -> caller.post("/api/order/orders", wish()));
    }

    private Map<String, Object> wish() {
        return Map.of("shop", SHOP, "lines", List.of(Map.of("sku", sku, "quantity", 1)), "address", Map.of("country",
                "CN", "divisionCode", "330106", "province", "浙江省", "city", "杭州市", "district", "西湖区", "detail",
                "天目山路 12 号", "name", "李雷", "phone", "13900000001"));
    }

    /** The request is on its way, and nobody is there to hear the answer. */
    private void sendAndHangUp(String buyer, String key) throws IOException {
        var gateway = URI.create(stack.surroundings().gateway());
        var body = Json.WIRE.writeValueAsBytes(wish());
        try (var line = new Socket(gateway.getHost(), gateway.getPort())) {
            var out = line.getOutputStream();
            out.write(
                    ("POST /api/order/orders HTTP/1.1\r\nHost: " + gateway.getAuthority() + "\r\nAuthorization: Bearer "
                            + people.token(buyer) + "\r\nIdempotency-Key: " + key
                            + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length + "\r\n\r\n")
                            .getBytes(UTF_8));
            out.write(body);
            out.flush();
        }
    }

    private Told theLedgerAddsUp() {
        var figures = until("ten pieces are held", PATIENCE, () -> AtOnce.answered(() -> people.as("ku").get(
                "/api/order/skus/" + sku + "/stock?shop=" + SHOP)).expect(200).json(),
                found -> found.findValue("reserved") != null
                        && found.findValue("reserved").asInt() == PIECES);
        same("on hand", PIECES, figures.findValue("onHand").asInt());
        for (var after = ""; after != null;) {
            var check = people.as("ku").get("/api/order/stock-check?limit=200&shop=" + SHOP + after).expect(200);
            same("ledger and figures agree: " + check.http().body(), "true", check.at("/agrees"));
            after = check.at("/next").isEmpty() ? null : "&after=" + check.at("/next");
        }
        same("what a page shows", "0", people.as("lin").get("/api/order/skus/" + sku + "?shop=" + SHOP).expect(200)
                .at("/stock/available"));
        return told("10 on hand, 10 held, 0 left");
    }

    private Told allHadTheirShare() {
        var served = stack.portsOf("order", 3).stream().collect(Collectors.toMap(Function.identity(),
                TenLeft::ordersServedBy));
        check("each instance took orders: " + served, served.values().stream().allMatch(count -> count > 0));
        return told(served.values() + " requests");
    }

    private static long ordersServedBy(int port) {
        return new Api("http://localhost:" + port).get("/actuator/prometheus").expect(200).http().body().lines()
                .filter(line -> line.startsWith("http_server_requests_seconds_count") && line.contains(
                        "uri=\"/api/order/orders\"") && line.contains("method=\"POST\""))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1))).sum();
    }
}
