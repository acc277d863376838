package io.shopcare.presale.conversations;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a conversation is about. */
public enum Intent {
    @JsonProperty("product")
    PRODUCT, @JsonProperty("price")
    PRICE, @JsonProperty("stock")
    STOCK, @JsonProperty("order")
    ORDER, @JsonProperty("logistics")
    LOGISTICS, @JsonProperty("payment")
    PAYMENT, @JsonProperty("after-sale")
    AFTER_SALE, @JsonProperty("complaint")
    COMPLAINT, @JsonProperty("fraud")
    FRAUD, @JsonProperty("other")
    OTHER
}
