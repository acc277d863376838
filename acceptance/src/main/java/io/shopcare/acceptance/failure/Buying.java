package io.shopcare.acceptance.failure;

import java.util.List;
import java.util.Map;
import java.util.Random;

import io.shopcare.acceptance.failure.Accepted.Deed;

/** An order is placed and paid; then the dice say whether it is cancelled, refunded, shipped, or returned. */
final class Buying implements Errand {
    @Override
    public void run(Shop shop, Random dice) {
        int units = 1 + dice.nextInt(2);
        var sku = Shop.anySku(dice);
        int fate = dice.nextInt(10);
        var order = place(shop, sku, units);
        if (fate == 0) {
            cancel(shop, order);
            return;
        }
        pay(shop, order, Shop.price(units));
        shop.client().until("approval of " + order, () -> shop.client().get("lin", "/api/order/orders/" + order),
                seen -> seen.http().body().contains("\"audit\":\"approved\""));
        if (fate == 1)
            return;
        if (fate <= 4) {
            new Refunding(shop, order, Shop.price(units), units).beforeShipping();
            return;
        }
        new Shipping(shop, order, sku, units).ship();
        shop.client().command("lin", "/api/order/orders/" + order + "/receipt", Map.of()).expect(200);
        if (fate >= 8)
            new Refunding(shop, order, Shop.price(units), units).afterReturn();
    }

    private static String place(Shop shop, String sku, int units) {
        var placed = shop.client().command("lin", "/api/order/orders", Map.of("shop", Shop.NAME, "lines",
                List.of(Map.of("sku", sku, "quantity", units)), "address", Shop.address(), "invoice",
                Map.of("kind", "personal", "title", Shop.TITLE))).expect(201);
        var order = placed.at("/orderId");
        shop.accepted().note(new Deed.OrderPlaced(order, List.of(sku + " x " + units)));
        return order;
    }

    private static void cancel(Shop shop, String order) {
        shop.client().command("lin", "/api/order/orders/" + order + "/cancellation", Map.of("reason",
                "buyer-request")).expect(200);
        shop.accepted().note(new Deed.OrderCancelled(order));
    }

    private static void pay(Shop shop, String order, long minor) {
        var payment = shop.client().command("lin", "/api/order/orders/" + order + "/payments", Map.of()).expect(201)
                .at("/paymentNo");
        shop.client().insist("the buyer pays", () -> shop.provider().post("/v1/payments/" + payment + "/pay",
                Map.of())).expect(200);
        shop.accepted().note(new Deed.OrderPaid(order, payment, minor));
    }
}
