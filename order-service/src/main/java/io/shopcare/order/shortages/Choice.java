package io.shopcare.order.shortages;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What may be done about missing goods. */
public enum Choice {
    /** The order stays until they come in. */
    @JsonProperty("wait")
    WAIT,
    /** A line becomes another article, which is there. */
    @JsonProperty("swap")
    SWAP,
    /** What is there ships, the rest is paid back. */
    @JsonProperty("partial")
    PARTIAL,
    /** The order is cancelled and all of it paid back. */
    @JsonProperty("refund")
    REFUND;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
