package io.shopcare.presale.conversations;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.shopcare.platform.store.Rejection;

/** Who may do what in a conversation: the buyer in their own, the agent who has it, and any supervisor. */
final class Rights {
    private Rights() {}

    /** Why this participant may not act here, if so. */
    static Optional<Rejection> refusal(Conversation conversation, Participant who) {
        boolean mine = switch (who) {
            case Participant.TheBuyer buyer -> buyer.id().equals(conversation.buyer().buyerId());
            case Participant.AnAgent agent -> agent.id().equals(conversation.standing().agentId());
            case Participant.ASupervisor _ -> true;
        };
        return mine ? Optional.empty() : Optional.of(Rejection.forbidden("not-your-conversation"));
    }

    /** What this participant can do now. */
    static List<String> actions(Conversation conversation, Participant who, Instant now) {
        var actions = new ArrayList<String>();
        if (refusal(conversation, who).isPresent() || conversation.isClosed())
            return actions;
        if (conversation.standing().wrote(who.side(), conversation.id(), now).isPresent())
            actions.add("post-message");
        if (who.isStaff() && conversation.standing().state().takesAPlace()) {
            actions.add("make-promise");
            actions.add("wrap-up");
        }
        actions.add("close");
        return actions;
    }
}
