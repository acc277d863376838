package io.shopcare.acceptance.failure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.shopcare.acceptance.failure.Accepted.Deed;
import io.shopcare.platform.ids.Ids;

/** Several buyers want the last pieces of one article at once. */
final class Contesting implements Errand {
    private static final int PIECES = 2;
    private static final int BUYERS = 5;

    @Override
    public void run(Shop shop, Random dice) {
        var sku = "LAST-" + Ids.next().substring(24).toUpperCase(java.util.Locale.ROOT);
        shop.list(sku);
        shop.receive(sku, PIECES, "last-" + sku);
        int sold = 0;
        try (var buyers = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<Future<Boolean>>();
            for (int buyer = 0; buyer < BUYERS; buyer++) {
                var name = "contester-" + buyer;
                answers.add(buyers.submit(() -> buys(shop, sku, name)));
            }
            for (var answer : answers)
                sold += answer.get() ? 1 : 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (java.util.concurrent.ExecutionException e) {
            throw new AssertionError(String.valueOf(e.getCause()), e);
        }
        if (sold > PIECES)
            throw new AssertionError(sold + " orders for " + PIECES + " pieces of " + sku);
    }

    private static boolean buys(Shop shop, String sku, String buyer) {
        var answer = shop.client().command("mei", "/api/order/orders", Map.of("shop", Shop.NAME, "lines", List.of(
                Map.of("sku", sku, "quantity", 1)), "address", Shop.address(), "buyer",
                Map.of("channel", "web", "buyerId", buyer)));
        if (answer.status() == 409)
            return false; // stock-short, or lost to another
        shop.accepted().note(new Deed.OrderPlaced(answer.expect(201).at("/orderId"), List.of(sku + " x 1")));
        return true;
    }
}
