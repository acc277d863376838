package io.shopcare.acceptance.failure;

import java.util.List;
import java.util.Map;

import io.shopcare.acceptance.failure.Accepted.Deed;
import io.shopcare.platform.testkit.services.Api.Response;

/** The parcel of one order, from the waybill to the buyer's hands. */
record Shipping(Shop shop, String order, String sku, int units) {

    void ship() {
        var parcel = shop.client().until("a parcel for " + order,
                () -> shop.client().get("wei", "/api/order/parcels?orderId=" + order),
                seen -> !seen.at("/items/0/parcelId").isEmpty()).at("/items/0/parcelId");
        var waybill = step("wei", parcel, "waybill", Map.of()).at("/waybill/number");
        step("pei", parcel, "picking", Map.of());
        step("jian", parcel, "inspection", Map.of("units", List.of(Map.of("sku", sku, "quantity", units)),
                "promisesKept", List.of()));
        step("bao", parcel, "packing", Map.of());
        int grams = shop.client().get("cheng", "/api/order/parcels/" + parcel).json().at("/expectedGrams").asInt();
        step("cheng", parcel, "weighing", Map.of("grams", grams));
        step("ku", parcel, "handover", Map.of());
        shop.accepted().note(new Deed.OrderShipped(order));
        delivered(waybill);
        shop.client().until("delivery of " + order, () -> shop.client().get("lin", "/api/order/orders/" + order),
                seen -> seen.http().body().contains("\"fulfilment\":\"delivered\""));
    }

    private Response step(String person, String parcel, String step, Map<String, ?> body) {
        return shop.client().command(person, "/api/order/parcels/" + parcel + "/" + step, body).expect(200);
    }

    /** The carrier's system insists too: what is not answered with 2xx is pushed again. */
    private void delivered(String waybill) {
        boolean heard = Pause.until(java.time.Duration.ofMinutes(3), () -> {
            try {
                return shop.carrier().delivered(waybill, shop.clock().instant()) / 100 == 2;
            } catch (IllegalStateException lost) {
                return false;
            }
        });
        if (!heard)
            throw new AssertionError("the carrier was never heard about " + waybill);
    }
}
