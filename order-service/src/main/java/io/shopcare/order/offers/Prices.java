package io.shopcare.order.offers;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

import io.shopcare.order.offers.Calculation.Considered;
import io.shopcare.platform.money.Money;

/**
 * The one price calculation: quotes, orders and everything that is priced again go through it. It asks nobody and keeps
 * nothing; the same basket and offers give the same price.
 *
 * Sets come first, then discounts on what is in no set, then amounts off from a threshold, then one coupon, then what an
 * agent took off. A unit is in one set, a line gets one discount and counts for one threshold: each time the one that
 * saves most, so that no offer is given twice and no order of looking matters.
 */
public final class Prices {
    private static final BigDecimal TEN = BigDecimal.TEN;

    private final Basket basket;
    private final Function<Offer, Left> left;
    private final Remains remains;
    private final List<Considered> considered = new ArrayList<>();

    private Prices(Basket basket, Function<Offer, Left> left) {
        this.basket = basket;
        this.left = left;
        this.remains = new Remains(basket);
    }

    /**
     * @param offers those that run, and the coupons that the buyer named
     * @param left   how often each may still be given
     */
    public static Calculation of(Basket basket, List<Offer> offers, Function<Offer, Left> left) {
        return new Prices(basket, left)
                .calculate(offers.stream().sorted(Comparator.comparing(Offer::offerId)).toList());
    }

    private Calculation calculate(List<Offer> offers) {
        var fit = offers.stream().filter(this::mayCount).toList();
        var common = fit.stream().filter(offer -> !offer.terms().coupon()).toList();
        inTurn(common, offer -> offer.terms().benefit() instanceof Benefit.Bundle);
        discounts(common.stream().filter(offer -> offer.terms().benefit() instanceof Benefit.Discount).toList());
        inTurn(common, offer -> offer.terms().benefit() instanceof Benefit.Threshold);
        oneOf(fit.stream().filter(offer -> offer.terms().coupon()).toList());
        basket.coupons().stream().filter(code -> offers.stream().noneMatch(offer -> offer.offerId().equals(code)))
                .forEach(code -> considered.add(Looks.unknown(basket, code)));
        var quote = basket.quote() == null ? List.<Money>of() : remains.take(basket.quote(), item -> true);
        return remains.sum(considered, quote);
    }

    private boolean mayCount(Offer offer) {
        var why = Looks.objection(basket, offer, left.apply(offer));
        why.ifPresent(considered::add);
        return why.isEmpty();
    }

    /** Each in turn, the one that saves most first; what one has used is gone for the next. */
    private void inTurn(List<Offer> offers, Predicate<Offer> which) {
        var open = new ArrayList<>(offers.stream().filter(which).toList());
        while (!open.isEmpty()) {
            var best = open.stream().max(Comparator.comparing((Offer offer) -> saving(offer).minor())
                    .thenComparing(Offer::offerId, Comparator.reverseOrder())).orElseThrow();
            open.remove(best);
            considered.add(apply(best));
        }
    }

    /** A line gets the best discount, and that only. */
    private void discounts(List<Offer> offers) {
        var shares = remains.bestDiscounts(offers, Prices::percent);
        for (int i = 0; i < offers.size(); i++)
            considered.add(Looks.result(basket, offers.get(i), shares.get(i), remains));
        shares.forEach(remains::take);
    }

    /** One coupon in an order: the one that saves most of those named. */
    private void oneOf(List<Offer> coupons) {
        var best = coupons.stream().max(Comparator.comparing((Offer offer) -> saving(offer).minor())
                .thenComparing(Offer::offerId, Comparator.reverseOrder()));
        if (best.isEmpty())
            return;
        var result = apply(best.get());
        considered.add(result);
        coupons.stream().filter(offer -> !offer.equals(best.get()))
                .forEach(offer -> considered.add(result.applied()
                        ? Looks.beaten(basket, offer, result)
                        : apply(offer)));
    }

    private Money saving(Offer offer) {
        return Money.sum(basket.currency(), shares(offer).parts());
    }

    private Considered apply(Offer offer) {
        var shares = shares(offer);
        var result = Looks.result(basket, offer, shares.parts(), remains);
        if (result.applied()) {
            remains.take(shares.parts());
            remains.use(shares);
        }
        return result;
    }

    private Remains.Shares shares(Offer offer) {
        var terms = offer.terms();
        return switch (terms.benefit()) {
            case Benefit.Discount(var perMille) -> remains.discount(terms.on(), percent(perMille));
            case Benefit.Threshold threshold -> remains.threshold(terms, threshold);
            case Benefit.Bundle bundle -> remains.bundle(bundle);
        };
    }

    private static BigDecimal percent(int perMille) {
        return BigDecimal.valueOf(perMille).divide(TEN);
    }

    private static BigDecimal percent(Offer offer) {
        return offer.terms().benefit() instanceof Benefit.Discount(var perMille) ? percent(perMille) : BigDecimal.ZERO;
    }
}
