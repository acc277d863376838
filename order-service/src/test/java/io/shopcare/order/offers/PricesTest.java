package io.shopcare.order.offers;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.shopcare.order.offers.Calculation.Considered;
import io.shopcare.platform.money.Money;

import static io.shopcare.order.offers.OfferFixtures.aCoupon;
import static io.shopcare.order.offers.OfferFixtures.anOffer;
import static io.shopcare.order.offers.OfferFixtures.basket;
import static io.shopcare.order.offers.OfferFixtures.cny;
import static io.shopcare.order.offers.OfferFixtures.item;
import static io.shopcare.order.offers.OfferFixtures.off;
import static io.shopcare.order.offers.OfferFixtures.percentOff;
import static io.shopcare.order.offers.OfferFixtures.terms;
import static org.assertj.core.api.Assertions.assertThat;

/** The one price calculation. */
class PricesTest {

    @Test
    @DisplayName("O3 O9a three equal items and a 10.00 coupon lose no cent")
    void losesNoCent() {
        var price = price(basket(List.of("TEN"), item(1, "A", "33.33", 1), item(2, "B", "33.33", 1),
                item(3, "C", "33.33", 1)), aCoupon("TEN", off("0.00", "10.00")));
        assertThat(price.lines()).extracting(Calculation.Line::discount).containsExactly(cny("3.34"), cny("3.33"),
                cny("3.33"));
        assertThat(price.total()).isEqualTo(cny("89.99"));
    }

    @Test
    @DisplayName("O9a a line gets its best discount, and that only")
    void takesTheBestDiscount() {
        var ofCoats = new Offer("nuanyang", "coats", 1, terms("coats", percentOff(200), false,
                new Terms.Goods(List.of("COAT"), List.of(), List.of()), null, null), null, false);
        var price = price(basket(List.of(), item(1, "COAT", "899.00", 1), item(2, "SCARF", "131.50", 1)), ofCoats,
                anOffer("all", percentOff(100)), anOffer("worse", percentOff(50)));
        assertThat(price.lines()).extracting(Calculation.Line::discount).containsExactly(cny("179.80"), cny("13.15"));
        assertThat(reasons(price)).containsExactly("all: offer-applies 13.15 CNY", "coats: offer-applies 179.80 CNY",
                "worse: offer-saves-nothing 0.00 CNY");
    }

    @Test
    @DisplayName("O9a 满减: says how much is missing; given for each time where it repeats; after the discounts")
    void countsThresholds() {
        var each = anOffer("each", new Benefit.Threshold(cny("300.00"), cny("40.00"), true));
        var below = price(basket(List.of(), item(1, "SCARF", "131.50", 2)), each);
        assertThat(below.offers().getFirst().facts()).containsEntry("missing", "37.00 CNY").containsEntry("found",
                "263.00 CNY");
        assertThat(price(basket(List.of(), item(1, "COAT", "899.00", 1)), each).discount()).isEqualTo(cny("80.00"));
        assertThat(price(basket(List.of(), item(1, "COAT", "899.00", 1)), each, anOffer("cheap", percentOff(800)))
                .total()).isEqualTo(cny("179.80"));
    }

    @Test
    @DisplayName("O9a no offer, however large, makes a shop's baskets fail: nothing is taken off twice or beyond all")
    void standsLargeOffers() {
        var most = new Benefit.Threshold(cny("0.01"), cny("999999999999999.99"), true);
        assertThat(price(basket(List.of(), item(1, "COAT", "899.00", 100)), anOffer("most", most)).total())
                .isEqualTo(cny("0.00"));
        var half = new Benefit.Threshold(cny("300.00"), cny("150.00"), true);
        assertThat(price(basket(List.of(), item(1, "COAT", "899.00", 1)), anOffer("half", half)).total())
                .isEqualTo(cny("599.00"));
    }

    @Test
    @DisplayName("O9a a line counts for one threshold: the one that saves most")
    void countsALineOnce() {
        var price = price(basket(List.of(), item(1, "COAT", "899.00", 1)), anOffer("a", off("300.00", "40.00")),
                anOffer("b", off("800.00", "100.00")));
        assertThat(price.discount()).isEqualTo(cny("100.00"));
        assertThat(reasons(price)).containsExactly("b: offer-applies 100.00 CNY",
                "a: offer-below-threshold 0.00 CNY");
    }

    @Test
    @DisplayName("O9a a set has its price as often as it is there; what is in a set gets no discount beside")
    void makesSets() {
        var set = anOffer("set", new Benefit.Bundle(List.of(new Benefit.Part("COAT", 1), new Benefit.Part("SCARF",
                2)), cny("1062.00")));
        var price = price(basket(List.of(), item(1, "COAT", "899.00", 2), item(2, "SCARF", "131.50", 3)), set,
                anOffer("ten", percentOff(100)));
        assertThat(price.applied()).extracting(Considered::amount).containsExactly(cny("100.00"), cny("103.05"));
        assertThat(price.total()).isEqualTo(cny("1989.45"));

        var incomplete = price(basket(List.of(), item(1, "COAT", "899.00", 1), item(2, "SCARF", "131.50", 1)), set);
        assertThat(incomplete.offers().getFirst().facts()).containsEntry("sku", "SCARF").containsEntry("missing", "1");
    }

    @Test
    @DisplayName("O9a one coupon an order, the best of those named; the others are told which; an unknown one too")
    void takesOneCoupon() {
        var price = price(basket(List.of("TEN", "FIVE", "NONE"), item(1, "COAT", "899.00", 1)), aCoupon("TEN", off(
                "100.00", "10.00")), aCoupon("FIVE", off("100.00", "5.00")));
        assertThat(reasons(price)).containsExactly("TEN: offer-applies 10.00 CNY", "FIVE: coupon-beaten 0.00 CNY",
                "NONE: coupon-unknown 0.00 CNY");
        assertThat(price.offers().get(1).facts()).containsEntry("better", "TEN");
    }

