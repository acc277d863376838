package io.shopcare.presale.conversations;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * What the conversation itself knows of its messages: their number, who spoke last, and which clients' messages came
 * lately, so that one that is sent again is known.
 *
 * @param lastWord whose the last message of a person is; greetings and notices do not count
 */
public record Talk(long lastSequence, @Nullable AuthorKind lastWord, List<Sent> recent) {
    static final int REMEMBERED = 64;
    static final Talk SILENCE = new Talk(0, null, List.of());

    record Sent(String sender, String clientMessageId, long seq) {}

    Talk after(Message message, String sender) {
        var word = message.automatic() ? lastWord : message.author().kind();
        var id = message.clientMessageId();
        if (id == null)
            return new Talk(message.seq(), word, recent);
        var kept = recent.subList(Math.max(0, recent.size() + 1 - REMEMBERED), recent.size());
        return new Talk(message.seq(), word,
                Stream.concat(kept.stream(), Stream.of(new Sent(sender, id, message.seq()))).toList());
    }

    /** Where this very draft was said before. */
    Optional<Long> earlier(Draft draft) {
        return recent.stream()
                .filter(sent -> sent.sender().equals(draft.sender()) && sent.clientMessageId().equals(
                        draft.clientMessageId()))
                .map(Sent::seq).findFirst();
    }

    /** Whether an older message of a client may have been forgotten. */
    boolean forgets() {
        return recent.size() >= REMEMBERED;
    }
}
