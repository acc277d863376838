package io.shopcare.order.catalogue;

import java.time.Clock;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.shopcare.order.trade.ActorRef;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.Outcome;

/** Lists a SKU, or revises what is said of it: by a person, by file, or by the system that owns it. */
@Component
public class ListSku {
    private final AggregateStore<Sku> skus;
    private final Clock clock;

    public ListSku(AggregateStore<Sku> skus, Clock clock) {
        this.skus = skus;
        this.clock = clock;
    }

    /**
     * The SKU as it is now; the same again changes nothing.
     *
     * @param from system that sends it; null when a person edits it here
     */
    public Outcome<Sku> handle(String shop, String sku, Sku.Page page, Sku.@Nullable Owner from,
            CommandContext context) {
        var by = ActorRef.of(context.actor());
        return skus.decideOrCreate(Sku.id(shop, sku), context,
                () -> Sku.list(shop, sku, page, from, by, clock.instant()),
                known -> known.revise(page, from, by, clock.instant()));
    }

    /** The last unit of it went, or more came in. */
    public void gone(String shop, String sku, boolean isGone, CommandContext context) {
        skus.decide(Sku.id(shop, sku), context,
                known -> known.isGone(isGone, ActorRef.of(context.actor()), clock.instant()));
    }

    /** From now on it is edited here again. */
    public Outcome<Sku> disown(String shop, String sku, CommandContext context) {
        return skus.decide(Sku.id(shop, sku), context, Sku::disown);
    }
}
