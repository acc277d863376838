package io.shopcare.presale.conversations;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.shopcare.platform.ids.Ids;
import io.shopcare.platform.store.Decision;
import io.shopcare.platform.store.Rejection;

/** Conversations in every state, and the people in them. */
final class Fixtures {
    static final Instant MORNING = Instant.parse("2026-11-10T01:20:00Z");
    static final Duration WINDOW = Duration.ofHours(24);
    static final Buyer LIN = new Buyer("nuanyang", "web", "lin");
    static final Participant THE_BUYER = new Participant.TheBuyer("lin");
    static final Participant MEI = new Participant.AnAgent("mei");
    static final Participant JUN = new Participant.AnAgent("jun");
    static final Participant ZHU = new Participant.ASupervisor("zhu");

    private Fixtures() {}

    static Draft question(String words) {
        return Draft.text(new Author(AuthorKind.BUYER, "lin", null), "c-" + Ids.next(), words);
    }

    static Draft answer(String words) {
        return Draft.text(new Author(AuthorKind.STAFF, "mei", "小美"), "c-" + Ids.next(), words);
    }

    static Draft draft(Participant who, String words) {
        return Draft.text(new Author(who.side(), who.id(), null), "c-" + Ids.next(), words);
    }

    static Decision<Conversation> opening() {
        var id = Ids.next();
        return Conversation.open(id, Opening.of(id, LIN, "zh-CN", BuyerKind.NEW, Intent.STOCK, MORNING, null, null),
                null, ServiceTexts.greeting("zh-CN"), question("灰色大衣有货吗?"));
    }

    static Conversation aQueuedConversation() {
        return accepted(opening());
    }

    static Assignment toMei(Conversation conversation) {
        return new Assignment("mei", "小美", conversation.standing().round(), MORNING.plusSeconds(2),
                AssignmentReason.LEAST_LOADED);
    }

    static Conversation anActiveConversation() {
        var queued = aQueuedConversation();
        return accepted(queued.assign(toMei(queued)));
    }

    static Conversation aWaitingConversation() {
        return accepted(anActiveConversation().post(answer("有货,今天发"), MEI, MORNING.plusSeconds(20)));
    }

    static WrapUp aWrapUp() {
        return new WrapUp(Intent.STOCK, "查了库存", "有货", null, true, WrapUpOutcome.ANSWERED);
    }

    static Conversation aResolvedConversation() {
        return accepted(aWaitingConversation().wrapUp(aWrapUp(), List.of(), MEI, MORNING.plus(WINDOW)));
    }

    static Conversation aClosedConversation() {
        return accepted(aResolvedConversation().close(MEI, null, MORNING.plusSeconds(60)));
    }

    static Conversation in(ConversationState state) {
        return switch (state) {
            case QUEUED -> aQueuedConversation();
            case ACTIVE -> anActiveConversation();
            case WAITING -> aWaitingConversation();
            case RESOLVED -> aResolvedConversation();
            case CLOSED -> aClosedConversation();
        };
    }

    static Promise aPromise(PromiseKind kind, Instant due) {
        return new Promise(Ids.next(), kind, "用礼盒包装", due, null, null, 3, null, "mei", MORNING.plusSeconds(30));
    }

    static Conversation accepted(Decision<Conversation> decision) {
        if (decision instanceof Decision.Accepted<Conversation> accepted)
            return accepted.aggregate();
        throw new AssertionError("refused: " + decision);
    }

    static List<Object> events(Decision<Conversation> decision) {
        return decision instanceof Decision.Accepted<Conversation> accepted ? accepted.events() : List.of();
    }

    static Optional<String> refusal(Decision<Conversation> decision) {
        return decision instanceof Decision.Rejected<Conversation>(Rejection why)
                ? Optional.of(why.code())
                : Optional.empty();
    }
}
