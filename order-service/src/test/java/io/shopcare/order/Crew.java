package io.shopcare.order;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.shopcare.platform.signatures.SharedSecret;
import io.shopcare.platform.testkit.services.Api;
import io.shopcare.platform.testkit.services.TestPerson;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The people of the warehouse and the carrier, over HTTP. */
public final class Crew {
    public static final TestPerson WEI = TestPerson.staff("wei", "waybill-clerk", "nuanyang");
    public static final TestPerson PEI = TestPerson.staff("pei", "picker", "nuanyang");
    public static final TestPerson JIAN = TestPerson.staff("jian", "inspector", "nuanyang");
    public static final TestPerson BAO = TestPerson.staff("bao", "packer", "nuanyang");
    public static final TestPerson CHENG = TestPerson.staff("cheng", "weigher", "nuanyang");
    private static final SharedSecret CARRIER = new SharedSecret("carrier-secret", java.time.Duration.ofSeconds(300));

    private final Api api;

    public Crew(Api api) {
        this.api = api;
    }

    /** The parcel of an approved order, once it is there. */
    public String parcelOf(String orderId) {
        return Until.it(() -> api.as(WEI).get("/api/order/parcels?orderId=" + orderId).expect(200),
                answer -> answer.json().at("/items").size() == 1).at("/items/0/parcelId");
    }

    public Api.Response step(TestPerson person, String parcelId, String action, Object body) {
        return api.as(person).post("/api/order/parcels/" + parcelId + "/" + action, body);
    }

    /** All stages up to the weighing, and the handover. */
    public String ship(String parcelId, Map<String, Integer> units) {
        var waybill = step(WEI, parcelId, "waybill", null).expect(200).at("/waybill/number");
        step(PEI, parcelId, "picking", null).expect(200);
        step(JIAN, parcelId, "inspection", Map.of("units", scanned(units))).expect(200);
        int grams = step(BAO, parcelId, "packing", null).expect(200).json().at("/expectedGrams").asInt();
        step(CHENG, parcelId, "weighing", Map.of("grams", grams)).expect(200);
        step(People.KU, parcelId, "handover", null).expect(200);
        return waybill;
    }

    public static List<Map<String, Object>> scanned(Map<String, Integer> units) {
        return units.entrySet().stream()
                .map(unit -> Map.<String, Object>of("sku", unit.getKey(), "quantity", unit.getValue())).toList();
    }

    /** A scan as the carrier pushes it. */
    public Api.Response push(String waybill, String state, String subState, Instant time) {
        var body = """
                {"waybill":"%s","state":"%s","subState":"%s","time":"%s","place":"杭州","text":"快件","courier":"7"}"""
                .formatted(waybill, state, subState, time);
        return push("shunfeng", body, Clock.systemUTC().instant());
    }

    /** Anything, signed as the carrier does at that time. */
    public Api.Response push(String carrier, String body, Instant signedAt) {
        return api.with(SharedSecret.TIMESTAMP, Long.toString(signedAt.getEpochSecond()))
                .with(SharedSecret.SIGNATURE, CARRIER.sign(signedAt, body.getBytes(UTF_8)))
                .send("POST", "/api/order/carrier-callbacks/" + carrier, body);
    }
}
