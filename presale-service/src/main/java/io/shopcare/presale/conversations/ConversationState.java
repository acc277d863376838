package io.shopcare.presale.conversations;

import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a conversation stands (P4). The table says what leads from where to where; what is not in it is refused. */
public enum ConversationState {
    /** Waits for an agent. */
    @JsonProperty("queued")
    QUEUED,
    /** An agent has it, and it is the agent's turn. */
    @JsonProperty("active")
    ACTIVE,
    /** An agent has it, and it is the buyer's turn. */
    @JsonProperty("waiting")
    WAITING,
    /** Wrapped up; reopens if the buyer writes within the window. */
    @JsonProperty("resolved")
    RESOLVED,
    /** Over for good; a later question opens another. */
    @JsonProperty("closed")
    CLOSED;

    /** What moves a conversation. */
    enum Cause {
        ASSIGN, BUYER_WRITES, STAFF_WRITES, WRAP_UP, CLOSE
    }

    private static final Map<ConversationState, Map<Cause, ConversationState>> TABLE = Map.of(
            QUEUED, Map.of(Cause.ASSIGN, ACTIVE, Cause.BUYER_WRITES, QUEUED, Cause.CLOSE, CLOSED),
            ACTIVE, Map.of(Cause.BUYER_WRITES, ACTIVE, Cause.STAFF_WRITES, WAITING, Cause.WRAP_UP, RESOLVED,
                    Cause.CLOSE, CLOSED),
            WAITING, Map.of(Cause.BUYER_WRITES, ACTIVE, Cause.STAFF_WRITES, WAITING, Cause.WRAP_UP, RESOLVED,
                    Cause.CLOSE, CLOSED),
            RESOLVED, Map.of(Cause.BUYER_WRITES, QUEUED, Cause.STAFF_WRITES, RESOLVED, Cause.CLOSE, CLOSED),
            CLOSED, Map.of());

    /** Where a cause leads from here; empty when it is not for this state. */
    Optional<ConversationState> after(Cause cause) {
        return Optional.ofNullable(TABLE.getOrDefault(this, Map.of()).get(cause));
    }

    /** Whether it takes one of its agent's places. */
    public boolean takesAPlace() {
        return this == ACTIVE || this == WAITING;
    }
}
