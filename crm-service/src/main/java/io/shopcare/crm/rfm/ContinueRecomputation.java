package io.shopcare.crm.rfm;

import java.time.Clock;
import java.util.function.Function;

import io.shopcare.crm.customers.AssessCustomer;
import io.shopcare.crm.customers.CustomerList;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.Decision;

/**
 * Does one piece of a recomputation. Scoring a customer twice changes nothing, so a piece that was cut off by a crash is
 * done again from its beginning.
 */
final class ContinueRecomputation {
    private static final String BY = "rfm-recomputation";

    private final AggregateStore<ShopRfm> shops;
    private final Population population;
    private final MeasureShop measure;
    private final CustomerList list;
    private final AssessCustomer assess;
    private final RfmSettings settings;
    private final Clock clock;

    ContinueRecomputation(AggregateStore<ShopRfm> shops, Population population, MeasureShop measure, CustomerList list,
            AssessCustomer assess, RfmSettings settings, Clock clock) {
        this.shops = shops;
        this.population = population;
        this.measure = measure;
        this.list = list;
        this.assess = assess;
        this.settings = settings;
        this.clock = clock;
    }

    /** @return whether there is more to do */
    boolean handle(String id) {
        var shop = shops.find(id).orElseThrow().aggregate();
        var run = shop.recomputation();
        if (run == null || !run.state().isRunning())
            return false;
        if (run.state() == RecomputationState.MEASURING)
            measure(id, shop, run.number());
        else
            score(id, shop, run);
        return true;
    }

    private void measure(String id, ShopRfm shop, int run) {
        var found = measure.handle(shop.shop(), run, clock.instant());
        long customers = population.customers(shop.shop());
        decide(id, current -> current.measured(run, found, customers));
    }

    private void score(String id, ShopRfm shop, Recomputation run) {
        var piece = list.ids(shop.shop(), run.after(), settings.piece());
        if (piece.isEmpty()) {
            decide(id, current -> current.finished(run.number(), run.after(), clock.instant()));
            return;
        }
        piece.forEach(customer -> assess.handle(customer, BY));
        decide(id, current -> current.scored(run.number(), run.after(), piece.getLast(), piece.size()));
    }

    private void decide(String id, Function<ShopRfm, Decision<ShopRfm>> question) {
        shops.decide(id, CommandContext.bySystem(BY), question);
    }
}
