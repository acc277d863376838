package io.shopcare.presale.conversations;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * The place of a waiting conversation.
 *
 * @param since     when it began to wait
 * @param ticket    sorts as the queue does: by time, then by conversation
 * @param lastAgent who served this buyer lately; null for nobody
 */
public record QueueEntry(Instant since, String ticket, @Nullable String lastAgent) {

    static QueueEntry of(String conversation, Instant since, @Nullable String lastAgent) {
        return new QueueEntry(since, SortKey.of(since, conversation), lastAgent);
    }
}
