package io.shopcare.acceptance.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.shopcare.acceptance.Surroundings;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The shop in which the benches take place: its articles with full shelves, its staff, and a crowd of buyers. */
final class Market {
    static final String SHOP = "nuanyang";
    private static final int ARTICLES = 100;
    private static final int PIECES = 1_000_000;
    private static final int BUYERS = 200;

    private final Surroundings at;
    private final Wire gateway;
    private final Map<String, Person> people = new ConcurrentHashMap<>();

    Market(Surroundings at) {
        this.at = at;
        this.gateway = new Wire(at.gateway());
    }

    Surroundings at() {
        return at;
    }

    Wire gateway() {
        return gateway;
    }

    /** A demo person, by the provider's own token. */
    Person person(String name) {
        return people.computeIfAbsent(name, _ -> Person.with(gateway, token(name)));
    }

    Person buyer(long number) {
        return person("buyer-" + (1 + number % BUYERS));
    }

    /** The crowd. */
    Stream<Person> buyers() {
        return IntStream.range(0, BUYERS).mapToObj(this::buyer);
    }

    private String token(String name) {
        var form = "grant_type=password&client_id=shopcare-cli&username=" + name + "&password=" + name;
        var answer = new Wire(at.issuer()).send(("POST /oauth2/token HTTP/1.1\r\nHost: localhost\r\n"
                + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + form.length() + "\r\n\r\n"
                + form).getBytes(UTF_8));
        if (answer.status() != 200 && name.startsWith("buyer-"))
            throw new IllegalStateException(
                    "the local provider knows no crowd of " + BUYERS + " buyers; start the stack so: "
                            + Bench.START);
        return answer.expect(200, "signing in").json().at("/access_token").asText();
    }

    /** Everybody signs in; articles are listed and lie on the shelf. */
    void open() {
        var keeper = person("ku");
        buyers().forEach(_ -> {});
        for (int article = 0; article < ARTICLES; article++) {
            var path = "/api/order/skus/" + sku(article);
            if (keeper.get(path + "?shop=" + SHOP).status() == 200)
                continue;
            keeper.put(path + "?shop=" + SHOP, Map.of("title", sku(article), "category", "home", "price", Map.of(
                    "amount", "49.00", "currency", "CNY"), "grams", 350, "onSale", true)).expect(200, "listing");
            keeper.post(path + "/stock-movements?shop=" + SHOP, Map.of("warehouse", "hangzhou-1", "quantity", PIECES,
                    "reason", "received")).expect(200, "filling the shelf");
        }
    }

    static String sku(long number) {
        return "BENCH-%03d".formatted(number % ARTICLES);
    }

    /** Everybody lives somewhere else, and has no two orders to one door: else each would look like a repeat. */
    static Map<String, Object> order(long number) {
        var address = new HashMap<>(Map.of("country", "CN", "divisionCode", "330106", "province", "浙江省", "city", "杭州市",
                "district", "西湖区", "detail", "文三路 %d 号".formatted(1 + number), "name", "林小雨", "phone",
                "13812345678"));
        return Map.of("shop", SHOP, "lines", List.of(Map.of("sku", sku(number), "quantity", 1)), "address", address);
    }
}
