package io.shopcare.presale.conversations;

import java.util.List;

import io.shopcare.platform.store.Deadline;

/** The clocks of a conversation. They are answered through {@link Conversations}, so that routing and sockets hear. */
final class ConversationDeadlines {
    static final String WINDOW_OVER = "reopening-window";
    static final String IDLE_NOTICE = "idle-notice";
    static final String IDLE_CLOSE = "idle-close";

    private ConversationDeadlines() {}

    static List<Deadline<Conversation>> all(ConversationSettings settings) {
        return List.of(Deadline.handled(WINDOW_OVER, conversation -> conversation.standing().windowOverAt()),
                Deadline.handled(IDLE_NOTICE, conversation -> {
                    var idle = conversation.standing().idle();
                    return idle == null ? null : idle.tellAt(settings);
                }), Deadline.handled(IDLE_CLOSE, conversation -> {
                    var idle = conversation.standing().idle();
                    return idle == null ? null : idle.closeAt(settings);
                }));
    }
}
