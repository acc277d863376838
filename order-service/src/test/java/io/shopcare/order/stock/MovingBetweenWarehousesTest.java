package io.shopcare.order.stock;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.shopcare.order.FacetTable;
import io.shopcare.order.MortalStore;
import io.shopcare.order.catalogue.Catalogue;
import io.shopcare.order.catalogue.Sku;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.store.Outcome;
import io.shopcare.platform.testkit.store.InMemoryAggregateStore;
import io.shopcare.platform.testkit.time.MutableClock;

import static io.shopcare.order.stock.StockFixtures.KU;
import static io.shopcare.order.stock.StockFixtures.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A transfer is booked in both ledgers or in none, whoever is killed and whoever asks twice. */
class MovingBetweenWarehousesTest {
    private final MutableClock clock = MutableClock.at("2026-11-10T02:00:00Z");
    private final InMemoryAggregateStore<Sku> skus = new InMemoryAggregateStore<>();
    private final InMemoryAggregateStore<Stock> stocks = new InMemoryAggregateStore<>();
    private final InMemoryAggregateStore<Transfer> transfers = new InMemoryAggregateStore<>(new StockConfiguration()
            .transferType());
    private final MortalStore.Life life = new MortalStore.Life();
    private final MoveStock receiving = new MoveStock(stocks, new Catalogue(skus), clock);
    private final MoveBetween move = new MoveBetween(new MortalStore<>(transfers, life), new MortalStore<>(stocks,
            life), new MoveStock(new MortalStore<>(stocks, life), new Catalogue(skus), clock), new Catalogue(skus),
            clock);

    @BeforeEach
    void shelves() {
        StockFixtures.listed(skus, "COAT", "100.00");
        StockFixtures.stocked(receiving, "COAT", "hangzhou-1", 5);
    }

    @Test
    @DisplayName("O9 states of a transfer")
    void statesAreReachableAndEnd() throws Exception {
        FacetTable.of(TransferState.class, TransferState.ASKED)
                .reachesAllAndEndsIn(Set.of(TransferState.REFUSED, TransferState.ARRIVED))
                .isDrawnIn("stock-transfer.md");
    }

    @Test
    @DisplayName("O9 a leg in each ledger, once however often it is asked for")
    void booksBothLegs() {
        assertThat(ask("k", 3)).isInstanceOf(Outcome.Accepted.class);
        assertThat(ask("k", 3)).isInstanceOf(Outcome.Accepted.class);
        assertThat(List.of(onHand("hangzhou-1"), onHand("shanghai-1"))).containsExactly(2, 3);
        assertThat(stocks.published(StockEvent.Changed.class)).extracting(StockEvent.Changed::cause)
                .containsExactly("received", "transferred-out", "transferred-in");
    }

    @Test
    @DisplayName("O9 what is promised stays; refused, nothing moves, also when more comes in before the repeat")
    void refusesMoreThanIsFree() {
        assertThat(refused(ask("k", 6))).isEqualTo("transfer-short");
        StockFixtures.stocked(receiving, "COAT", "hangzhou-1", 9);
        assertThat(refused(ask("k", 6))).isEqualTo("transfer-short");
        assertThat(onHand("hangzhou-1")).isEqualTo(14);
        assertThat(stocks.find("nuanyang/shanghai-1/COAT")).isEmpty();
        assertThat(refused(move.handle(command("hangzhou-1", "hangzhou-1", 1), context("x")))).isEqualTo(
                "same-warehouse");
        assertThat(refused(move.handle(command("nowhere-1", "hangzhou-1", 1), context("y")))).isEqualTo(
                "transfer-short");
    }

    @Test
    @DisplayName("O9 killed after any write: its deadline goes on, and both legs are there")
    void isNeverHalf() {
        for (int writes = 0; writes < 5; writes++) {
            var key = "k" + writes;
            life.endsAfter(writes);
            if (writes < 4)
                assertThatThrownBy(() -> ask(key, 1)).isInstanceOf(MortalStore.Killed.class);
            life.goesOn();
            clock.advance(java.time.Duration.ofMinutes(1));
            transfers.due(clock.instant()).forEach(due -> move.finish(due.id()));
            transfers.due(clock.instant()).forEach(due -> move.finish(due.id()));
            int there = stocks.find("nuanyang/shanghai-1/COAT").map(stored -> stored.aggregate().figures().onHand())
                    .orElse(0);
            assertThat(onHand("hangzhou-1") + there).isEqualTo(5);
            assertThat(transfers.all()).allMatch(stored -> stored.aggregate().state() == TransferState.ARRIVED);
            assertThat(transfers.due(clock.instant())).isEmpty();
        }
        assertThat(onHand("shanghai-1")).isEqualTo(3);
    }

    @Test
    @DisplayName("O9 many at once: no unit is made and none is lost")
    void conservesUnits() throws Exception {
        StockFixtures.stocked(receiving, "COAT", "shanghai-1", 5);
        var asked = new ArrayList<Callable<Outcome<Transfer>>>();
        for (int i = 0; i < 60; i++) {
            var key = "k" + i % 40;
            boolean forth = i % 2 == 0;
            asked.add(() -> move.handle(forth
                    ? command("hangzhou-1", "shanghai-1", 2)
                    : command("shanghai-1", "hangzhou-1", 2), context(key)));
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.invokeAll(asked);
        }
        assertThat(onHand("hangzhou-1") + onHand("shanghai-1")).isEqualTo(10);
        assertThat(transfers.all()).allMatch(stored -> stored.aggregate().state().next().isEmpty());
    }

    private Outcome<Transfer> ask(String key, int units) {
        return move.handle(command("hangzhou-1", "shanghai-1", units), context(key));
    }

    private static MoveBetween.Command command(String from, String to, int units) {
        return new MoveBetween.Command("nuanyang", "COAT", from, to, units, null);
    }

    private static CommandContext context(String key) {
        return CommandContext.keyed(KU, "transfer", key, "");
    }

    private int onHand(String warehouse) {
        return stocks.find(Stock.id("nuanyang", warehouse, "COAT")).orElseThrow().aggregate().figures().onHand();
    }
}
