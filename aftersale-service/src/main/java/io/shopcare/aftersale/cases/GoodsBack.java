package io.shopcare.aftersale.cases;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.shopcare.aftersale.policies.Policies;
import io.shopcare.aftersale.policies.PolicyRule;
import io.shopcare.aftersale.policies.Term;
import io.shopcare.platform.store.Decision;
import io.shopcare.platform.store.Rejection;

/** The questions along the way back of the goods. */
public final class GoodsBack {
    private static final int REFUND_DAYS = 7;

    private GoodsBack() {}

    /**
     * What was counted at the gate.
     *
     * @param units     by line; a line that is not named came in full
     * @param warehouse null for the one they were to come to
     */
    public record Arrival(Map<String, Integer> units, @Nullable String warehouse, Policies policies, Instant at) {
        int of(CaseLine line) {
            return units.getOrDefault(line.lineId(), line.quantity());
        }
    }

    static Decision<Case> sent(Case theCase, Waybill waybill) {
        var plan = theCase.goodsReturn();
        if (plan == null)
            return Decision.reject(Possible.notNow(CaseAction.GOODS_SENT, theCase));
        if (waybill.equals(plan.waybill()))
            return Decision.unchanged(theCase);
        if (!Possible.is(CaseAction.GOODS_SENT, theCase))
            return Decision.reject(Possible.notNow(CaseAction.GOODS_SENT, theCase));
        var sent = theCase.lines().stream().filter(line -> line.custody() == Custody.ANNOUNCED).toList();
        return Decision.accept(theCase.change(next -> {
            next.lines(line -> line.custody() == Custody.ANNOUNCED, line -> line.with(Custody.ON_THE_WAY));
            next.goodsReturn = plan.sent(waybill);
        }), new CaseEvent.GoodsSentBack(theCase.shop(), theCase.id(), theCase.order().buyer(),
                theCase.order().orderId(), sent.stream().map(CaseLine::units).toList(), waybill));
    }

    static Decision<Case> received(Case theCase, Arrival arrival) {
        var plan = theCase.goodsReturn();
        if (plan == null)
            return Decision.reject(Possible.notNow(CaseAction.GOODS_RECEIVED, theCase));
        if (!Possible.is(CaseAction.GOODS_RECEIVED, theCase))
            return plan.receivedAt() == null
                    ? Decision.reject(Possible.notNow(CaseAction.GOODS_RECEIVED, theCase))
                    : Decision.unchanged(theCase);
        var awaited = theCase.lines().stream().filter(GoodsBack::isAwaited).toList();
        for (var line : awaited)
            if (arrival.of(line) < 0 || arrival.of(line) > line.quantity())
                return Decision.reject(Rejection.rule("more-than-announced",
                        Map.of("line", line.lineId(), "announced", line.quantity())));
        var came = awaited.stream().filter(line -> arrival.of(line) > 0)
                .map(line -> new LineQuantity(line.lineId(), line.sku(), arrival.of(line))).toList();
        if (came.isEmpty())
            return Decision.reject(Rejection.rule("nothing-arrived"));
        var where = arrival.warehouse() == null ? plan.warehouse() : arrival.warehouse();
        return Decision.accept(theCase.change(next -> {
            next.lines(GoodsBack::isAwaited, line -> line.received(arrival.of(line)));
            next.goodsReturn = plan.received(where, arrival.at(), payBy(arrival));
        }), new CaseEvent.GoodsReceived(theCase.shop(), theCase.id(), theCase.order().buyer(),
                theCase.order().orderId(), came, where, arrival.at(), plan.waybill()));
    }

    /** A closed case keeps following its goods. */
    static Decision<Case> disposed(Case theCase, String sku) {
        return Decision.accept(theCase.change(next -> next.lines(
                line -> line.sku().equals(sku) && line.custody() == Custody.INSPECTED,
                line -> line.with(Custody.DISPOSED))));
    }

    private static boolean isAwaited(CaseLine line) {
        return line.custody().isExpected() || line.custody() == Custody.NEVER_CAME;
    }

    /** R5. */
    private static Instant payBy(Arrival arrival) {
        int days = arrival.policies().highest(PolicyRule.RefundWithin.class).map(found -> found.rule().days())
                .orElse(REFUND_DAYS);
        return Term.Counting.plain(arrival.policies().zone()).after(arrival.at(), days).until();
    }
}
