package io.shopcare.aftersale.cases;

import java.util.List;
import java.util.stream.Stream;

import io.shopcare.aftersale.policies.Citation;

/** Puts the request for a refund into the words of the contract. */
final class RefundAsking {
    private RefundAsking() {}

    static CaseEvent.RefundAsked event(Case theCase, RefundAttempt attempt) {
        var goods = theCase.goodsReturn();
        return new CaseEvent.RefundAsked(theCase.shop(), theCase.id(), theCase.order().buyer(),
                theCase.order().orderId(), attempt.askedBy(), attempt.requestId(), attempt.amount(),
                attempt.lines().stream().map(share -> new CaseEvent.LineAmount(share.lineId(),
                        isKept(theCase) ? 0 : share.quantity(), share.amount())).toList(),
                attempt.freight(), reason(theCase), citations(theCase), attempt.approvedBy(),
                goods == null ? null : goods.payBy());
    }

    private static boolean isKept(Case theCase) {
        var agreement = theCase.agreement();
        return agreement == null || !agreement.remedy().kind().isInFull();
    }

    /** A code of the refund section of reasons.yaml. */
    private static String reason(Case theCase) {
        var goods = theCase.goodsReturn();
        if (goods != null && goods.receivedAt() != null)
            return "goods-returned";
        return theCase.reason().isFaultOfTheGoods() ? "quality" : "agreed";
    }

    private static List<Citation> citations(Case theCase) {
        var agreement = theCase.agreement();
        return agreement == null ? List.of() : Stream.of(agreement.citations()).flatMap(List::stream).toList();
    }
}
