package io.shopcare.aftersale.cases;

import java.time.Instant;
import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.shopcare.aftersale.orders.Buyer;
import io.shopcare.aftersale.orders.OrderCopy;
import io.shopcare.aftersale.policies.FreightPayer;
import io.shopcare.aftersale.policies.Reason;
import io.shopcare.aftersale.policies.RemedyKind;
import io.shopcare.platform.commands.Actor;
import io.shopcare.platform.money.Money;

/**
 * A case as its readers see it.
 *
 * @param state          what the parties agreed on so far; phase and waitingFor follow from all facets
 * @param reason         the buyer's
 * @param verifiedReason what an agent found; null until then
 * @param rights         what the rules give for each line
 * @param desk           only for those who handle cases
 * @param allowedActions what this reader can do now; each is a sub-resource to post to
 */
public record CaseView(String id, String caseNo, String shop, String orderId, String orderNo, Buyer buyer,
        CaseKind kind, Origin origin, @Nullable String conversationId, CaseState state, Standing.Phase phase,
        Standing.WaitingFor waitingFor, Reason reason, @Nullable Reason verifiedReason, Instant openedAt,
        @Nullable Targets targets, OrderKnown order, List<Line> lines, List<RightView> rights,
        @Nullable Offers proposal, @Nullable Offer chosen, @Nullable GoodsReturn goodsReturn, Money refunded,
        List<Refund> refunds, @Nullable CaseOutcome outcome, List<Said> requests, @Nullable Desk desk,
        List<String> allowedActions) {

    /** How the order is known: asked of order-service, or heard from its events and to be confirmed. */
    public record OrderKnown(OrderCopy.Source source, Instant asOf) {}

    /** Custody and money go their own ways. */
    @Schema(name = "CaseLine")
    public record Line(String lineId, String sku, String title, int quantity, Custody custody, int arrived,
            List<CaseLine.GradedUnits> graded, LineMoney money, Money refunded) {}

    /** Remedies to choose from. */
    public record Offers(List<Offer> remedies, @Nullable FewerReason fewerReason, Instant chooseBy) {}

    /** A remedy with amount, steps and time. */
    public record Offer(String remedyId, RemedyKind kind, Money amount, Money freight, List<Remedy.Share> lines,
            @Nullable FreightPayer freightBy, List<Step> steps, int withinDays) {}

    /** A refund as far as it got. */
    public record Refund(String requestId, RefundState state, Money amount, Instant askedAt, @Nullable String refundId,
            @Nullable Failure failure, @Nullable Instant succeededAt) {}

    /** Why it failed. */
    public record Failure(String code, String text) {}

    /** A request; its words are seen by the buyer, and with phone numbers masked by those who handle the case. */
    public record Said(Actor.Kind by, Instant at, Reason reason, @Nullable String words) {}

    /**
     * For those who handle cases.
     *
     * @param beyond      why the agent went beyond the rules
     * @param differences between what was said and what arrived
     */
    public record Desk(@Nullable Approval approval, @Nullable String beyond, @Nullable Verification verification,
            List<Difference> differences) {}
}
