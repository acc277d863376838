package io.shopcare.presale.routing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.shopcare.presale.conversations.AssignConversation;
import io.shopcare.presale.conversations.Conversation;
import io.shopcare.presale.conversations.WaitingLine;

/**
 * Gives those who wait to those who are free: first a place on the agent, then the conversation; who loses the second
 * gives the first back. Any number of routers may work on one shop: none gives a conversation twice or an agent too many.
 */
final class Router {
    private static final int AT_ONCE = 50;

    private final WaitingLine line;
    private final Roster roster;
    private final Agents agents;
    private final AssignConversation assign;

    Router(WaitingLine line, Roster roster, Agents agents, AssignConversation assign) {
        this.line = line;
        this.roster = roster;
        this.agents = agents;
        this.assign = assign;
    }

    /** Until nobody who waits can be given to anybody who is free. */
    void route(String shop) {
        boolean again = true;
        while (again) {
            var desk = new Desk(roster.online(shop));
            again = false;
            for (var conversation : longestWaiting(shop, desk))
                again |= give(conversation, desk);
        }
    }

    private List<Conversation> longestWaiting(String shop, Desk desk) {
        var all = new ArrayList<Conversation>();
        for (var language : desk.languages())
            all.addAll(line.longest(shop, language, AT_ONCE));
        all.sort(Comparator.comparing(Router::ticket));
        return all;
    }

    private static String ticket(Conversation conversation) {
        var queue = conversation.standing().queue();
        return queue == null ? "" : queue.ticket();
    }

    /** @return whether it was given to somebody just now */
    private boolean give(Conversation conversation, Desk desk) {
        int round = conversation.standing().round();
        while (true) {
            var choice = desk.choose(conversation);
            if (choice.isEmpty())
                return false;
            var agent = choice.get().agent();
            var reserved = agents.reserve(agent.id(), conversation.id(), round);
            if (reserved.isEmpty()) {
                desk.leaves(agent);
                continue;
            }
            boolean given = assign.handle(conversation.id(), round, agent.personId(), agent.displayName(),
                    choice.get().rule().reason());
            if (!given)
                agents.release(agent.id(), conversation.id(), round);
            desk.now(agents.find(agent.id()).orElse(reserved.get()));
            return given;
        }
    }

    private record Choice(Agent agent, RoutingRule rule) {}

    /** The agents as this router last saw them; the guarded write decides, this only keeps it from asking in vain. */
    private static final class Desk {
        private final List<Agent> online;

        Desk(List<Agent> online) {
            this.online = new ArrayList<>(online);
        }

        Set<String> languages() {
            var all = new HashSet<String>();
            online.stream().filter(Agent::hasRoom).forEach(agent -> all.addAll(agent.languages()));
            return all;
        }

        Optional<Choice> choose(Conversation conversation) {
            var free = online.stream().filter(agent -> agent.isFreeFor(conversation.opening().language())).toList();
            for (var rule : RoutingRule.ALL) {
                var chosen = rule.choose(conversation, free);
                if (chosen.isPresent())
                    return Optional.of(new Choice(chosen.get(), rule));
            }
            return Optional.empty();
        }

        void leaves(Agent agent) {
            online.removeIf(other -> other.id().equals(agent.id()));
        }

        void now(Agent agent) {
            leaves(agent);
            online.add(agent);
        }
    }
}
