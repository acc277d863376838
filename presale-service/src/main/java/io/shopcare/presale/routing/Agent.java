package io.shopcare.presale.routing;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.shopcare.platform.store.Decision;
import io.shopcare.platform.store.Rejection;

/**
 * A person who answers in one shop. No more conversations than the capacity: a place is reserved here, by a guarded
 * write, before a conversation is given.
 *
 * @param capacity       most conversations at a time; one that is lowered below the present number takes nothing away
 * @param load           number of places taken, for the sweep's index
 * @param lastAssignedAt breaks ties: who got nothing for longest is first
 */
record Agent(String shop, String personId, @Nullable String displayName, Presence presence, int capacity,
        Set<String> languages, List<Place> places, int load, @Nullable Instant lastAssignedAt) {

    static String idOf(String shop, String personId) {
        return shop + "/" + personId;
    }

    String id() {
        return idOf(shop, personId);
    }

    static Agent absent(String shop, String personId) {
        return new Agent(shop, personId, null, Presence.OFFLINE, 0, Set.of(), List.of(), 0, null);
    }

    /** Says whether they are there, for how many conversations, and in which languages. */
    Decision<Agent> present(Presence next, int most, Set<String> speaks, @Nullable String name) {
        if (next != presence && !presence.next().contains(next))
            return Decision.reject(Rejection.notNow("presence-not-from-here", Map.of("presence", wire(presence))));
        return Decision.accept(new Agent(shop, personId, name, next, most, speaks, places, load, lastAssignedAt));
    }

    /** Keeps a place for a conversation. Repeating it is harmless. */
    Decision<Agent> reserve(String conversation, int round, Instant now) {
        if (places.stream().anyMatch(place -> place.isOf(conversation, round)))
            return Decision.unchanged(this);
        if (!presence.takesConversations())
            return Decision.reject(Rejection.notNow("agent-not-online"));
        if (!hasRoom())
            return Decision.reject(Rejection.notNow("agent-at-capacity"));
        return Decision.accept(with(Stream.concat(places.stream(), Stream.of(new Place(conversation, round, now)))
                .toList(), now));
    }

    /** Gives a place back. Repeating it is harmless, and a place of a later round stays. */
    Decision<Agent> release(String conversation, int round) {
        var left = places.stream().filter(place -> !place.isOf(conversation, round)).toList();
        return left.size() == places.size() ? Decision.unchanged(this) : Decision.accept(with(left, lastAssignedAt));
    }

    boolean hasRoom() {
        return places.size() < capacity;
    }

    boolean isFreeFor(String language) {
        return presence.takesConversations() && hasRoom() && languages.contains(language);
    }

    private Agent with(List<Place> next, @Nullable Instant assignedAt) {
        return new Agent(shop, personId, displayName, presence, capacity, languages, next, next.size(), assignedAt);
    }

    private static String wire(Presence presence) {
        return presence.name().toLowerCase(Locale.ROOT);
    }
}
