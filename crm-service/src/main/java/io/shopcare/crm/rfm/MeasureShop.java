package io.shopcare.crm.rfm;

import java.time.Duration;
import java.time.Instant;
import java.util.TreeMap;

import io.shopcare.crm.scoring.CutPoints;
import io.shopcare.crm.scoring.Quantiles;
import io.shopcare.crm.scoring.RfmRules;
import io.shopcare.crm.scoring.Scale;
import io.shopcare.crm.scoring.Scale.Better;

/** Takes cut points from a shop's customers: a fifth in each class, explicit limits where that is not possible (C4). */
final class MeasureShop {
    private final Population population;
    private final RfmRules rules;

    MeasureShop(Population population, RfmRules rules) {
        this.population = population;
        this.rules = rules;
    }

    CutPoints handle(String shop, int run, Instant at) {
        var orders = population.orders(shop);
        var frequency = Quantiles.scale(Better.MORE, orders.count(), orders::at)
                .orElseGet(rules::explicitFrequency);
        var monetary = new TreeMap<>(rules.explicitMonetary());
        population.nets(shop).forEach((currency, net) -> Quantiles.scale(Better.MORE, net.count(), net::at)
                .ifPresent(scale -> monetary.put(currency, scale)));
        return new CutPoints(rules.version() + "." + run, at, orders.count(), recency(shop, at), frequency, monetary);
    }

    /** The oldest last order is the worst, so ranks of moments are ranks of days, from the most down. */
    private Scale recency(String shop, Instant at) {
        var last = population.lastOrders(shop);
        return Quantiles.scale(Better.LESS, last.count(), rank -> days(Instant.ofEpochMilli(last.at(rank)), at))
                .orElseGet(rules::explicitRecency);
    }

    private static long days(Instant since, Instant at) {
        return Math.max(0, Duration.between(since, at).toDays());
    }
}
