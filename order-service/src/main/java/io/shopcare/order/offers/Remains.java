package io.shopcare.order.offers;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import io.shopcare.order.offers.Basket.Item;
import io.shopcare.platform.money.Money;

/** What is left to pay of each line while offers are taken off, and what of it is spoken for. */
final class Remains {
    private final Basket basket;
    private final List<Money> amounts;
    private final int[] inSets;
    private final boolean[] counted;

    Remains(Basket basket) {
        this.basket = basket;
        amounts = new ArrayList<>(basket.items().stream().map(Item::full).toList());
        inSets = new int[amounts.size()];
        counted = new boolean[amounts.size()];
    }

    /**
     * What an offer would take off each line.
     *
     * @param units   of each line that it puts into sets
     * @param counts  lines that count for its threshold
     */
    record Shares(List<Money> parts, List<Integer> units, List<Integer> counts) {}

    /** Of each line that is not in a set. */
    Shares discount(Terms.Goods on, BigDecimal percent) {
        return new Shares(perLine(i -> on.include(item(i)) ? loose(i).percent(percent) : none()), List.of(), List.of());
    }

    /** Each line's best of several discounts; by offer, then by line. */
    List<List<Money>> bestDiscounts(List<Offer> offers, Function<Offer, BigDecimal> percent) {
        var all = offers.stream().map(offer -> new ArrayList<>(discount(offer.terms().on(), percent.apply(offer))
                .parts())).toList();
        for (int i = 0; i < amounts.size(); i++) {
            int line = i;
            int best = IntStream.range(0, all.size()).boxed()
                    .reduce((one, other) -> all.get(other).get(line).compareTo(all.get(one).get(line)) > 0
                            ? other
                            : one)
                    .orElse(-1);
            for (int offer = 0; offer < all.size(); offer++)
                if (offer != best)
                    all.get(offer).set(line, none());
        }
        return all.stream().map(List::<Money>copyOf).toList();
    }

    /** By largest remainder over the lines that count for no other threshold. */
    Shares threshold(Terms terms, Benefit.Threshold threshold) {
        var lines = IntStream.range(0, amounts.size())
                .filter(i -> terms.on().include(item(i)) && (terms.coupon() || !counted[i])).boxed().toList();
        var base = sum(lines);
        if (base.compareTo(threshold.spend()) < 0 || !base.isPositive())
            return new Shares(perLine(i -> none()), List.of(), List.of());
        return new Shares(split(off(threshold, base), lines), List.of(), terms.coupon() ? List.of() : lines);
    }

    /** At most all of it, which is looked at first: so many times a large amount is beyond counting. */
    private static Money off(Benefit.Threshold threshold, Money base) {
        long times = threshold.repeats() && threshold.spend().isPositive()
                ? base.minor() / threshold.spend().minor()
                : 1;
        return threshold.off().minor() > base.minor() / times ? base : threshold.off().times(times);
    }

    /** What counts for it so far. */
    Money baseOf(Terms terms) {
        return sum(IntStream.range(0, amounts.size())
                .filter(i -> terms.on().include(item(i)) && (terms.coupon() || !counted[i])).boxed().toList());
    }

    /** As many sets as the units that are in none make, at their page prices against the price of the set. */
    Shares bundle(Benefit.Bundle bundle) {
        int sets = bundle.parts().stream().mapToInt(part -> free(part.sku()) / part.quantity()).min().orElse(0);
        var units = new ArrayList<>(Collections.nCopies(amounts.size(), 0));
        for (var part : bundle.parts()) {
            int needed = part.quantity() * sets;
            for (int i = 0; i < amounts.size() && needed > 0; i++)
                if (item(i).sku().equals(part.sku())) {
                    int taken = Math.min(needed, item(i).quantity() - inSets[i]);
                    units.set(i, taken);
                    needed -= taken;
                }
        }
        var weights = IntStream.range(0, amounts.size()).mapToObj(i -> item(i).unitPrice().times(units.get(i)))
                .toList();
        var saving = Money.sum(basket.currency(), weights).minus(bundle.price().times(sets));
        if (!saving.isPositive())
            return new Shares(perLine(i -> none()), List.of(), List.of());
        var parts = saving.split(weights.stream().map(Money::minor).toList());
        return new Shares(perLine(i -> least(parts.get(i), amounts.get(i))), List.copyOf(units), List.of());
    }

    private static Money least(Money one, Money other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** Units of a SKU that are in no set. */
    int free(String sku) {
        return IntStream.range(0, amounts.size()).filter(i -> item(i).sku().equals(sku))
                .map(i -> item(i).quantity() - inSets[i]).sum();
    }

    void use(Shares shares) {
        for (int i = 0; i < shares.units().size(); i++)
            inSets[i] += shares.units().get(i);
        shares.counts().forEach(i -> counted[i] = true);
    }

    void take(List<Money> parts) {
        for (int i = 0; i < parts.size(); i++)
            amounts.set(i, amounts.get(i).minus(parts.get(i)));
    }

    /** Takes an amount off, at most all of it. */
    List<Money> take(Money off, Predicate<Item> which) {
        var lines = IntStream.range(0, amounts.size()).filter(i -> which.test(item(i))).boxed().toList();
        var base = sum(lines);
        var shares = split(off.compareTo(base) > 0 ? base : off, lines);
        take(shares);
        return shares;
    }

    Calculation sum(List<Calculation.Considered> considered, List<Money> quote) {
        var lines = IntStream.range(0, amounts.size()).mapToObj(i -> new Calculation.Line(item(i).lineId(),
                item(i).full(), item(i).full().minus(amounts.get(i)), amounts.get(i))).toList();
        var goods = Money.sum(basket.currency(), lines.stream().map(Calculation.Line::full).toList());
        var discount = Money.sum(basket.currency(), lines.stream().map(Calculation.Line::discount).toList());
        return new Calculation(lines, considered, quote, goods, discount, basket.freight(),
                goods.minus(discount).plus(basket.freight()));
    }

    private List<Money> split(Money off, List<Integer> lines) {
        if (!off.isPositive())
            return perLine(i -> none());
        return off.split(IntStream.range(0, amounts.size())
                .mapToObj(i -> lines.contains(i) ? amounts.get(i).minor() : 0L).toList());
    }

    private Money loose(int line) {
        var price = item(line).unitPrice().times((long) item(line).quantity() - inSets[line]);
        return least(price, amounts.get(line));
    }

    private Money sum(List<Integer> lines) {
        return Money.sum(basket.currency(), lines.stream().map(amounts::get).toList());
    }

    private List<Money> perLine(Function<Integer, Money> share) {
        return IntStream.range(0, amounts.size()).boxed().map(share).toList();
    }

    private Item item(int line) {
        return basket.items().get(line);
    }

    private Money none() {
        return Money.zero(basket.currency());
    }
}
