package io.shopcare.crm.news;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;

import io.shopcare.crm.buyers.Buyer;
import io.shopcare.platform.money.Money;

/** Makes up what happens with a buyer in a year: some purchases in two currencies, some refunds, returns and complaints. */
final class Lives {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private Lives() {}

    static List<Happening> of(Buyer buyer, Random random) {
        var id = buyer.buyerId();
        var life = Happenings.with(buyer).asks(id + "-c0", START);
        for (int n = 1; n <= 1 + random.nextInt(8); n++)
            aPurchase(life, random, id + n);
        return life.all();
    }

    private static void aPurchase(Happenings life, Random random, String id) {
        var at = START.plus(Duration.ofHours(random.nextInt(320 * 24)));
        var order = "o" + id;
        var amount = new Money(100 + random.nextInt(50_000), random.nextInt(3) == 0 ? "USD" : "CNY");
        var third = new Money(amount.minor() / 3, amount.currency());
        if (random.nextBoolean())
            life.asks("c" + id, at.minusSeconds(600));
        life.orders(order, at);
        if (random.nextInt(5) == 0)
            return;
        life.pays(order, amount, at.plusSeconds(90));
        if (random.nextInt(3) == 0)
            life.complains("k" + id, order, at.plusSeconds(900)).mayReturn("k" + id, order, at.plusSeconds(901));
        if (random.nextInt(3) == 0)
            life.isRefunded("r" + id, order, third, at.plusSeconds(1000));
        if (random.nextInt(4) == 0)
            life.isRefunded("s" + id, order, amount.minus(third), at.plusSeconds(2000));
        if (random.nextInt(3) == 0)
            life.complains("m" + id, order, at.plusSeconds(3000)).isContent("m" + id, order, at.plusSeconds(4000));
    }
}
