package io.shopcare.crm.rfm;

import java.time.Instant;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import io.shopcare.crm.scoring.CutPoints;
import io.shopcare.platform.commands.Actor;
import io.shopcare.platform.ids.Ids;
import io.shopcare.platform.store.AggregateType;
import io.shopcare.platform.store.Decision;
import io.shopcare.platform.store.Rider;

/**
 * The RFM of one shop: its cut points and their recomputation. Every step names the piece that it follows, so that of two
 * programs at work on one recomputation only one moves it on.
 *
 * @param runs          recomputations so far
 * @param cutPoints     that hold now
 * @param recomputation the last one
 */
record ShopRfm(String shop, int runs, CutPoints cutPoints, @Nullable Recomputation recomputation) {
    /** Collection of all cut points that ever held, under shop and version. */
    static final String CUT_POINTS = "rfm_cut_points";
    /** It tells nothing of its own: what follows for customers, they tell. */
    static final AggregateType<ShopRfm> TYPE = new AggregateType<>("shop-rfm", ShopRfm.class, "shop_rfm",
            "shopcare.crm.customers", ShopRfm::shop);

    static String idOf(String shop) {
        return Ids.derived("shop-rfm", shop);
    }

    static ShopRfm startingWith(String shop, CutPoints cutPoints) {
        return new ShopRfm(shop, 0, cutPoints, null);
    }

    boolean isRecomputing() {
        return recomputation != null && recomputation.state().isRunning();
    }

    /** Starts a recomputation; one that runs already is what was asked for. */
    Decision<ShopRfm> recompute(Actor by, Instant at) {
        if (isRecomputing())
            return Decision.unchanged(this);
        return Decision.accept(new ShopRfm(shop, runs + 1, cutPoints, Recomputation.start(runs + 1, by, at)));
    }

    /** The limits were taken; from now on they hold. */
    Decision<ShopRfm> measured(int run, CutPoints found, long customers) {
        if (recomputation == null || recomputation.number() != run
                || recomputation.state() != RecomputationState.MEASURING)
            return Decision.unchanged(this);
        return Decision.accept(new ShopRfm(shop, runs, found, recomputation.measured(customers)))
                .filing(new Rider(CUT_POINTS, found.version(), found));
    }

    /** A piece after {@code from} is scored up to {@code last}. */
    Decision<ShopRfm> scored(int run, @Nullable String from, String last, int customers) {
        if (recomputation == null || !isAt(run, from))
            return Decision.unchanged(this);
        return Decision.accept(new ShopRfm(shop, runs, cutPoints, recomputation.scored(last, customers)));
    }

    /** Nobody is left after {@code from}. */
    Decision<ShopRfm> finished(int run, @Nullable String from, Instant at) {
        if (recomputation == null || !isAt(run, from))
            return Decision.unchanged(this);
        return Decision.accept(new ShopRfm(shop, runs, cutPoints, recomputation.finished(at)));
    }

    private boolean isAt(int run, @Nullable String from) {
        return recomputation != null && recomputation.number() == run
                && recomputation.state() == RecomputationState.SCORING
                && Objects.equals(recomputation.after(), from);
    }
}
