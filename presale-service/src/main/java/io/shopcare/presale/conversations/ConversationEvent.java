package io.shopcare.presale.conversations;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.shopcare.platform.store.EventType;

/** What is told to other services: ids and codes, never what somebody said. */
sealed interface ConversationEvent {

    @EventType("conversation.opened.v1")
    record Opened(String shop, String conversationId, Buyer buyer, String language, BuyerKind buyerKind, Intent intent,
            @Nullable String orderId, @Nullable String sku) implements ConversationEvent {
        static Opened of(Conversation conversation) {
            var opening = conversation.opening();
            return new Opened(conversation.shop(), conversation.id(), conversation.buyer(), opening.language(),
                    opening.buyerKind(), opening.intent(), opening.orderId(), opening.sku());
        }
    }

    @EventType("conversation.assigned.v1")
    record Assigned(String shop, String conversationId, Buyer buyer, String agentId, AssignmentReason reason,
            long waitedSeconds, @Nullable String previousAgentId) implements ConversationEvent {}

    /** @param actor only where it is not who asked: the greeting comes with the buyer's own command */
    @EventType("message.posted.v1")
    record MessagePosted(String shop, String conversationId, Buyer buyer, String messageId, long messageSequence,
            MessageKind kind, boolean automatic, @Nullable String orderId, @Nullable String sku,
            @Nullable Spoke actor) implements ConversationEvent {
        static MessagePosted of(Conversation conversation, Message message) {
            return new MessagePosted(conversation.shop(), conversation.id(), conversation.buyer(),
                    message.messageId(), message.seq(), message.kind(), message.automatic(), message.orderId(),
                    message.sku(),
                    message.automatic() ? new Spoke(AuthorKind.SYSTEM, message.author().id()) : null);
        }
    }

    @EventType("promise.made.v1")
    record PromiseMade(String shop, String conversationId, Buyer buyer, Made promise,
            @Nullable String orderId) implements ConversationEvent {
        static PromiseMade of(Conversation conversation, Promise promise) {
            var made = new Made(promise.promiseId(), promise.kind(), promise.text(), promise.due(), promise.sku(),
                    promise.quantity(), conversation.id(), promise.messageSequence(),
                    new Spoke(AuthorKind.STAFF, promise.madeBy()));
            return new PromiseMade(conversation.shop(), conversation.id(), conversation.buyer(), made,
                    promise.orderId());
        }
    }

    @EventType("conversation.resolved.v1")
    record Resolved(String shop, String conversationId, Buyer buyer, String agentId, Summary wrapUp,
            List<String> orderIds) implements ConversationEvent {}

    @EventType("conversation.closed.v1")
    record Closed(String shop, String conversationId, Buyer buyer,
            ClosureReason reason) implements ConversationEvent {}

    /** @param kind side that spoke, as in the contract's actor */
    record Spoke(AuthorKind kind, String id) {}

    /** A promise as other services see it. */
    record Made(String promiseId, PromiseKind kind, String text, @Nullable Instant due, @Nullable String sku,
            @Nullable Integer quantity, String conversationId, long messageSequence, Spoke madeBy) {}

    /** The codes of a wrap-up. */
    record Summary(Intent need, WrapUpOutcome outcome, boolean solvedAtFirstContact) {}
}
