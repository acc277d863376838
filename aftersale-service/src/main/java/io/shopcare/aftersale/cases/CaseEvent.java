package io.shopcare.aftersale.cases;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.shopcare.aftersale.orders.Buyer;
import io.shopcare.aftersale.orders.OrderCopy;
import io.shopcare.aftersale.policies.Citation;
import io.shopcare.aftersale.policies.FreightPayer;
import io.shopcare.aftersale.policies.Reason;
import io.shopcare.aftersale.policies.RemedyKind;
import io.shopcare.platform.commands.Actor;
import io.shopcare.platform.money.Money;
import io.shopcare.platform.store.EventType;

/** What happens to a case, as published on {@code shopcare.aftersale.cases}. No words of the buyer. */
public sealed interface CaseEvent {

    @EventType("case.opened.v1")
    record Opened(String shop, String caseId, Buyer buyer, String orderId, String caseNo, CaseKind kind, Reason reason,
            List<LineQuantity> lines, Origin origin, OrderCopy.Source orderSnapshot, @Nullable String conversationId,
            @Nullable Instant firstAnswerBy, @Nullable Instant resolveBy) implements CaseEvent {}

    @EventType("case.verified.v1")
    record Verified(String shop, String caseId, Buyer buyer, String orderId, Reason reason, Reason verifiedReason,
            List<Right> rights, List<Citation> citations) implements CaseEvent {}

    /** What the rules give for one line. */
    record Right(String lineId, boolean eligible, @Nullable Instant until, FreightPayer freightBy) {}

    @EventType("remedies.proposed.v1")
    record RemediesProposed(String shop, String caseId, Buyer buyer, String orderId, List<Offer> remedies,
            List<Citation> citations, @Nullable FewerReason fewerReason, Instant chooseBy) implements CaseEvent {}

    /** A remedy as the contract writes it. */
    record Offer(String remedyId, RemedyKind kind, List<LineQuantity> lines, Money amount, boolean sendsGoodsBack,
            @Nullable FreightPayer freightBy) {
        static Offer of(Remedy remedy) {
            return new Offer(remedy.remedyId(), remedy.kind(),
                    remedy.lines().stream().map(Remedy.Share::units).toList(),
                    remedy.amount(), remedy.kind().sendsGoodsBack(), remedy.freightBy());
        }
    }

    @EventType("remedies.refused.v1")
    record RemediesRefused(String shop, String caseId, Buyer buyer, String orderId, List<String> remedyIds)
            implements
                CaseEvent {}

    @EventType("remedy.chosen.v1")
    record RemedyChosen(String shop, String caseId, Buyer buyer, String orderId, Offer remedy) implements CaseEvent {}

    @EventType("return.authorised.v1")
    record ReturnAuthorised(String shop, String caseId, Buyer buyer, String orderId, Actor actor, String remedyId,
            List<LineQuantity> lines, String warehouse, Instant sendBackBy, FreightPayer freightBy,
            List<Citation> citations) implements CaseEvent {}

    @EventType("goods.sent-back.v1")
    record GoodsSentBack(String shop, String caseId, Buyer buyer, String orderId, List<LineQuantity> lines,
            Waybill waybill) implements CaseEvent {}

    @EventType("goods.received.v1")
    record GoodsReceived(String shop, String caseId, Buyer buyer, String orderId, List<LineQuantity> lines,
            String warehouse, Instant receivedAt, @Nullable Waybill waybill) implements CaseEvent {}

    @EventType("goods.graded.v1")
    record GoodsGraded(String shop, String caseId, Buyer buyer, String orderId, String warehouse, List<Result> grades)
            implements
                CaseEvent {}

    /** Units of one line with one result. */
    record Result(String lineId, String sku, int quantity, Grade grade, Grade.Disposition disposition) {}

    @EventType("refund.asked.v1")
    record RefundAsked(String shop, String caseId, Buyer buyer, String orderId, Actor actor, String requestId,
            Money amount, List<LineAmount> lines, Money freight, String reason, List<Citation> citations,
            @Nullable Actor approvedBy, @Nullable Instant payBy) implements CaseEvent {}

    /** Share of one line; no units when the goods are kept. */
    record LineAmount(String lineId, int quantity, Money amount) {}

    /** @param refunded by the case so far */
    @EventType("case.refunded.v1")
    record Refunded(String shop, String caseId, Buyer buyer, String orderId, Actor actor, String requestId,
            Money amount, Money refunded) implements CaseEvent {}

    @EventType("case.resolved.v1")
    record Resolved(String shop, String caseId, Buyer buyer, String orderId, @Nullable Actor actor,
            CaseOutcome outcome, Money refunded, @Nullable Offer remedy, @Nullable Reason verifiedReason)
            implements
                CaseEvent {}

    @EventType("case.closed.v1")
    record Closed(String shop, String caseId, Buyer buyer, String orderId, @Nullable Actor actor, String reason)
            implements
                CaseEvent {}
}
