package io.shopcare.presale.conversations;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * The agent who has a conversation, or had it last.
 *
 * @param displayName as the buyer may know them; null where they gave none
 * @param round       which time in the queue it ended; a place reserved for an earlier round counts no more
 */
public record Assignment(String agentId, @Nullable String displayName, int round, Instant at,
        AssignmentReason reason) {}
