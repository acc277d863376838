package io.shopcare.presale.conversations;

import java.time.Clock;

import org.springframework.stereotype.Component;

import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.store.Decision;
import io.shopcare.platform.store.Outcome;

/** Says something in a conversation, once, however often a client sends it. */
@Component
public class PostMessage {
    private final Conversations conversations;
    private final Messages messages;
    private final Clock clock;

    PostMessage(Conversations conversations, Messages messages, Clock clock) {
        this.conversations = conversations;
        this.messages = messages;
        this.clock = clock;
    }

    /** Where it was said, and whether that was before. */
    public record Posted(String conversation, long seq, boolean again) {}

    /** @throws io.shopcare.platform.store.RejectedException when it can't be said */
    public Posted handle(String conversation, Draft draft, Participant who, CommandContext context) {
        var accepted = outcome(conversation, draft, who, context).orThrow();
        long seq = ((Number) accepted.answers().getOrDefault(Conversation.ANSWER_SEQUENCE, 0L)).longValue();
        boolean again = accepted.repeated() || accepted.answers().containsKey(Conversation.ANSWER_AGAIN);
        return new Posted(conversation, seq, again);
    }

    /** The message as everybody reads it. */
    public Message read(Posted posted) {
        return messages.one(posted.conversation(), posted.seq()).orElseThrow();
    }

    Outcome<Conversation> outcome(String conversation, Draft draft, Participant who, CommandContext context) {
        return conversations.decide(conversation, context, there -> ask(there, draft, who));
    }

    /** The conversation knows the clients' latest messages; for older ones the messages themselves are asked. */
    Decision<Conversation> ask(Conversation conversation, Draft draft, Participant who) {
        if (conversation.talk().forgets()) {
            var earlier = messages.sent(conversation.id(), draft);
            if (earlier.isPresent())
                return conversation.alreadySaid(earlier.get());
        }
        return conversation.post(draft, who, clock.instant());
    }
}