    @Test
    @DisplayName("O9a over, not begun, other goods, other channel, too few units, used up: each says so")
    void saysWhyNot() {
        var goods = new Terms.Goods(List.of(), List.of(), List.of("shoes"));
        var terms = terms("x", percentOff(100), false, Terms.Goods.ALL, 5, 1);
        var basket = basket(List.of(), item(1, "COAT", "899.00", 1));
        var early = new Terms("x", percentOff(100), false, Terms.Goods.ALL, 1, List.of(), OfferFixtures.UNTIL,
                OfferFixtures.UNTIL.plusSeconds(9), Terms.Limits.NONE);
        var app = new Terms("x", percentOff(100), false, Terms.Goods.ALL, 1, List.of("app"), OfferFixtures.FROM,
                OfferFixtures.UNTIL, Terms.Limits.NONE);
        var three = new Terms("x", percentOff(100), false, Terms.Goods.ALL, 3, List.of(), OfferFixtures.FROM,
                OfferFixtures.UNTIL, Terms.Limits.NONE);
        assertThat(why(basket, offer(terms, true), Left.NO_END)).isEqualTo("offer-over");
        assertThat(why(basket, offer(early, false), Left.NO_END)).isEqualTo("offer-not-begun");
        assertThat(why(basket, offer(app, false), Left.NO_END)).isEqualTo("offer-not-in-channel");
        assertThat(why(basket, offer(three, false), Left.NO_END)).isEqualTo("offer-needs-units");
        assertThat(why(basket, offer(terms, false), new Left(0, 1))).isEqualTo("offer-used-up");
        assertThat(why(basket, offer(terms, false), new Left(3, 0))).isEqualTo("offer-used-by-buyer");
        assertThat(why(basket, offer(terms("x", percentOff(1), false, goods, null, null), false), Left.NO_END))
                .isEqualTo("offer-not-on-these");
        assertThat(why(basket, offer(terms, false), new Left(1, 1))).isEqualTo("offer-applies");
    }

    @Test
    @DisplayName("O3 property: whatever is bought with whatever offers, parts add up, nothing is below zero, order does not matter")
    void alwaysAddsUp() {
        var random = new Random(20261122);
        for (int run = 0; run < 3_000; run++) {
            var items = new ArrayList<Basket.Item>();
            int lines = 1 + random.nextInt(6);
            for (int i = 1; i <= lines; i++)
                items.add(item(i, "S" + random.nextInt(4), "%d.%02d".formatted(random.nextInt(500), random.nextInt(
                        100)), 1 + random.nextInt(4)));
            var offers = new ArrayList<Offer>();
            for (int i = 0; i < random.nextInt(7); i++)
                offers.add(random.nextInt(3) == 0
                        ? aCoupon("o" + i, benefit(random))
                        : anOffer("o" + i, benefit(
                                random)));
            var quote = random.nextInt(3) == 0 ? new Money(random.nextInt(9_000), "CNY") : null;
            var basket = new Basket("web", items, List.of("o1", "o2"), quote, cny("9.90"), OfferFixtures.NOW);

            var price = price(basket, offers.toArray(Offer[]::new));
            Collections.shuffle(offers, random);
            assertThat(price(basket, offers.toArray(Offer[]::new))).isEqualTo(price);
            checkSums(price);
        }
    }

    private static void checkSums(Calculation price) {
        var zero = cny("0.00");
        assertThat(price.lines()).allSatisfy(line -> {
            assertThat(line.full().minus(line.discount())).isEqualTo(line.amount());
            assertThat(line.amount()).isGreaterThanOrEqualTo(zero);
            assertThat(line.discount()).isGreaterThanOrEqualTo(zero);
        });
        assertThat(Money.sum("CNY", price.lines().stream().map(Calculation.Line::amount).toList())
                .plus(price.freight())).isEqualTo(price.total());
        price.applied().forEach(offer -> assertThat(Money.sum("CNY", offer.shares())).isEqualTo(offer.amount()));
        var off = Money.sum("CNY", price.applied().map(Considered::amount).toList());
        assertThat(off.plus(Money.sum("CNY", price.quote()))).isEqualTo(price
                .discount());
        assertThat(price.applied().filter(Considered::coupon).count()).isLessThanOrEqualTo(1);
    }

    private static Benefit benefit(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> percentOff(1 + random.nextInt(998));
            case 1 -> new Benefit.Threshold(new Money(1 + random.nextInt(60_000), "CNY"), new Money(1 + random
                    .nextInt(20_000), "CNY"), random.nextBoolean());
            default -> new Benefit.Bundle(List.of(new Benefit.Part("S" + random.nextInt(2), 1 + random.nextInt(2)),
                    new Benefit.Part("S" + (2 + random.nextInt(2)), 1)),
                    new Money(1 + random.nextInt(50_000),
                            "CNY"));
        };
    }

    private static Calculation price(Basket basket, Offer... offers) {
        return Prices.of(basket, List.of(offers), offer -> Left.NO_END);
    }

    private static String why(Basket basket, Offer offer, Left left) {
        return Prices.of(basket, List.of(offer), each -> left).offers().getFirst().reason();
    }

    private static Offer offer(Terms terms, boolean ended) {
        return new Offer("nuanyang", "x", 1, terms, null, ended);
    }

    private static List<String> reasons(Calculation price) {
        return price.offers().stream().map(offer -> offer.offerId() + ": " + offer.reason() + " " + offer.amount())
                .toList();
    }
}
