package io.shopcare.aftersale.policies;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** The packs as they ship. */
public final class Packs {
    /** All of them. */
    public static final PolicyBook BOOK = new PolicyFiles().read();
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Instant PURCHASE = Instant.parse("2026-05-28T02:00:00Z");

    private Packs() {}

    static Policies inChina() {
        return BOOK.inForce(List.of("cn-consumer-law", "own-shop", "cross-border"), "CN", "web", PURCHASE, SHANGHAI);
    }

    static Policies abroad() {
        return BOOK.inForce(List.of("cn-consumer-law", "own-shop", "cross-border"), "GB", "ebay", PURCHASE, SHANGHAI);
    }
}
