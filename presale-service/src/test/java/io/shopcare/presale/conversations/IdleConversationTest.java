package io.shopcare.presale.conversations;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.deadlines.DeadlineHandler;
import io.shopcare.platform.store.Decision;
import io.shopcare.platform.testkit.store.InMemoryAggregateStore;
import io.shopcare.platform.testkit.time.MutableClock;

import static io.shopcare.presale.conversations.Fixtures.MEI;
import static io.shopcare.presale.conversations.Fixtures.MORNING;
import static io.shopcare.presale.conversations.Fixtures.THE_BUYER;
import static io.shopcare.presale.conversations.Fixtures.WINDOW;
import static io.shopcare.presale.conversations.Fixtures.aResolvedConversation;
import static io.shopcare.presale.conversations.Fixtures.aWaitingConversation;
import static io.shopcare.presale.conversations.Fixtures.accepted;
import static io.shopcare.presale.conversations.Fixtures.answer;
import static io.shopcare.presale.conversations.Fixtures.question;
import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("P4: a conversation whose buyer says nothing ends by itself, after a notice")
class IdleConversationTest {
    private static final ConversationSettings SETTINGS = new ConversationSettings(WINDOW, Duration.ofHours(72),
            Duration.ofMinutes(10), Duration.ofMinutes(20));

    private static final Instant ANSWERED = MORNING.plusSeconds(20);

    private final MutableClock clock = MutableClock.at(MORNING);
    private final ConversationConfiguration configuration = new ConversationConfiguration();
    private final InMemoryAggregateStore<Conversation> store = new InMemoryAggregateStore<>(
            configuration.conversationType(SETTINGS));
    private final CloseConversation closing = new CloseConversation(new Conversations(store, change -> {}), SETTINGS,
            clock);

    @Test
    void tellsAfterTenMinutesAndEndsAfterTwenty() {
        put(aWaitingConversation());
        long before = there().talk().lastSequence();

        at(ANSWERED.plus(Duration.ofMinutes(10)).minusMillis(1));
        assertThat(there().talk().lastSequence()).isEqualTo(before);
        at(ANSWERED.plus(Duration.ofMinutes(10)));
        at(ANSWERED.plus(Duration.ofMinutes(11)));
        assertThat(there().talk().lastSequence()).as("told once").isEqualTo(before + 1);
        assertThat(there().talk().lastWord()).isEqualTo(AuthorKind.STAFF);

        at(ANSWERED.plus(Duration.ofMinutes(20)).minusMillis(1));
        assertThat(there().isClosed()).isFalse();
        at(ANSWERED.plus(Duration.ofMinutes(20)));
        assertThat(there().standing().closure()).extracting(Closure::reason).isEqualTo(ClosureReason.IDLE);
        assertThat(store.published(ConversationEvent.Closed.class)).hasSize(1);
    }

    @Test
    void anAnswerOfTheBuyerStopsTheClockAndOursStartsItAnew() {
        put(aWaitingConversation());
        at(ANSWERED.plus(Duration.ofMinutes(10)));
        store.decide("c", CommandContext.bySystem("test"),
                conversation -> conversation.post(question("在的"), THE_BUYER, clock.instant()));
        at(ANSWERED.plus(Duration.ofHours(5)));
        assertThat(there().isClosed()).isFalse();

        store.decide("c", CommandContext.bySystem("test"),
                conversation -> conversation.post(answer("有货"), MEI, clock.instant()));
        at(ANSWERED.plus(Duration.ofHours(5)).plus(Duration.ofMinutes(9)));
        assertThat(there().standing().idle()).extracting(Idle::toldAt).isNull();
    }

    @Test
    void aNoticeThatComesLateGivesTheSameTime() {
        put(aWaitingConversation());
        var late = ANSWERED.plus(Duration.ofHours(3));

        at(late);
        assertThat(there().isClosed()).as("nothing ran for three hours; the notice comes first").isFalse();
        at(late.plus(Duration.ofMinutes(9)));
        assertThat(there().isClosed()).isFalse();
        at(late.plus(Duration.ofMinutes(10)));
        assertThat(there().isClosed()).isTrue();
    }

    @Test
    void aResolvedOneEndsWhenItsWindowIsOverAndIsNotIdleBefore() {
        put(aResolvedConversation());

        at(MORNING.plus(WINDOW));
        assertThat(there().isClosed()).isFalse();
        at(MORNING.plus(WINDOW).plusMillis(1));

        assertThat(there().standing().closure()).extracting(Closure::reason).isEqualTo(ClosureReason.RESOLVED);
    }

    @Test
    void nobodyIsSentAwayWhileWeOweTheAnswer() {
        put(accepted(aWaitingConversation().post(question("还有吗?"), THE_BUYER, MORNING)));

        at(ANSWERED.plus(Duration.ofDays(2)));

        assertThat(there().isClosed()).isFalse();
    }

    private void put(Conversation conversation) {
        store.create("c", CommandContext.bySystem("test"), () -> Decision.accept(conversation));
    }

    /** What the runner does at this moment. */
    private void at(Instant moment) {
        clock.moveTo(moment);
        var type = configuration.conversationType(SETTINGS);
        for (var due : store.due(moment))
            for (var handler : new DeadlineHandler[]{configuration.closesWhenTheWindowIsOver(type, closing),
                    configuration.tellsIdleBuyers(type, closing),
                    configuration.closesIdleConversations(type, closing)})
                if (handler.deadline().equals(due.name()))
                    handler.action().answer(due.id(), moment);
    }

    private Conversation there() {
        return store.find("c").orElseThrow().aggregate();
    }
}
