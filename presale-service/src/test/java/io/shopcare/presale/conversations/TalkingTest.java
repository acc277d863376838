package io.shopcare.presale.conversations;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.shopcare.platform.store.Decision;

import static io.shopcare.presale.conversations.Fixtures.JUN;
import static io.shopcare.presale.conversations.Fixtures.MEI;
import static io.shopcare.presale.conversations.Fixtures.MORNING;
import static io.shopcare.presale.conversations.Fixtures.THE_BUYER;
import static io.shopcare.presale.conversations.Fixtures.ZHU;
import static io.shopcare.presale.conversations.Fixtures.aClosedConversation;
import static io.shopcare.presale.conversations.Fixtures.aPromise;
import static io.shopcare.presale.conversations.Fixtures.aQueuedConversation;
import static io.shopcare.presale.conversations.Fixtures.aResolvedConversation;
import static io.shopcare.presale.conversations.Fixtures.aWaitingConversation;
import static io.shopcare.presale.conversations.Fixtures.aWrapUp;
import static io.shopcare.presale.conversations.Fixtures.accepted;
import static io.shopcare.presale.conversations.Fixtures.anActiveConversation;
import static io.shopcare.presale.conversations.Fixtures.answer;
import static io.shopcare.presale.conversations.Fixtures.draft;
import static io.shopcare.presale.conversations.Fixtures.events;
import static io.shopcare.presale.conversations.Fixtures.opening;
import static io.shopcare.presale.conversations.Fixtures.question;
import static io.shopcare.presale.conversations.Fixtures.refusal;
import static io.shopcare.presale.conversations.Fixtures.toMei;
import static org.assertj.core.api.Assertions.assertThat;

class TalkingTest {

    @Test
    @DisplayName("P1: greets in the buyer's language before the question")
    void greets() {
        var opened = (Decision.Accepted<Conversation>) opening();
        assertThat(opened.riders()).extracting(rider -> ((Message) rider.content()).text())
                .containsExactly(ServiceTexts.text("greeting", "zh-CN"), "灰色大衣有货吗?");
        assertThat(opened.events()).extracting(event -> event.getClass().getSimpleName()).containsExactly("Opened",
                "MessagePosted", "MessagePosted");
        assertThat(opened.aggregate().talk().lastWord()).isEqualTo(AuthorKind.BUYER);
    }

    @Test
    @DisplayName("P3: messages are numbered without gaps, and a re-sent one appears once")
    void numbersMessages() {
        var talk = anActiveConversation();
        var draft = question("多少钱?");
        var once = accepted(talk.post(draft, THE_BUYER, MORNING));
        var twice = (Decision.Accepted<Conversation>) once.post(draft, THE_BUYER, MORNING.plusSeconds(5));
        assertThat(once.talk().lastSequence()).isEqualTo(3);
        assertThat(twice.aggregate()).isEqualTo(once);
        assertThat(twice.riders()).isEmpty();
        assertThat(twice.answers()).containsEntry("seq", 3L);
    }

    @Test
    void twoClientsMayChooseTheSameId() {
        var talk = accepted(anActiveConversation().post(
                Draft.text(new Author(AuthorKind.BUYER, "lin", null), "c-same-id", "您好"), THE_BUYER, MORNING));
        var answered = accepted(talk.post(
                Draft.text(new Author(AuthorKind.STAFF, "mei", null), "c-same-id", "在的"), MEI, MORNING));
        assertThat(answered.talk().lastSequence()).isEqualTo(4);
    }

    @Test
    @DisplayName("P3: events tell that something was said, never what")
    void keepsWordsOutOfEvents() {
        var told = events(anActiveConversation().post(question("我的地址是文三路 90 号"), THE_BUYER, MORNING)).toString();
        assertThat(told).contains("messageSequence=3").doesNotContain("文三路");
        assertThat(question("我的地址是文三路 90 号").toString()).doesNotContain("文三路");
    }

