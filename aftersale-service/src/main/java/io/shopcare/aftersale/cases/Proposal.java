package io.shopcare.aftersale.cases;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.shopcare.aftersale.policies.Citation;
import io.shopcare.platform.commands.Actor;

/**
 * Remedies to choose from.
 *
 * @param fewer    why there are fewer than two; null when there are enough
 * @param beyond   why the agent went beyond the rules, for those who look at it later; null when nobody did
 * @param chooseBy until when the buyer may choose
 */
public record Proposal(List<Remedy> remedies, List<Citation> citations, @Nullable FewerReason fewer,
        @Nullable String beyond, Instant chooseBy, Actor by, Instant at) {
    public Proposal {
        remedies = List.copyOf(remedies);
        citations = List.copyOf(citations);
    }

    Optional<Remedy> remedy(String id) {
        return remedies.stream().filter(remedy -> remedy.remedyId().equals(id)).findFirst();
    }
}
