package io.shopcare.presale.conversations;

import java.time.Clock;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.store.Outcome;

/** Ends conversations: by their people, or by their clocks. The conversation decides, so that a clock fires once. */
@Component
class CloseConversation {
    private final Conversations conversations;
    private final ConversationSettings settings;
    private final Clock clock;

    CloseConversation(Conversations conversations, ConversationSettings settings, Clock clock) {
        this.conversations = conversations;
        this.settings = settings;
        this.clock = clock;
    }

    Outcome<Conversation> handle(String conversation, Participant who, @Nullable String words, CommandContext context) {
        return conversations.decide(conversation, context, there -> there.close(who, words, clock.instant()));
    }

    void whenTheWindowIsOver(String conversation, Instant now) {
        conversations.decide(conversation, CommandContext.bySystem(ConversationDeadlines.WINDOW_OVER),
                there -> there.closeWhenWindowIsOver(now));
    }

    void tellThatItIsIdle(String conversation, Instant now) {
        conversations.decide(conversation, CommandContext.bySystem(ConversationDeadlines.IDLE_NOTICE),
                there -> there.tellThatItIsIdle(settings, now));
    }

    void whenItIsIdle(String conversation, Instant now) {
        conversations.decide(conversation, CommandContext.bySystem(ConversationDeadlines.IDLE_CLOSE),
                there -> there.closeWhenIdle(settings, now));
    }
}
