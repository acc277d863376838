package io.shopcare.order.stock;

import java.io.IOException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.shopcare.order.FacetTable;
import io.shopcare.platform.store.Decision;

import static io.shopcare.order.stock.StockFixtures.aStock;
import static io.shopcare.order.stock.StockFixtures.by;
import static io.shopcare.order.stock.StockFixtures.next;
import static org.assertj.core.api.Assertions.assertThat;

/** One stock: what is available is never promised twice, every step may be repeated, the ledger adds up. */
class MovingStockTest {
    private static final Instant NOW = Instant.parse("2026-11-10T02:00:00Z");

    @Test
    @DisplayName("O9 the states of a reservation")
    void theTableOfReservations() throws IOException {
        FacetTable.of(ReservationState.class, ReservationState.REQUESTED)
                .reachesAllAndEndsIn(EnumSet.of(ReservationState.SHIPPED))
                .isDrawnIn("reservation.md");
    }

    @Test
    @DisplayName("O9 from the shelf to the parcel")
    void follows() {
        var reserved = next(aStock(3).reserve("c", "order-1", 2, by(), NOW));
        assertThat(reserved.figures()).isEqualTo(new StockFigures(3, 1, 2, 0, 0));
        var allocated = next(reserved.allocate("c", by(), NOW));
        assertThat(allocated.figures()).isEqualTo(new StockFigures(3, 1, 0, 2, 0));
        var first = next(allocated.ship("c", "parcel-1", 1, by(), NOW));
        assertThat(first.figures()).isEqualTo(new StockFigures(2, 1, 0, 1, 0));
        var last = next(first.ship("c", "parcel-2", 1, by(), NOW));
        assertThat(last.figures()).isEqualTo(new StockFigures(1, 1, 0, 0, 0));
        assertThat(last.claims()).isEmpty();
    }

    @Test
    @DisplayName("O9 every step may be repeated")
    void repeats() {
        var reserved = next(aStock(3).reserve("c", "order-1", 2, by(), NOW));
        assertThat(next(reserved.reserve("c", "order-1", 2, by(), NOW))).isEqualTo(reserved);
        var allocated = next(reserved.allocate("c", by(), NOW));
        assertThat(next(allocated.allocate("c", by(), NOW))).isEqualTo(allocated);
        var shipped = next(allocated.ship("c", "parcel-1", 1, by(), NOW));
        assertThat(next(shipped.ship("c", "parcel-1", 1, by(), NOW))).isEqualTo(shipped);
        var released = next(shipped.release("c", by(), NOW));
        assertThat(next(released.release("c", by(), NOW))).isEqualTo(released);
        assertThat(next(released.ship("c", "parcel-3", 1, by(), NOW))).isEqualTo(released);
    }

    @Test
    @DisplayName("O9 what is promised can't be damaged, counted or ordered away")
    void keepsWhatIsPromised() {
        var reserved = next(aStock(3).reserve("c", "order-1", 2, by(), NOW));
        assertThat(reserved.reserve("d", "order-2", 2, by(), NOW)).isInstanceOf(Decision.Rejected.class);
        assertThat(reserved.damage(2, List.of(), null, by(), NOW)).isInstanceOf(Decision.Rejected.class);
        assertThat(reserved.count(1, List.of(), null, by(), NOW)).isInstanceOf(Decision.Rejected.class);
        assertThat(next(reserved.count(2, List.of(), null, by(), NOW)).figures().available()).isZero();
        assertThat(next(reserved.damage(1, List.of(), null, by(), NOW)).figures().damaged()).isEqualTo(1);
    }

    @Test
    @DisplayName("O9 what lay apart is sold after all once somebody has looked, and no more of it than there is")
    void restores() {
        var apart = next(aStock(3).damage(2, List.of(), null, by(), NOW));
        var restored = next(apart.restore(1, "looked at", by(), NOW));
        assertThat(restored.figures()).isEqualTo(new StockFigures(2, 2, 0, 0, 1));
        assertThat(restored.restore(2, null, by(), NOW)).isInstanceOfSatisfying(Decision.Rejected.class,
                refused -> assertThat(refused.rejection().code()).isEqualTo("fewer-damaged"));
    }

    @Test
    @DisplayName("O9 after any steps the ledger adds up to the figures")
    void addsUp() {
        var random = new Random(9);
        for (int run = 0; run < 100; run++) {
            var stock = aStock(0);
            int onHand = 0;
            int reserved = 0;
            int allocated = 0;
            int damaged = 0;
            for (int step = 0; step < 60; step++) {
                if (!(step(stock,
                        random) instanceof Decision.Accepted<Stock>(var after, var events, var riders, var answers)))
                    continue;
                assertThat(riders).hasSize((int) events.stream().filter(StockEvent.Changed.class::isInstance).count());
                assertThat(events.stream().filter(StockEvent.Depleted.class::isInstance).count())
                        .isEqualTo(stock.figures().available() > 0 && after.figures().available() == 0 ? 1 : 0);
                assertThat(events.stream().filter(StockEvent.Replenished.class::isInstance).count())
                        .isEqualTo(stock.figures().available() == 0 && after.figures().available() > 0 ? 1 : 0);
                for (var rider : riders) {
                    var movement = (StockMovement) rider.content();
                    onHand += movement.onHand();
                    reserved += movement.reserved();
                    allocated += movement.allocated();
                    damaged += movement.damaged();
                }
                stock = after;
                assertThat(stock.figures()).isEqualTo(StockFigures.of(onHand, reserved, allocated, damaged));
                assertThat(stock.claims().values().stream().mapToInt(Claim::quantity).sum())
                        .isEqualTo(reserved + allocated);
            }
        }
    }

    private static Decision<Stock> step(Stock stock, Random random) {
        var claim = "c" + random.nextInt(5);
        int units = 1 + random.nextInt(4);
        return switch (random.nextInt(9)) {
            case 0, 1 -> stock.receive(units, null, by(), NOW);
            case 8 -> stock.restore(units, null, by(), NOW);
            case 2 -> stock.damage(units, List.of(), null, by(), NOW);
            case 3 -> stock.count(random.nextInt(20), List.of(), null, by(), NOW);
            case 4 -> stock.reserve(claim, "order", units, by(), NOW);
            case 5 -> stock.allocate(claim, by(), NOW);
            case 6 -> stock.release(claim, by(), NOW);
            default -> stock.ship(claim, "p" + random.nextInt(3), units, by(), NOW);
        };
    }
}
