package io.shopcare.presale.conversations;

import java.util.ArrayList;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.testkit.time.MutableClock;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("P2: everybody who waits is told of another place, and nobody of words that move no place")
class TheLineMovesTest {
    private final MutableClock clock = MutableClock.at("2026-11-10T01:20:00Z");
    private final ArrayList<ConversationChanged> heard = new ArrayList<>();
    private final ConversationsInMemory conversations = new ConversationsInMemory(clock, heard::add);

    @Test
    void whenSomebodyComesAndWhenSomebodyGoes() {
        var first = conversations.queued("lin", "zh-CN", null);
        assertThat(heard.getLast().lineMoved()).isTrue();

        conversations.close(first);
        assertThat(heard.getLast().lineMoved()).isTrue();
    }

    @Test
    void notForWordsOfSomebodyWhoWaits() {
        var id = conversations.queued("lin", "zh-CN", null);
        heard.clear();

        conversations.conversations().decide(id, CommandContext.bySystem("test"), there -> there.post(
                Draft.text(new Author(AuthorKind.BUYER, "lin", null), "c-still-there", "在吗?"),
                new Participant.TheBuyer("lin"), clock.instant())).orThrow();

        assertThat(heard).singleElement().satisfies(change -> {
            assertThat(change.conversation().standing().queue()).isNotNull();
            assertThat(change.lineMoved()).isFalse();
        });
    }
}
