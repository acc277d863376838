package io.shopcare.presale.conversations;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How well a buyer is known when they open a conversation. */
public enum BuyerKind {
    /** Not yet known: an anonymous token. */
    @JsonProperty("visitor")
    VISITOR,
    /** Known, never here before. */
    @JsonProperty("new")
    NEW,
    /** Asked or ordered before. */
    @JsonProperty("returning")
    RETURNING
}
