package io.shopcare.aftersale.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.shopcare.aftersale.orders.OrderLine;
import io.shopcare.aftersale.policies.FreightPayer;
import io.shopcare.aftersale.policies.Policies;
import io.shopcare.aftersale.policies.PolicyRule;
import io.shopcare.aftersale.policies.RemedyKind;
import io.shopcare.aftersale.policies.ReturnAnswer;
import io.shopcare.platform.money.Money;
import io.shopcare.platform.store.RejectedException;
import io.shopcare.platform.store.Rejection;

/**
 * Puts an amount on a remedy: by line and quantity from what was paid, to the cent, and never more than is left (A8).
 */
final class Pricing {
    private static final int REFUND_DAYS = 7;

    private final Case theCase;
    private final Policies policies;
    private final Map<String, Money> elsewhere;
    private final boolean isFresh;
    private final Map<String, ReturnAnswer> rights;

    /** @param isFresh whether the order's refunds include those of this case */
    Pricing(Case theCase, Policies policies, Map<String, Money> elsewhere, boolean isFresh) {
        this.theCase = theCase;
        this.policies = policies;
        this.elsewhere = elsewhere;
        this.isFresh = isFresh;
        this.rights = theCase.rights(policies);
    }

    /** @throws RejectedException when it can't be offered */
    Remedy price(String id, RemedyWish wish) {
        var units = wish.lines().isEmpty()
                ? theCase.lines().stream().map(line -> new LineWish(line.lineId(), line.quantity())).toList()
                : wish.lines();
        var full = units.stream().map(this::worth).toList();
        var freight = freightOf(wish.kind(), units);
        var most = sum(full).plus(freight);
        var amount = amount(wish, most);
        var goods = amount.equals(most) ? full : shared(amount, full);
        var shares = new ArrayList<Remedy.Share>();
        for (int i = 0; i < units.size(); i++) {
            var line = lineOf(units.get(i));
            shares.add(new Remedy.Share(line.lineId(), line.sku(), units.get(i).quantity(), goods.get(i)));
        }
        return new Remedy(id, wish.kind(), shares, amount.equals(most) ? freight : zero(), amount,
                freightBy(wish, shares), Step.of(wish.kind()), refundDays(), isBeyond(wish.kind(), shares));
    }

    /** The first finding that speaks against it, with its figures. */
    Rejection whyBeyond(Remedy remedy) {
        return remedy.lines().stream().map(line -> rights.get(line.lineId()))
                .filter(answer -> answer != null && !answer.remedies().contains(remedy.kind()))
                .flatMap(answer -> answer.findings().stream())
                .filter(finding -> !finding.code().equals("exception-not-confirmed")).findFirst()
                .map(finding -> Rejection.rule(finding.code(), finding.facts()))
                .orElseGet(() -> Rejection.rule("beyond-the-rule", Map.of("remedy", remedy.kind().code())));
    }

    private Money amount(RemedyWish wish, Money most) {
        var amount = wish.amount() == null && wish.kind().isInFull() ? most : wish.amount();
        if (amount == null || !amount.currency().equals(most.currency()) || !amount.isPositive())
            throw new RejectedException(Rejection.rule("amount-needed", Map.of("currency", most.currency())));
        if (amount.compareTo(most) > 0)
            throw new RejectedException(Rejection.rule("more-than-is-left", Map.of("left", most.toString())));
        return amount;
    }

    /** Less than the whole, shared by what the lines are worth; freight stays with the seller then. */
    private static List<Money> shared(Money amount, List<Money> full) {
        return amount.split(full.stream().map(Money::minor).toList());
    }

    private Money worth(LineWish wish) {
        var line = lineOf(wish);
        if (wish.quantity() > line.quantity())
            throw new RejectedException(Rejection.rule("quantity-used-up",
                    Map.of("line", wish.lineId(), "left", line.quantity())));
        var ordered = ordered(wish.lineId());
        var share = ordered.shareOf(line.earlier(), wish.quantity());
        var left = ordered.left().minus(elsewhere.getOrDefault(wish.lineId(), zero()));
        var mine = isFresh ? left : left.minus(line.refunded());
        var capped = share.compareTo(mine) > 0 ? mine : share;
        return capped.isNegative() ? zero() : capped;
    }

    /** Outward freight goes back when nothing of the order was shipped and nothing of it is kept. */
    private Money freightOf(RemedyKind kind, List<LineWish> units) {
        boolean everything = theCase.order().lines().stream().allMatch(ordered -> ordered.shipped() == 0
                && units.stream().anyMatch(unit -> unit.lineId().equals(ordered.lineId())
                        && unit.quantity() + earlier(unit) == ordered.quantity()));
        return kind == RemedyKind.REFUND_ONLY && everything ? theCase.order().freightLeft() : zero();
    }

    private @Nullable FreightPayer freightBy(RemedyWish wish, List<Remedy.Share> shares) {
        if (!wish.kind().sendsGoodsBack())
            return null;
        var byRule = shares.stream().map(share -> rights.get(share.lineId()))
                .anyMatch(answer -> answer != null && answer.freightBy() != FreightPayer.BUYER)
                        ? FreightPayer.SELLER
                        : FreightPayer.BUYER;
        if (wish.freightBy() == FreightPayer.BUYER && byRule != FreightPayer.BUYER)
            throw new RejectedException(Rejection.rule("freight-is-the-sellers"));
        return wish.freightBy() == null ? byRule : wish.freightBy();
    }

    /** What the parties agree on for goods that are kept is nobody's right, and needs none. */
    private boolean isBeyond(RemedyKind kind, List<Remedy.Share> shares) {
        return kind.isInFull() && shares.stream().map(share -> rights.get(share.lineId()))
                .anyMatch(answer -> answer == null || !answer.remedies().contains(kind));
    }

    private int refundDays() {
        return policies.highest(PolicyRule.RefundWithin.class).map(found -> found.rule().days()).orElse(REFUND_DAYS);
    }

    private CaseLine lineOf(LineWish wish) {
        return theCase.line(wish.lineId()).orElseThrow(
                () -> new RejectedException(Rejection.rule("line-unknown", Map.of("line", wish.lineId()))));
    }

    private OrderLine ordered(String lineId) {
        return theCase.order().line(lineId).orElseThrow(
                () -> new RejectedException(Rejection.rule("line-unknown", Map.of("line", lineId))));
    }

    private int earlier(LineWish wish) {
        return theCase.line(wish.lineId()).map(CaseLine::earlier).orElse(0);
    }

    private Money zero() {
        return Money.zero(theCase.order().currency());
    }

    private Money sum(List<Money> amounts) {
        return Money.sum(theCase.order().currency(), amounts);
    }
}
