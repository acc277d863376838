package io.shopcare.presale.routing;

import java.time.Clock;
import java.time.Duration;

import io.shopcare.presale.conversations.AssignConversation;
import io.shopcare.presale.conversations.AssignmentReason;
import io.shopcare.presale.conversations.Conversation;
import io.shopcare.presale.conversations.Conversations;

/**
 * Finds what a crash left: places whose conversation is gone, reservations whose router died, free agents beside a
 * queue. A place is only given back when nobody can use it any more; a reservation for a conversation that still waits
 * is carried out, or made void first.
 */
final class Sweep {
    private final Conversations conversations;
    private final Roster roster;
    private final Agents agents;
    private final AssignConversation assign;
    private final Router router;
    private final Duration grace;
    private final Clock clock;

    Sweep(Conversations conversations, Roster roster, Agents agents, AssignConversation assign, Router router,
            Duration grace, Clock clock) {
        this.conversations = conversations;
        this.roster = roster;
        this.agents = agents;
        this.assign = assign;
        this.router = router;
        this.grace = grace;
        this.clock = clock;
    }

    void run() {
        for (var agent : roster.loaded())
            for (var place : agent.places())
                settle(agent, place);
        roster.shopsOnline().forEach(router::route);
    }

    private void settle(Agent agent, Place place) {
        var found = conversations.find(place.conversation());
        if (found.isPresent() && found.get().standing().takesAPlaceOf(agent.personId(), place.round()))
            return;
        if (found.isPresent() && stillWaits(found.get(), place)) {
            if (place.since().plus(grace).isAfter(clock.instant()))
                return;
            if (carriedOut(agent, place))
                return;
            assign.renewRound(place.conversation(), place.round());
        }
        agents.release(agent.id(), place.conversation(), place.round());
    }

    private static boolean stillWaits(Conversation conversation, Place place) {
        return conversation.standing().queue() != null && conversation.standing().round() == place.round();
    }

    private boolean carriedOut(Agent agent, Place place) {
        return agent.presence().takesConversations() && assign.handle(place.conversation(), place.round(),
                agent.personId(), agent.displayName(), AssignmentReason.LEAST_LOADED);
    }
}
