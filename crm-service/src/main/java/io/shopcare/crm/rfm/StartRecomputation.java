package io.shopcare.crm.rfm;

import java.time.Clock;

import io.shopcare.crm.scoring.RfmRules;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.Outcome;

/** Starts a recomputation of a shop's cut points; does nothing when one is running. */
final class StartRecomputation {
    private final AggregateStore<ShopRfm> shops;
    private final RfmRules rules;
    private final Clock clock;

    StartRecomputation(AggregateStore<ShopRfm> shops, RfmRules rules, Clock clock) {
        this.shops = shops;
        this.rules = rules;
        this.clock = clock;
    }

    Outcome<ShopRfm> handle(String shop, CommandContext context) {
        return shops.decideOrCreate(ShopRfm.idOf(shop), context,
                () -> ShopRfm.startingWith(shop, rules.startingCutPoints()).recompute(context.actor(),
                        clock.instant()),
                current -> current.recompute(context.actor(), clock.instant()));
    }
}
