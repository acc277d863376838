package io.shopcare.order.offers;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.shopcare.order.offers.Basket.Item;
import io.shopcare.platform.commands.Actor;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.money.Money;
import io.shopcare.platform.testkit.store.InMemoryAggregateStore;
import io.shopcare.platform.testkit.time.MutableClock;

/** Vocabulary of the tests about offers; all of them run through November 2026. */
public final class OfferFixtures {
    public static final Instant FROM = Instant.parse("2026-11-01T00:00:00Z");
    public static final Instant UNTIL = Instant.parse("2026-12-01T00:00:00Z");
    public static final Instant NOW = Instant.parse("2026-11-10T02:00:00Z");

    private OfferFixtures() {}

    public static Money cny(String amount) {
        return Money.of(amount, "CNY");
    }

    /** 12 % off is 120. */
    public static Benefit percentOff(int perMille) {
        return new Benefit.Discount(perMille);
    }

    public static Benefit off(String spend, String off) {
        return new Benefit.Threshold(cny(spend), cny(off), false);
    }

    public static Offer anOffer(String id, Benefit benefit) {
        return new Offer("nuanyang", id, 1, terms(id, benefit, false, Terms.Goods.ALL, null, null), null, false);
    }

    public static Offer aCoupon(String code, Benefit benefit) {
        return new Offer("nuanyang", code, 1, terms(code, benefit, true, Terms.Goods.ALL, null, null), null, false);
    }

    public static Terms terms(String name, Benefit benefit, boolean coupon, Terms.Goods on, @Nullable Integer total,
            @Nullable Integer perBuyer) {
        return new Terms(name, benefit, coupon, on, 1, List.of(), FROM, UNTIL, new Terms.Limits(total, perBuyer));
    }

    /** An offer of the shop. */
    public static void made(InMemoryAggregateStore<Offer> store, String id, Terms terms) {
        new MakeOffer(store, new InMemoryOffers(store), MutableClock.at("2026-11-01T00:00:00Z"))
                .handle("nuanyang", id, terms, null,
                        new CommandContext(Actor.staff("zhu"), "make-offer", null, null, null))
                .orThrow();
    }

    static Item item(int line, String sku, String price, int quantity) {
        return new Item(Integer.toString(line), sku, sku.split("-")[0], "apparel", cny(price), quantity);
    }

    static Basket basket(List<String> coupons, Item... items) {
        return new Basket("web", List.of(items), coupons, null, cny("0.00"), NOW);
    }
}
