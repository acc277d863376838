package io.shopcare.acceptance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

import static io.shopcare.acceptance.Journal.check;
import static io.shopcare.acceptance.Journal.same;
import static io.shopcare.acceptance.Journal.until;
import static io.shopcare.acceptance.Told.told;

/** The parcel goes through its stages, each with its role, and is delivered. */
final class Fulfilling extends Chapter {

    private final Carrier carrier;

    Fulfilling(Sale sale) {
        super(sale);
        this.carrier = new Carrier(people.nobody(), "shunfeng", clock);
    }

    @Override
    void play() {
        journal.chapter("The parcel, stage by stage and role by role");
        journal.step("wei", "prints the waybill", () -> {
            sale.parcel = until("a parcel for the order",
                    () -> people.as("wei").get("/api/order/parcels?orderId=" + sale.order)
                            .expect(200).at("/items/0/parcelId"),
                    id -> !id.isEmpty());
            people.as("pei").post(parcelPath("waybill"), null).expect(403);
            people.as("pei").post(parcelPath("picking"), null).expect(409);
            sale.waybill = people.as("wei").post(parcelPath("waybill"), null).expect(200).at("/waybill/number");
            return told(sale.waybill + "; pei may not print, and may not pick before").hearing(PARCELS, sale.parcel,
                    "parcel.created.v1", "waybill.printed.v1");
        });
        journal.step("pei", "picks", () -> {
            people.as("pei").post(parcelPath("picking"), null).expect(200);
            return told("picked").hearing(PARCELS, sale.parcel, "parcel.picked.v1");
        });
        journal.step("jian", "scans a wrong unit: the parcel stops; then every unit, and ticks the promises",
                this::inspect);
        journal.step("bao", "packs", () -> {
            people.as("bao").post(parcelPath("packing"), null).expect(200);
            return told("packed").hearing(PARCELS, sale.parcel, "parcel.packed.v1");
        });
        journal.step("cheng", "weighs", () -> {
            int expected = people.as("cheng").get("/api/order/parcels/" + sale.parcel).expect(200).json()
                    .at("/expectedGrams").asInt();
            people.as("cheng").post(parcelPath("weighing"), Map.of("grams", expected + 12)).expect(200);
            return told(expected + 12 + " g, " + expected + " g expected").hearing(PARCELS, sale.parcel,
                    "parcel.weighed.v1");
        });
        journal.step("ku", "hands it to the carrier", () -> {
            people.as("ku").post(parcelPath("handover"), null).expect(200);
            return told("shipped").hearing(PARCELS, sale.parcel, "parcel.shipped.v1").hearing(ORDERS, sale.order,
                    "order.shipped.v1");
        });
        journal.step("顺丰", "pushes scans late, twice and out of order, and a forged one", () -> {
            var now = clock.instant();
            check("a forged scan is refused", carrier.forged(sale.waybill, now) == 401);
            var pushes = new ArrayList<Integer>();
            pushes.add(carrier.push(sale.waybill, "0", now.minusSeconds(20), "杭州转运中心", "到达"));
            pushes.add(carrier.push(sale.waybill, "1", now.minusSeconds(60), "杭州", "已揽收"));
            pushes.add(carrier.delivered(sale.waybill, now));
            pushes.add(carrier.delivered(sale.waybill, now));
            check("every true scan is taken: " + pushes, pushes.stream().allMatch(status -> status / 100 == 2));
            return told("delivered").hearing(PARCELS, sale.parcel, "tracking.updated.v1", "parcel.delivered.v1")
                    .hearing(ORDERS, sale.order, "order.delivered.v1");
        });
        journal.step("lin", "confirms that it is there", () -> {
            people.as("lin").post("/api/order/orders/" + sale.order + "/receipt", null).expect(200);
            return told("received").hearing(ORDERS, sale.order, "order.received.v1", "order.completed.v1");
        });
        journal.step("mei", "sums up and closes the conversation", () -> {
            var path = "/api/presale/conversations/" + sale.conversation;
            people.as("mei").post(path + "/wrap-up", Map.of("need", "stock", "process", "确认库存,推荐围巾", "solution",
                    "买家已下单", "feedback", "满意", "solved", true)).expect(200);
            people.as("mei").post(path + "/closure", Map.of("reason", "买家已收货")).expect(200);
            return told("closed").hearing(CONVERSATIONS, sale.conversation, "conversation.resolved.v1",
                    "conversation.closed.v1");
        });
    }

    private Told inspect() {
        var promises = StreamSupport.stream(people.as("jian").get("/api/order/orders/" + sale.order).expect(200).json()
                .at("/promises").spliterator(), false).map(promise -> promise.at("/promise/promiseId").asText())
                .toList();
        same("promises on the order", 2, promises.size());
        var wrong = people.as("jian").post(parcelPath("inspection"), Map.of("units",
                List.of(Map.of("sku", COAT, "quantity", 2)), "promisesKept", promises)).expect(200);
        check("the parcel stays: " + wrong.at("/state/stage"), !wrong.at("/state/stage").equals("inspected"));
        people.as("jian").post(parcelPath("inspection"), Map.of("units", List.of(Map.of("sku", COAT, "quantity", 1),
                Map.of("sku", SCARF, "quantity", 1)), "promisesKept", promises)).expect(200);
        return told("stopped once, then right").hearing(PARCELS, sale.parcel, "parcel.inspected.v1");
    }

    private String parcelPath(String stage) {
        return "/api/order/parcels/" + sale.parcel + "/" + stage;
    }
}
