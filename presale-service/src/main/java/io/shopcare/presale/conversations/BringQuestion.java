package io.shopcare.presale.conversations;

import java.time.Clock;
import java.util.Optional;

import org.springframework.stereotype.Component;

import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.events.EventMeta;
import io.shopcare.platform.ids.Ids;
import io.shopcare.platform.store.Claims;
import io.shopcare.presale.orders.KnownOrder;
import io.shopcare.presale.orders.OrderQuestion;
import io.shopcare.presale.orders.OrderQuestions;

/**
 * Brings an auditor's question to whom it is for (O8). The buyer finds it in the conversation that the order came from,
 * or in the one that is open now, or in a new one: an order card with words, on which the buyer gives the address to
 * order-service; it never passes through here. The agent gets a notice, and answers in order-service.
 */
@Component
class BringQuestion implements OrderQuestions {
    private final Conversations conversations;
    private final NoticeHeldOrder held;
    private final Claims claims;
    private final ConversationSettings settings;
    private final Clock clock;

    BringQuestion(Conversations conversations, NoticeHeldOrder held, Claims claims, ConversationSettings settings,
            Clock clock) {
        this.conversations = conversations;
        this.held = held;
        this.claims = claims;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void asked(KnownOrder order, OrderQuestion question, EventMeta event) {
        if (question.to().equals("buyer"))
            askBuyer(order, question, event);
        else
            tellAgent(order, "order-question", question, event);
    }

    @Override
    public void answered(KnownOrder order, String questionId, String to, EventMeta event) {
        if (to.equals("buyer"))
            claims.holder(name(questionId))
                    .ifPresent(
                            id -> conversations.decide(id, of(event),
                                    conversation -> conversation.tell(ServiceTexts.aboutOrder("question.answered",
                                            conversation.opening().language(),
                                            order, questionId + "/answered"), null, clock.instant())));
    }

    private void askBuyer(KnownOrder order, OrderQuestion question, EventMeta event) {
        var buyer = new Buyer(order.shop(), order.channel(), order.buyerId());
        var draft = ServiceTexts.aboutOrder(question.about().equals("address") ? "question.address" : "question.other",
                Language.of(question.language()), order,
                question.questionId());
        var id = claims.claim(name(question.questionId()), conversationFor(order, buyer),
                first -> isOpenOrTold(first, draft));
        var until = clock.instant().plus(settings.reopeningWindow());
        var reopenUntil = question.answerBy().isAfter(until) ? question.answerBy() : until;
        conversations.decideOrCreate(id, of(event), () -> {
            var now = clock.instant();
            return Conversation.write(id, Opening.of(id, buyer, Language.of(question.language()), BuyerKind.RETURNING,
                    Intent.ORDER, now, null, order.orderId()), draft, reopenUntil);
        }, there -> there.tell(draft, reopenUntil, clock.instant()));
    }

    /** One that is open; else a new one, unless somebody opens one in the same moment. */
    private String conversationFor(KnownOrder order, Buyer buyer) {
        return held.target(order).orElseGet(() -> claims.claim(buyer.openConversation(), Ids.next(),
                id -> conversations.find(id).filter(Conversation::isClosed).isEmpty()));
    }

    /** Told again after a crash, the question stays where it was asked. */
    private boolean isOpenOrTold(String id, Draft draft) {
        var there = conversations.find(id);
        return there.isEmpty() || !there.get().isClosed() || there.get().talk().earlier(draft).isPresent();
    }

    private void tellAgent(KnownOrder order, String kind, OrderQuestion question, EventMeta event) {
        Optional<String> target = held.target(order);
        target.ifPresent(id -> conversations.decide(id, of(event), conversation -> conversation.notice(kind,
                order.orderId(), question.holds().stream().map(NoticeHeldOrder::reason).toList(), clock.instant())));
    }

    private static String name(String questionId) {
        return "question/" + questionId;
    }

    private static CommandContext of(EventMeta event) {
        return CommandContext.ofEvent("order-question", event.sourceKey(), event.sequence());
    }
}
