package io.shopcare.presale.routing;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether an agent is there (P2). Only who is online gets conversations; who leaves keeps those they have. */
enum Presence {
    @JsonProperty("online")
    ONLINE,
    /** There, but takes no more. */
    @JsonProperty("busy")
    BUSY,
    /** Back soon. */
    @JsonProperty("away")
    AWAY, @JsonProperty("offline")
    OFFLINE;

    /** Who comes back from offline comes online first, so that nobody is busy before they are there. */
    private static final Map<Presence, Set<Presence>> TABLE = Map.of(
            ONLINE, EnumSet.of(BUSY, AWAY, OFFLINE),
            BUSY, EnumSet.of(ONLINE, AWAY, OFFLINE),
            AWAY, EnumSet.of(ONLINE, BUSY, OFFLINE),
            OFFLINE, EnumSet.of(ONLINE));

    Set<Presence> next() {
        return TABLE.getOrDefault(this, Set.of());
    }

    boolean takesConversations() {
        return this == ONLINE;
    }
}
