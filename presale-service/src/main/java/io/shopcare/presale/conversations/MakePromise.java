package io.shopcare.presale.conversations;

import java.time.Clock;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.store.Decision;
import io.shopcare.platform.store.Outcome;
import io.shopcare.platform.store.Rejection;
import io.shopcare.presale.orders.KnownOrders;

/** Records what an agent promised, with the message that proves it. */
@Component
class MakePromise {
    private final Conversations conversations;
    private final Messages messages;
    private final KnownOrders orders;
    private final Clock clock;

    MakePromise(Conversations conversations, Messages messages, KnownOrders orders, Clock clock) {
        this.conversations = conversations;
        this.messages = messages;
        this.orders = orders;
        this.clock = clock;
    }

    record Command(String conversation, PromiseKind kind, String text, @Nullable Instant due, @Nullable String sku,
            @Nullable Integer quantity, long messageSequence, @Nullable String orderId, Participant who) {}

    Outcome<Conversation> handle(Command command, CommandContext context) {
        var proof = messages.one(command.conversation(), command.messageSequence())
                .map(message -> message.author().kind());
        var promise = new Promise(context.newId(), command.kind(), command.text(), command.due(), command.sku(),
                command.quantity(), command.messageSequence(), command.orderId(), command.who().id(), clock.instant());
        return conversations.decide(command.conversation(), context, conversation -> isOfThisBuyer(command.orderId(),
                conversation)
                        ? conversation.promise(promise, proof, command.who())
                        : Decision.reject(Rejection.rule("order-not-of-this-buyer")));
    }

    private boolean isOfThisBuyer(@Nullable String orderId, Conversation conversation) {
        var buyer = conversation.buyer();
        return orderId == null || orders.of(buyer.shop(), buyer.channel(), buyer.buyerId()).stream()
                .anyMatch(order -> order.orderId().equals(orderId));
    }
}