    @Test
    @DisplayName("P4: whose turn it is: an answer waits for the buyer, a question for the agent")
    void turns() {
        assertThat(aWaitingConversation().standing().state()).isEqualTo(ConversationState.WAITING);
        assertThat(accepted(aWaitingConversation().post(question("好的,还有蓝色吗?"), THE_BUYER, MORNING)).standing()
                .state()).isEqualTo(ConversationState.ACTIVE);
    }

    @Test
    void refusesEmptyWordsAndCardsOfNothing() {
        assertThat(refusal(anActiveConversation().post(question(" "), THE_BUYER, MORNING))).contains("message-empty");
        var card = new Draft(new Author(AuthorKind.STAFF, "mei", null), MessageKind.PRODUCT_CARD, "", "c-00000001",
                null, null);
        assertThat(refusal(anActiveConversation().post(card, MEI, MORNING))).contains("card-without-subject");
        var video = new Draft(card.author(), MessageKind.VIDEO, "", "c-00000002", null, null);
        assertThat(refusal(anActiveConversation().post(video, MEI, MORNING))).contains("kind-not-taken");
    }

    @Test
    void onlyItsAgentOrASupervisorAnswers() {
        assertThat(refusal(anActiveConversation().post(draft(JUN, "您好"), JUN, MORNING)))
                .contains("not-your-conversation");
        assertThat(refusal(anActiveConversation().post(draft(ZHU, "您好"), ZHU, MORNING))).isEmpty();
        assertThat(refusal(aQueuedConversation().post(answer("您好"), MEI, MORNING))).contains("not-your-conversation");
    }

    @Test
    @DisplayName("P4: a message within the window reopens it, into the queue, for the agent who had it")
    void reopens() {
        var again = accepted(aResolvedConversation().post(question("再问一下"), THE_BUYER, MORNING.plusSeconds(3600)));
        assertThat(again.standing().state()).isEqualTo(ConversationState.QUEUED);
        assertThat(again.standing().round()).isEqualTo(2);
        assertThat(again.standing().queue()).extracting(QueueEntry::lastAgent).isEqualTo("mei");
        assertThat(again.standing().reopenUntil()).isNull();
    }

    @Test
    void doesNotReopenAfterTheWindow() {
        var late = MORNING.plus(Fixtures.WINDOW).plus(Duration.ofMillis(1));
        assertThat(refusal(aResolvedConversation().post(question("再问一下"), THE_BUYER, late)))
                .contains("conversation-resolved");
        assertThat(accepted(aResolvedConversation().closeWhenWindowIsOver(late)).isClosed()).isTrue();
        assertThat(aResolvedConversation().closeWhenWindowIsOver(MORNING)).isInstanceOf(Decision.Accepted.class);
        assertThat(accepted(aResolvedConversation().closeWhenWindowIsOver(MORNING)).isClosed()).isFalse();
    }

    @Test
    @DisplayName("P4: the last word is ours")
    void doesNotCloseAnUnansweredQuestion() {
        assertThat(refusal(anActiveConversation().close(MEI, null, MORNING))).contains("last-word-is-the-buyers");
        assertThat(refusal(anActiveConversation().close(MEI, "买家只是道谢", MORNING))).isEmpty();
        assertThat(refusal(aWaitingConversation().close(MEI, null, MORNING))).isEmpty();
        assertThat(refusal(anActiveConversation().close(THE_BUYER, null, MORNING))).isEmpty();
    }

    @Test
    void saysWhyItWasClosed() {
        assertThat(events(aWaitingConversation().close(MEI, null, MORNING)).toString()).contains("reason=AGENT");
        assertThat(events(aResolvedConversation().close(MEI, null, MORNING)).toString()).contains("reason=RESOLVED");
        assertThat(events(aWaitingConversation().close(THE_BUYER, null, MORNING)).toString())
                .contains("reason=BUYER_LEFT");
    }

