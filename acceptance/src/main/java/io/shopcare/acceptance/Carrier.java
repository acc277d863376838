package io.shopcare.acceptance;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;

import io.shopcare.platform.json.Json;
import io.shopcare.platform.signatures.SharedSecret;
import io.shopcare.platform.testkit.services.Api;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The carrier's system, which pushes scans signed with the secret that it shares with the shop. */
public final class Carrier {
    private static final String LOCAL_SECRET = "carrier-secret";

    private final Api gateway;
    private final String name;
    private final Clock clock;
    private final SharedSecret secret = new SharedSecret(
            System.getenv().getOrDefault("SHOPCARE_DEMO_CARRIER_SECRET", LOCAL_SECRET), Duration.ofMinutes(5));

    public Carrier(Api gateway, String name, Clock clock) {
        this.gateway = gateway;
        this.name = name;
        this.clock = clock;
    }

    /** Pushes a scan; states are those of rules.md, "Logistics". */
    int push(String waybill, String state, Instant at, String place, String text) {
        return push(waybill, Map.of("waybill", waybill, "state", state, "time", at.toString(), "place", place, "text",
                text), secret);
    }

    /** Pushes the parcel's delivery into its receiver's own hands. */
    public int delivered(String waybill, Instant at) {
        return push(waybill, Map.of("waybill", waybill, "state", "3", "subState", "301", "time", at.toString(),
                "place", "杭州", "text", "已签收"), secret);
    }

    /** What somebody who does not know the secret is answered. */
    int forged(String waybill, Instant at) {
        return push(waybill, Map.of("waybill", waybill, "state", "3", "time", at.toString(), "place", "", "text", ""),
                new SharedSecret("guessed", Duration.ofMinutes(5)));
    }

    private int push(String waybill, Map<String, String> scan, SharedSecret signer) {
        try {
            var body = Json.WIRE.writeValueAsString(scan);
            var now = clock.instant();
            return gateway.with(SharedSecret.TIMESTAMP, Long.toString(now.getEpochSecond()))
                    .with(SharedSecret.SIGNATURE, signer.sign(now, body.getBytes(UTF_8)))
                    .post("/api/order/carrier-callbacks/" + name, body).status();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(waybill, e);
        }
    }
}
