package io.shopcare.presale.conversations;

import java.time.Clock;
import java.util.function.Function;

import io.shopcare.platform.ids.Ids;
import io.shopcare.platform.store.Decision;

/** Changes that nobody is told of, as when the program dies right after the write. */
public final class LostHints {
    private LostHints() {}

    public static Function<Conversation, Decision<Conversation>> posting(String buyer, String words) {
        return there -> there.post(Draft.text(new Author(AuthorKind.BUYER, buyer, null), "c-" + Ids.next(), words),
                new Participant.TheBuyer(buyer), Clock.systemUTC().instant());
    }
}
