package io.shopcare.presale.conversations;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a conversation came to its end. */
public enum ClosureReason {
    @JsonProperty("resolved")
    RESOLVED, @JsonProperty("buyer-left")
    BUYER_LEFT, @JsonProperty("agent")
    AGENT, @JsonProperty("idle")
    IDLE
}
