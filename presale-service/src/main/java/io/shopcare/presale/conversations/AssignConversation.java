package io.shopcare.presale.conversations;

import java.time.Clock;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.store.Outcome;

/** Gives a waiting conversation to an agent on whose document a place was reserved before. */
@Component
public class AssignConversation {
    private final Conversations conversations;
    private final Clock clock;

    public AssignConversation(Conversations conversations, Clock clock) {
        this.conversations = conversations;
        this.clock = clock;
    }

    /** @return false when somebody else has it, or it waits no more: the place must be given back */
    public boolean handle(String conversation, int round, String agentId, @Nullable String displayName,
            AssignmentReason reason) {
        var outcome = conversations.decide(conversation, CommandContext.bySystem("routing"), there -> there
                .assign(new Assignment(agentId, displayName, round, clock.instant(), reason)));
        return outcome instanceof Outcome.Accepted<Conversation>;
    }

    /** Makes every reservation for this round void, so that a late assignment can't use one. */
    public void renewRound(String conversation, int round) {
        conversations.decide(conversation, CommandContext.bySystem("routing"), there -> there.renewRound(round));
    }
}