    @Test
    void closingAgainDoesNothing() {
        assertThat(events(aClosedConversation().close(ZHU, null, MORNING))).isEmpty();
    }

    @Test
    @DisplayName("P2: a conversation is given once, and only for the round for which a place was kept")
    void isGivenOnce() {
        var queued = aQueuedConversation();
        var given = accepted(queued.assign(toMei(queued)));
        assertThat(refusal(given.assign(new Assignment("jun", null, 1, MORNING, AssignmentReason.LEAST_LOADED))))
                .contains("already-assigned");
        assertThat(events(given.assign(toMei(queued)))).isEmpty();
        var renewed = accepted(queued.renewRound(1));
        assertThat(refusal(renewed.assign(toMei(queued)))).contains("already-assigned");
    }

    @Test
    @DisplayName("P9: a promise names the message of ours that proves it")
    void provesPromises() {
        var talk = aWaitingConversation();
        var promise = aPromise(PromiseKind.PACKAGING, null);
        assertThat(refusal(talk.promise(promise, Optional.of(AuthorKind.BUYER), MEI)))
                .contains("promise-not-proven");
        assertThat(refusal(talk.promise(promise, Optional.empty(), MEI))).contains("promise-not-proven");
        var made = accepted(talk.promise(promise, Optional.of(AuthorKind.STAFF), MEI));
        assertThat(made.promises()).containsExactly(promise);
    }

    @Test
    void aPromiseOfATimeNeedsOneInTheFuture() {
        var staff = Optional.of(AuthorKind.STAFF);
        assertThat(refusal(aWaitingConversation().promise(aPromise(PromiseKind.SHIP_BY, null), staff, MEI)))
                .contains("promise-needs-due");
        assertThat(refusal(aWaitingConversation().promise(aPromise(PromiseKind.SHIP_BY, MORNING), staff, MEI)))
                .contains("promise-due-passed");
        assertThat(refusal(aQueuedConversation().promise(aPromise(PromiseKind.GIFT, null), staff, ZHU)))
                .contains("conversation-queued");
    }

    @Test
    void promisesArePublishedWithoutPersonalData() {
        var promise = new Promise("p", PromiseKind.OTHER, "到货打 13812345678 或 lin@example.com", null, null, null, 3,
                null,
                "mei", MORNING);
        assertThat(promise.text()).isEqualTo("到货打 138****5678 或 l***@example.com");
    }

    @Test
    @DisplayName("P15: the wrap-up publishes codes and keeps the words")
    void wrapsUp() {
        var told = events(aWaitingConversation().wrapUp(aWrapUp(), List.of("o-1"), MEI, MORNING)).toString();
        assertThat(told).contains("ANSWERED", "o-1").doesNotContain("查了库存");
        assertThat(refusal(aResolvedConversation().wrapUp(
                new WrapUp(Intent.PRICE, "a", "b", null, false, WrapUpOutcome.OTHER), List.of(), MEI, MORNING)))
                .contains("conversation-resolved");
    }

    @Test
    void tellsWhatIsAllowed() {
        assertThat(anActiveConversation().allowedActions(MEI, MORNING)).containsExactly("post-message",
                "make-promise", "wrap-up", "close");
        assertThat(anActiveConversation().allowedActions(JUN, MORNING)).isEmpty();
        assertThat(anActiveConversation().allowedActions(THE_BUYER, MORNING)).containsExactly("post-message", "close");
        assertThat(aClosedConversation().allowedActions(ZHU, MORNING)).isEmpty();
    }

    @Test
    void noticesAreTheAgentsAndNumberedApart() {
        var noticed = accepted(anActiveConversation().notice("order-held", "o-1", List.of(), MORNING));
        assertThat(noticed.lastNotice()).isEqualTo(1);
        assertThat(noticed.talk().lastSequence()).isEqualTo(2);
    }
}
