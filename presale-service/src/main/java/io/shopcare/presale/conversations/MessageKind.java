package io.shopcare.presale.conversations;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What is sent in a message. */
public enum MessageKind {
    @JsonProperty("text")
    TEXT, @JsonProperty("image")
    IMAGE, @JsonProperty("video")
    VIDEO, @JsonProperty("file")
    FILE, @JsonProperty("product-card")
    PRODUCT_CARD, @JsonProperty("order-card")
    ORDER_CARD, @JsonProperty("quote-card")
    QUOTE_CARD, @JsonProperty("system")
    SYSTEM
}
