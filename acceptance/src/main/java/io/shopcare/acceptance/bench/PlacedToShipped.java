package io.shopcare.acceptance.bench;

import java.util.List;
import java.util.Map;

/**
 * An order from its placing to {@code order.shipped.v1} on the topic: paid at the provider, audited by the rules, and
 * brought through every stage of the warehouse by the people whose work it is, each with their own token.
 */
final class PlacedToShipped implements Flow {
    static final List<String> TOPICS = List.of("shopcare.order.orders", "shopcare.order.parcels");

    private final Market market;
    private final Buying buying;
    private final Heard heard;

    PlacedToShipped(Market market, Heard heard) {
        this.market = market;
        this.buying = new Buying(market);
        this.heard = heard;
    }

    @Override
    public long run(long number, long due) throws InterruptedException {
        var placed = buying.place(number);
        var packable = heard.expect("parcel.created.v1", placed.order());
        var shipped = heard.expect("order.shipped.v1", placed.order());
        buying.pay(placed);
        var parcel = Heard.await(packable, "parcel.created").key();
        step("wei", parcel, "waybill", Map.of());
        step("pei", parcel, "picking", Map.of());
        step("jian", parcel, "inspection", Map.of("units", List.of(Map.of("sku", Market.sku(number), "quantity", 1)),
                "promisesKept", List.of()));
        int grams = step("bao", parcel, "packing", Map.of()).json().at("/expectedGrams").asInt();
        step("cheng", parcel, "weighing", Map.of("grams", grams));
        step("ku", parcel, "handover", Map.of());
        return Heard.await(shipped, "order.shipped").nanos() - due;
    }

    private Wire.Answer step(String person, String parcel, String step, Map<String, ?> body) {
        return market.person(person).post("/api/order/parcels/" + parcel + "/" + step, body).expect(200, step);
    }
}
