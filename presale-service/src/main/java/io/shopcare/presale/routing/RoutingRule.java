package io.shopcare.presale.routing;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import io.shopcare.presale.conversations.AssignmentReason;
import io.shopcare.presale.conversations.Conversation;

/** Chooses one of the agents who are free and speak the language, or leaves it to the next rule. */
sealed interface RoutingRule {
    /** The rules in their order. */
    List<RoutingRule> ALL = List.of(new LastAgentFirst(), new LeastLoaded());

    Optional<Agent> choose(Conversation conversation, List<Agent> free);

    AssignmentReason reason();

    /** A returning buyer goes to the agent who knows them. */
    record LastAgentFirst() implements RoutingRule {
        @Override
        public Optional<Agent> choose(Conversation conversation, List<Agent> free) {
            var queue = conversation.standing().queue();
            return free.stream().filter(agent -> queue != null && agent.personId().equals(queue.lastAgent()))
                    .findFirst();
        }

        @Override
        public AssignmentReason reason() {
            return AssignmentReason.LAST_AGENT;
        }
    }

    /** Whose share of places taken is smallest; among equals who got nothing for longest. */
    record LeastLoaded() implements RoutingRule {
        private static final Comparator<Agent> LEAST = Comparator
                .<Agent>comparingDouble(agent -> (double) agent.places().size() / agent.capacity())
                .thenComparing(Agent::lastAssignedAt, Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(Agent::personId);

        @Override
        public Optional<Agent> choose(Conversation conversation, List<Agent> free) {
            return free.stream().min(LEAST);
        }

        @Override
        public AssignmentReason reason() {
            return AssignmentReason.LEAST_LOADED;
        }
    }
}
