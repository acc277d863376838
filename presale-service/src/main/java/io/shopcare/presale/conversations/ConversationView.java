package io.shopcare.presale.conversations;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.shopcare.presale.orders.KnownOrder;

/**
 * A conversation as one reader may know it.
 *
 * @param agent    who has it; buyers see no id
 * @param position place in the queue while it waits; not in lists
 * @param orders   that came out of it; not in lists
 * @param notices  for staff only
 * @param wrapUp   for staff only
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConversationView(@Schema(example = "01a1c30a-6200-72ec-83e4-7dcf05a139d8") String id,
        @Schema(example = "nuanyang") String shop, Buyer buyer, @Schema(example = "zh-CN") String language,
        BuyerKind buyerKind, Intent intent, ConversationState state,
        @Schema(description = "what the caller can do now", example = "[\"post-message\",\"close\"]") List<String> allowedActions,
        @Nullable AgentView agent, @Nullable Long position, @Nullable AuthorKind lastWord, long lastSequence,
        Instant openedAt, @Nullable Instant reopenUntil, List<PromiseView> promises, @Nullable List<OrderView> orders,
        @Nullable List<NoticeView> notices, @Nullable WrapUp wrapUp, @Nullable ClosureReason closedBecause) {

    /** The agent. */
    @Schema(name = "ConversationAgent")
    public record AgentView(@Nullable String id, @Nullable String displayName) {}

    /** A promise. */
    public record PromiseView(String promiseId, PromiseKind kind, String text, @Nullable Instant due,
            @Nullable String sku, @Nullable Integer quantity, long messageSequence, @Nullable String orderId,
            Instant madeAt) {
        static PromiseView of(Promise promise) {
            return new PromiseView(promise.promiseId(), promise.kind(), promise.text(), promise.due(), promise.sku(),
                    promise.quantity(), promise.messageSequence(), promise.orderId(), promise.madeAt());
        }
    }

    /** An order that came out of it, as its events tell; codes of open holds for staff only. */
    public record OrderView(String orderId, String orderNo, String phase, @Nullable List<String> openHolds,
            @Nullable Instant asOf) {
        static OrderView of(KnownOrder order, Participant reader) {
            return new OrderView(order.orderId(), order.orderNo(), order.phase(),
                    reader.isStaff() ? order.openHolds() : null, order.asOf());
        }
    }

    /** A notice to the agent, with its words. */
    public record NoticeView(long seq, String kind, @Nullable String orderId, List<String> codes, String text,
            Instant at) {}

    @Override
    public String toString() {
        return "ConversationView[" + id + " " + state + "]";
    }
}
