package io.shopcare.presale.conversations;

import java.time.Clock;
import java.util.Optional;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.events.EventMeta;
import io.shopcare.platform.store.Claims;
import io.shopcare.presale.orders.KnownOrder;
import io.shopcare.presale.orders.OrderHeld;

/**
 * Tells the agent that an order of this buyer is held: in the conversation that it came from, or, when that is over, in
 * the one that the buyer has open now. Where there is none, the auditor's queue is enough.
 */
@Component
class NoticeHeldOrder implements OrderHeld {
    private final Conversations conversations;
    private final Claims claims;
    private final Clock clock;

    NoticeHeldOrder(Conversations conversations, Claims claims, Clock clock) {
        this.conversations = conversations;
        this.claims = claims;
        this.clock = clock;
    }

    @Override
    public void held(KnownOrder order, EventMeta event) {
        var reasons = order.holds().stream().map(NoticeHeldOrder::reason).toList();
        target(order).ifPresent(id -> conversations.decide(id,
                CommandContext.ofEvent("order-held", event.sourceKey(), event.sequence()),
                conversation -> conversation.notice("order-held", order.orderId(), reasons,
                        clock.instant())));
    }

    /** The conversation in which somebody can be told of this order. It may name any; only one of its own buyer counts. */
    Optional<String> target(KnownOrder order) {
        var buyer = new Buyer(order.shop(), order.channel(), order.buyerId());
        return Optional.ofNullable(order.conversationId()).filter(id -> isOpen(id, buyer))
                .or(() -> claims.holder(buyer.openConversation()).filter(id -> isOpen(id, buyer)));
    }

    static Notice.Reason reason(KnownOrder.Hold hold) {
        return new Notice.Reason(hold.code(), hold.figures().stream()
                .collect(Collectors.toMap(KnownOrder.Figure::name, KnownOrder.Figure::value, (first, _) -> first)));
    }

    private boolean isOpen(String id, Buyer buyer) {
        return conversations.find(id).filter(conversation -> !conversation.isClosed()
                && conversation.opening().buyer().equals(buyer)).isPresent();
    }
}
