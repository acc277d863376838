package io.shopcare.presale.conversations;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a conversation ended for the buyer. */
public enum WrapUpOutcome {
    @JsonProperty("answered")
    ANSWERED, @JsonProperty("ordered")
    ORDERED, @JsonProperty("not-interested")
    NOT_INTERESTED, @JsonProperty("handed-over")
    HANDED_OVER, @JsonProperty("no-answer")
    NO_ANSWER, @JsonProperty("other")
    OTHER
}
