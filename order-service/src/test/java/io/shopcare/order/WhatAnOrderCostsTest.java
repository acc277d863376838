package io.shopcare.order;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import com.mongodb.client.MongoDatabase;
import org.bson.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.shopcare.platform.testkit.services.Api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What an order costs the database from its placing to its shipping, in commands of this service: by its requests, by what
 * its events bring about, and by their publishing. The table is in the test's output.
 */
@OrderServiceTest
class WhatAnOrderCostsTest {
    private static final List<String> OUTBOXES = List.of("orders", "parcels", "stocks", "reservations", "payments");

    @Autowired
    private Api api;
    @Autowired
    private FakeProvider provider;
    @Autowired
    private MongoDatabase database;

    @Test
    @DisplayName("from the placing to the shipping an order costs this service no more than 185 commands")
    void costsSoMuch() {
        var shop = new ShopFront(api, "nuanyang");
        var crew = new Crew(api);
        var sku = shop.onTheShelf("coat", "899.00", 20);
        ship(shop, crew, sku, new TreeMap<>()); // the first one makes and finds what others find there
        var table = new TreeMap<String, List<DatabaseCalls.Call>>();
        ship(shop, crew, sku, table);

        print(table);
        assertThat(table.values().stream().mapToInt(List::size).sum()).isLessThanOrEqualTo(185);
    }

    private void ship(ShopFront shop, Crew crew, String sku, Map<String, List<DatabaseCalls.Call>> table) {
        var order = new String[1];
        count(table, "1 place", () -> order[0] = shop.order(People.LIN, sku, 1).expect(201).at("/orderId"));
        count(table, "2 pay", () -> {
            var payment = api.as(People.LIN).post("/api/order/orders/" + order[0] + "/payments", "{}").expect(201);
            provider.tell(api, "payment.succeeded", "n-" + order[0], payment.at("/paymentNo"), "899.00", "CNY")
                    .expect(204);
        });
        var parcel = crew.parcelOf(order[0]);
        count(table, "3 print", () -> crew.step(Crew.WEI, parcel, "waybill", null).expect(200));
        count(table, "4 pick", () -> crew.step(Crew.PEI, parcel, "picking", null).expect(200));
        count(table, "5 inspect", () -> crew.step(Crew.JIAN, parcel, "inspection",
                Map.of("units", Crew.scanned(Map.of(sku, 1)))).expect(200));
        var grams = new int[1];
        count(table, "6 pack", () -> grams[0] = crew.step(Crew.BAO, parcel, "packing", null).expect(200).json()
                .at("/expectedGrams").asInt());
        count(table, "7 weigh",
                () -> crew.step(Crew.CHENG, parcel, "weighing", Map.of("grams", grams[0])).expect(200));
        count(table, "8 hand over", () -> crew.step(People.KU, parcel, "handover", null).expect(200));
    }

    private void count(Map<String, List<DatabaseCalls.Call>> table, String step, Runnable action) {
        rest();
        table.put(step, DatabaseCalls.ofAll(() -> {
            action.run();
            rest();
        }));
    }

    /** Nothing waits to be published, and nobody has asked anything for a moment. */
    private void rest() {
        await().during(Duration.ofMillis(400)).atMost(Duration.ofSeconds(20)).until(() -> DatabaseCalls.aside(
                () -> OUTBOXES.stream().allMatch(name -> database.getCollection(name)
                        .find(new Document("outbox.since", new Document("$exists", true))).first() == null)));
    }

    private static void print(Map<String, List<DatabaseCalls.Call>> table) {
        var lines = new StringBuilder();
        table.forEach((step, calls) -> {
            lines.append("%n%-12s %d commands%n".formatted(step, calls.size()));
            calls.stream().collect(Collectors.groupingBy(DatabaseCalls.Call::by, TreeMap::new,
                    Collectors.groupingBy(DatabaseCalls.Call::command, TreeMap::new, Collectors.counting())))
                    .forEach((by, commands) -> lines.append("    %-28s %3d  %s%n".formatted(by,
                            commands.values().stream().mapToLong(Long::longValue).sum(), commands)));
        });
        System.out.println(lines);
    }
}
