package io.shopcare.aftersale.cases;

import java.util.List;

import io.shopcare.platform.commands.Actor;
import io.shopcare.platform.store.Decision;

/**
 * The question what follows from order-service's word on a refund. Older and repeated words change nothing; a refund that
 * this case had not asked for, or had forgotten, is filed all the same: the money is gone.
 */
final class HearingOfRefund {
    private HearingOfRefund() {}

    static Decision<Case> decide(Case theCase, RefundNews news) {
        var known = theCase.refunds().stream().filter(each -> each.requestId().equals(news.requestId())).findFirst()
                .orElseGet(() -> unasked(theCase, news));
        if (known.state() == news.state() && known.refundId() != null || !known.state().mayBecome(news.state()))
            return Decision.unchanged(theCase);
        var attempt = known.heard(news);
        var heard = theCase.change(next -> {
            next.refunds = Refunding.replaced(next.refunds, attempt);
            for (var share : attempt.lines())
                next.lines(line -> line.lineId().equals(share.lineId()), line -> follow(line, share, attempt.state()));
        });
        var accepted = Decision.accept(heard);
        return settle(attempt.state() == RefundState.SUCCEEDED ? accepted.with(paid(heard, attempt)) : accepted);
    }

    /** Said at once: the goods may be weeks away from the end of the case. */
    private static CaseEvent.Refunded paid(Case theCase, RefundAttempt attempt) {
        return new CaseEvent.Refunded(theCase.shop(), theCase.id(), theCase.order().buyer(), theCase.order().orderId(),
                Actor.system("refund"), attempt.requestId(), attempt.amount(), theCase.refunded());
    }

    /** Resolves and closes a case whose remedy is carried out; leaves others as they are. */
    static Decision<Case> settle(Decision.Accepted<Case> accepted) {
        var theCase = accepted.aggregate();
        if (theCase.state() != CaseState.AGREED || !isDone(theCase)
                || !Difference.in(theCase).isEmpty() && isEarly(theCase))
            return accepted;
        var ended = theCase.change(next -> {
            next.become(CaseState.RESOLVED);
            next.become(CaseState.CLOSED);
            next.outcome = CaseOutcome.REMEDY_DONE;
        });
        var refund = Actor.system("refund");
        return new Decision.Accepted<>(ended, accepted.events(), accepted.riders(), accepted.answers())
                .with(Closing.resolved(ended, refund)).with(Closing.closed(ended, refund, "resolved"));
    }

    /** Whether money and goods are where the remedy wants them. */
    static boolean isDone(Case theCase) {
        var agreement = theCase.agreement();
        return agreement != null && theCase.lines().stream().filter(line -> agreement.remedy().covers(line.lineId()))
                .allMatch(line -> line.money() == LineMoney.REFUNDED
                        && (!agreement.remedy().kind().sendsGoodsBack() || line.custody().isSettled()));
    }

    /** Paid before the goods were inspected: then a difference is still to be looked at. */
    private static boolean isEarly(Case theCase) {
        var goods = theCase.goodsReturn();
        return goods != null && goods.receivedAt() != null && theCase.refunds().stream()
                .anyMatch(each -> each.state() == RefundState.SUCCEEDED && each.askedAt().isBefore(goods.receivedAt()));
    }

    private static CaseLine follow(CaseLine line, Remedy.Share share, RefundState state) {
        if (state == RefundState.SUCCEEDED)
            return line.money().mayBecome(LineMoney.REFUNDED) ? line.refunded(share.amount()) : line;
        return line.money().mayBecome(state.money()) ? line.with(state.money()) : line;
    }

    private static RefundAttempt unasked(Case theCase, RefundNews news) {
        List<Remedy.Share> shares = news.lines().stream()
                .flatMap(share -> theCase.line(share.lineId()).stream().map(
                        line -> new Remedy.Share(share.lineId(), line.sku(), share.quantity(), share.amount())))
                .toList();
        return new RefundAttempt(theCase.refunds().size() + 1, news.requestId(), RefundState.ASKED, news.amount(),
                shares, news.freight(), Actor.service("order-service"), null, news.at(), null, null, null);
    }
}
