package io.shopcare.presale.conversations;

import java.time.Clock;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.store.Outcome;

/** Ends conversations: by their people, or by the clock when the reopening window is over. */
@Component
class CloseConversation {
    private static final Logger log = LoggerFactory.getLogger(CloseConversation.class);
    private static final int AT_ONCE = 200;

    private final Conversations conversations;
    private final ConversationList list;
    private final Clock clock;

    CloseConversation(Conversations conversations, ConversationList list, Clock clock) {
        this.conversations = conversations;
        this.list = list;
        this.clock = clock;
    }

    Outcome<Conversation> handle(String conversation, Participant who, @Nullable String words, CommandContext context) {
        return conversations.decide(conversation, context, there -> there.close(who, words, clock.instant()));
    }

    /** Any instance may do it, several at once do no harm: the conversation decides. */
    @Scheduled(fixedDelayString = "${shopcare.presale.conversations.close-every:30s}")
    void closeThoseWhoseWindowIsOver() {
        for (var id : list.windowOver(clock.instant(), AT_ONCE))
            try {
                conversations.decide(id, CommandContext.bySystem("reopening-window"),
                        conversation -> conversation.closeWhenWindowIsOver(clock.instant()));
            } catch (RuntimeException e) {
                log.warn("conversation {} is left to the next round: {}", id, e.toString());
            }
    }
}
