package io.shopcare.presale.conversations;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Which rule chose the agent. */
public enum AssignmentReason {
    @JsonProperty("last-agent")
    LAST_AGENT, @JsonProperty("least-loaded")
    LEAST_LOADED
}
