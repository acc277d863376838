package io.shopcare.order.offers;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.shopcare.order.offers.Calculation.Considered;
import io.shopcare.order.trade.Figure;
import io.shopcare.platform.money.Money;

/** Says of each offer why it counts or not, with the figures that were looked at. */
final class Looks {
    private Looks() {}

    /** Why it can't count, whatever it would take off. */
    static Optional<Considered> objection(Basket basket, Offer offer, Left left) {
        var terms = offer.terms();
        if (offer.ended() || !basket.at().isBefore(terms.until()))
            return no(basket, offer, "offer-over", new Figure("until", terms.until().toString()));
        if (basket.at().isBefore(terms.from()))
            return no(basket, offer, "offer-not-begun", new Figure("from", terms.from().toString()));
        if (!terms.only().isEmpty() && !terms.only().contains(basket.channel()))
            return no(basket, offer, "offer-not-in-channel", new Figure("channel", basket.channel()));
        if (left.total() != null && left.total() <= 0)
            return no(basket, offer, "offer-used-up", limit("total", terms.limits().total()));
        if (left.ofBuyer() != null && left.ofBuyer() <= 0)
            return no(basket, offer, "offer-used-by-buyer", limit("times", terms.limits().perBuyer()));
        int units = basket.items().stream().filter(terms.on()::include).mapToInt(Basket.Item::quantity).sum();
        if (units == 0)
            return no(basket, offer, "offer-not-on-these");
        return units < terms.units()
                ? no(basket, offer, "offer-needs-units", Figure.of("units", terms.units()),
                        Figure.of("found", units))
                : Optional.empty();
    }

    /** What came of it. */
    static Considered result(Basket basket, Offer offer, List<Money> shares, Remains remains) {
        var amount = Money.sum(basket.currency(), shares);
        if (amount.isPositive())
            return new Considered(offer.offerId(), offer.version(), offer.terms().name(), offer.terms().coupon(), true,
                    amount, shares, "offer-applies", named(offer, new Figure("amount", amount.toString())));
        var terms = offer.terms();
        return switch (terms.benefit()) {
            case Benefit.Threshold threshold when remains.baseOf(terms).compareTo(threshold.spend()) < 0 ->
                considered(basket, offer, "offer-below-threshold", new Figure("spend", threshold.spend().toString()),
                        new Figure("found", remains.baseOf(terms).toString()),
                        new Figure("missing", threshold.spend().minus(remains.baseOf(terms)).toString()));
            case Benefit.Bundle bundle -> bundle.parts().stream()
                    .filter(part -> remains.free(part.sku()) < part.quantity()).findFirst()
                    .map(part -> considered(basket, offer, "offer-set-incomplete", new Figure("sku", part.sku()),
                            Figure.of("missing", part.quantity() - remains.free(part.sku()))))
                    .orElseGet(() -> considered(basket, offer, "offer-saves-nothing"));
            case Benefit.Discount discount -> considered(basket, offer, "offer-saves-nothing");
            case Benefit.Threshold threshold -> considered(basket, offer, "offer-saves-nothing");
        };
    }

    /** Another one saves more. */
    static Considered beaten(Basket basket, Offer offer, Considered better) {
        return considered(basket, offer, "coupon-beaten", new Figure("better", better.name()),
                new Figure("amount", better.amount().toString()));
    }

    static Considered unknown(Basket basket, String code) {
        return new Considered(code, 0, code, true, false, Money.zero(basket.currency()), List.of(), "coupon-unknown",
                List.of(new Figure("offer", code)));
    }

    private static Optional<Considered> no(Basket basket, Offer offer, String reason, Figure... figures) {
        return Optional.of(considered(basket, offer, reason, figures));
    }

    private static Considered considered(Basket basket, Offer offer, String reason, Figure... figures) {
        return new Considered(offer.offerId(), offer.version(), offer.terms().name(), offer.terms().coupon(), false,
                Money.zero(basket.currency()), List.of(), reason, named(offer, figures));
    }

    private static List<Figure> named(Offer offer, Figure... figures) {
        return Stream.concat(Stream.of(new Figure("offer", offer.terms().name())), Stream.of(figures)).toList();
    }

    private static Figure limit(String name, @org.jspecify.annotations.Nullable Integer limit) {
        return Figure.of(name, limit == null ? 0 : limit);
    }
}
