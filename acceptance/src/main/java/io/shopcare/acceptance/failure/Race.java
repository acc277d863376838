package io.shopcare.acceptance.failure;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import io.shopcare.acceptance.failure.Accepted.Deed;
import io.shopcare.platform.testkit.services.Api.Response;

/**
 * Buyers who pay in the second in which their order closes unpaid: each order ends paid, or closed with all of its late money
 * booked, for finance to refund or revive (O5). Its shop closes unpaid orders so soon that many meet their deadline within one run.
 */
final class Race implements Crowd {
    /** Of the other shop than the errands', whose orders may stay unpaid for a day. */
    static final String SHOP = "harbor";
    static final Duration PAY_WITHIN = Duration.ofSeconds(20);
    private static final String SKU = "STRUCK-BOWL";
    private static final int AT_ONCE = 100;
    private static final int AROUND_MILLIS = 500;

    private final Shop shop;
    private final Findings findings;
    private final int buyers;
    private final AtomicInteger inTime = new AtomicInteger();
    private final AtomicInteger tooLate = new AtomicInteger();
    private final List<Future<?>> under = new ArrayList<>();
    private final ExecutorService people = Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory());

    Race(Shop shop, Findings findings, int buyers) {
        this.shop = shop;
        this.findings = findings;
        this.buyers = buyers;
    }

    @Override
    public void begin(long seed) {
        shop.client().put("ku", "/api/order/skus/" + SKU + "?shop=" + SHOP, Map.of("title", SKU, "category", "home",
                "price", Map.of("amount", "20.00", "currency", "USD"), "grams", 350, "onSale", true)).expect(200);
        shop.client().command("ku", "/api/order/skus/" + SKU + "/stock-movements?shop=" + SHOP, Map.of("warehouse",
                Shop.WAREHOUSE, "quantity", buyers, "reason", "received", "note", "race-" + seed)).expect(200);
        shop.accepted().note(new Deed.StockReceived("race-" + seed, buyers));
        var dice = new Random(seed);
        for (int buyer = 0; buyer < buyers; buyer++) {
            int apart = dice.nextInt(2 * AROUND_MILLIS) - AROUND_MILLIS;
            under.add(people.submit(() -> safely(apart)));
        }
    }

    /** All of them: nobody goes home before the race is run. */
    @Override
    public void end() {
        people.close();
    }

    @Override
    public String told() {
        return "%d payments at the deadline: %d orders paid, %d closed with their late money booked".formatted(
                under.size(),
                inTime.get(), tooLate.get());
    }

    private void safely(int apartMillis) {
        try {
            run(apartMillis);
        } catch (RuntimeException | AssertionError e) {
            findings.add("every errand comes to its end", "Race: " + e.getMessage());
        }
    }

    private void run(int apartMillis) {
        var placed = shop.client().command("tom", "/api/order/orders", Map.of("shop", SHOP, "lines", List.of(Map.of(
                "sku", SKU, "quantity", 1)), "address", Shop.address())).expect(201);
        var order = placed.at("/orderId");
        shop.accepted().note(new Deed.OrderPlaced(order, List.of(SKU + " x 1")));
        var payment = shop.client().command("tom", "/api/order/orders/" + order + "/payments", Map.of());
        if (payment.status() == 409)
            throw new AssertionError("order " + order + " was closed before its payment began");
        sleepUntil(Instant.parse(placed.at("/payBy")).plusMillis(apartMillis));
        shop.client().insist("the buyer pays", () -> shop.provider().post("/v1/payments/" + payment.expect(201)
                .at("/paymentNo") + "/pay", Map.of())).expect(200);
        var end = shop.client().until("the end of the race for " + order, () -> shop.client().get("tom",
                "/api/order/orders/" + order), Race::isOver);
        (isCancelled(end) ? tooLate : inTime).incrementAndGet();
    }

    private void sleepUntil(Instant moment) {
        Pause.of(Duration.between(shop.clock().instant(), moment));
    }

    private static boolean isOver(Response order) {
        return order.at("/paid/amount").equals(order.at("/total/amount"));
    }

    private static boolean isCancelled(Response order) {
        return order.at("/state/fulfilment").equals("cancelled");
    }
}
