package io.shopcare.crm.rfm;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.shopcare.crm.Picture;
import io.shopcare.crm.customers.CustomerEvent;
import io.shopcare.crm.scoring.Scale.Origin;
import io.shopcare.platform.commands.Actor;
import io.shopcare.platform.store.Decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Cut points are taken from the shop's customers, in pieces that bear being cut off. */
class RecomputingTest {
    private static final Instant NOW = Instant.parse("2026-11-25T00:00:00Z");

    private final ShopInMemory shop = new ShopInMemory();

    @Test
    @DisplayName("C4: a shop with many different customers gets limits of its own; everybody is scored by them")
    void takesQuantiles() {
        twentyFiveBuyers();
        shop.start();
        shop.finish();
        var cuts = shop.rfm().cutPoints();
        assertThat(cuts.version()).isEqualTo("2026-11-01.1");
        assertThat(cuts.population()).isEqualTo(25);
        assertThat(cuts.recency().origin()).isEqualTo(Origin.QUANTILE);
        assertThat(cuts.recency().limits()).containsExactly(25L, 20L, 15L, 10L, 5L);
        assertThat(cuts.monetary().get("CNY").origin()).isEqualTo(Origin.QUANTILE);
        assertThat(cuts.frequency().origin()).isEqualTo(Origin.EXPLICIT);
        assertThat(shop.customers()).allSatisfy(
                customer -> assertThat(Objects.requireNonNull(customer.standing()).cutPoints())
                        .isEqualTo("2026-11-01.1"));
    }

    @Test
    @DisplayName("C4: a shop with few customers keeps the explicit limits, under a version of its own")
    void keepsExplicitLimits() {
        shop.withBuyer("lin", 1, 3, 1103);
        shop.start();
        shop.finish();
        var cuts = shop.rfm().cutPoints();
        assertThat(cuts.frequency().limits()).containsExactly(1L, 2L, 3L, 5L, 10L);
        assertThat(cuts.recency().origin()).isEqualTo(Origin.EXPLICIT);
        assertThat(cuts.monetary().get("CNY").origin()).isEqualTo(Origin.EXPLICIT);
    }

    @Test
    @DisplayName("C4: shows its progress piece by piece, and is done at the end")
    void showsProgress() {
        twentyFiveBuyers();
        shop.start();
        assertThat(run().state()).isEqualTo(RecomputationState.MEASURING);
        shop.goOn();
        assertThat(run()).satisfies(run -> {
            assertThat(run.state()).isEqualTo(RecomputationState.SCORING);
            assertThat(run.total()).isEqualTo(25);
        });
        shop.goOn();
        assertThat(run().scored()).isEqualTo(7);
        shop.finish();
        assertThat(run().scored()).isEqualTo(25);
        assertThat(run().state()).isEqualTo(RecomputationState.DONE);
        assertThat(run().finishedAt()).isNotNull();
        assertThat(shop.goOn()).isFalse();
    }

    @Test
    @DisplayName("C4: asked for again while it runs, it is the same one; afterwards it is another")
    void runsOnce() {
        shop.withBuyer("lin", 1, 3, 1103);
        shop.start();
        shop.goOn();
        assertThat(shop.rfm().recompute(Actor.staff("zhu"), NOW)).isEqualTo(Decision.unchanged(shop.rfm()));
        shop.finish();
        assertThat(shop.rfm().recompute(Actor.staff("zhu"), NOW)).isInstanceOfSatisfying(Decision.Accepted.class,
                again -> assertThat(((ShopRfm) again.aggregate()).runs()).isEqualTo(2));
    }

    @Test
    @DisplayName("C4: of two programs at work on one recomputation only one moves it on")
    void movesOnOnce() {
        twentyFiveBuyers();
        shop.start();
        shop.goOn();
        var before = shop.rfm();
        shop.goOn();
        var after = shop.rfm();
        var late = after.scored(1, Objects.requireNonNull(before.recomputation()).after(), "x", 7);
        assertThat(late).isEqualTo(Decision.unchanged(after));
        assertThat(after.finished(1, "elsewhere", shop.crm.customers.clock.instant()))
                .isEqualTo(Decision.unchanged(after));
    }

    @Test
    @DisplayName("C4: who buys while it runs is scored by the limits that hold, at once")
    void scoresBuyersMeanwhile() {
        twentyFiveBuyers();
        shop.start();
        shop.goOn();
        shop.withBuyer("late", 3, 0, 2000);
        assertThat(shop.crm.published(CustomerEvent.RfmChanged.class).getLast().cutPoints()).isEqualTo("2026-11-01.1");
    }

    @Test
    @DisplayName("C4: all cut points that ever held are filed under their version")
    void filesCutPoints() {
        shop.withBuyer("lin", 1, 3, 1103);
        shop.start();
        shop.finish();
        assertThat(shop.shops.filed()).singleElement().satisfies(filed -> {
            assertThat(filed.collection()).isEqualTo(ShopRfm.CUT_POINTS);
            assertThat(filed.key()).isEqualTo("2026-11-01.1");
        });
    }

    @Test
    void theTableHoldsTogether() {
        Picture.assertAllReachable(RecomputationState.MEASURING, RecomputationState::next,
                RecomputationState.values());
        assertThat(RecomputationState.DONE.next()).isEmpty();
        assertThat(RecomputationState.DONE.isRunning()).isFalse();
        var run = Recomputation.start(1, Actor.staff("ke"),
                shop.crm.customers.clock.instant());
        assertThatThrownBy(() -> run.finished(run.startedAt())).isInstanceOf(IllegalStateException.class);
        Picture.of("Recomputation of cut points", RecomputationState.values(), RecomputationState::code,
                RecomputationState::next).assertIsIn(Path.of("docs", "recomputation.md"));
    }

    private void twentyFiveBuyers() {
        for (int n = 1; n <= 25; n++)
            shop.withBuyer("b" + n, 1 + n % 2, n, 10 + n * 7);
    }

    private Recomputation run() {
        return Objects.requireNonNull(shop.rfm().recomputation());
    }
}
