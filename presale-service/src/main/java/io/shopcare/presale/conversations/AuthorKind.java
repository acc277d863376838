package io.shopcare.presale.conversations;

import com.fasterxml.jackson.annotation.JsonProperty;

/** On which side of the conversation somebody speaks. */
public enum AuthorKind {
    @JsonProperty("buyer")
    BUYER, @JsonProperty("staff")
    STAFF, @JsonProperty("system")
    SYSTEM
}
