package io.shopcare.presale.conversations;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * The buyer has had our answer and says nothing (P4).
 *
 * @param since  our last words
 * @param toldAt when the buyer was told that the conversation will end; null before
 */
public record Idle(Instant since, @Nullable Instant toldAt) {

    Idle told(Instant at) {
        return new Idle(since, at);
    }

    @Nullable
    Instant tellAt(ConversationSettings settings) {
        return toldAt == null ? since.plus(settings.idleNotice()) : null;
    }

    /** Nobody is sent away without having had the whole time between notice and end, late as the notice may be. */
    @Nullable
    Instant closeAt(ConversationSettings settings) {
        if (toldAt == null)
            return null;
        var planned = since.plus(settings.idleClose());
        var fair = toldAt.plus(Duration.between(since.plus(settings.idleNotice()), planned));
        return fair.isAfter(planned) ? fair : planned;
    }
}
