package io.shopcare.presale.conversations;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a promise is about. */
public enum PromiseKind {
    @JsonProperty("gift")
    GIFT, @JsonProperty("colour")
    COLOUR, @JsonProperty("ship-by")
    SHIP_BY, @JsonProperty("arrives-by")
    ARRIVES_BY, @JsonProperty("packaging")
    PACKAGING, @JsonProperty("price")
    PRICE, @JsonProperty("other")
    OTHER;

    /** Whether it is kept or broken by a moment. */
    boolean needsDue() {
        return this == SHIP_BY || this == ARRIVES_BY;
    }
}
