package io.shopcare.order.stock;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.shopcare.order.catalogue.Catalogue;
import io.shopcare.order.catalogue.Sku;
import io.shopcare.order.trade.StockLine;
import io.shopcare.platform.commands.Actor;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.store.Outcome;
import io.shopcare.platform.store.Rejection;
import io.shopcare.platform.testkit.store.InMemoryAggregateStore;
import io.shopcare.platform.testkit.time.MutableClock;

import static io.shopcare.order.stock.StockFixtures.SHOP;
import static io.shopcare.order.stock.StockFixtures.refused;
import static io.shopcare.order.stock.StockFixtures.request;
import static org.assertj.core.api.Assertions.assertThat;

/** Reservations of whole orders, through every crash in between. */
class ReservingStockTest {
    private final MutableClock clock = MutableClock.at("2026-11-10T02:00:00Z");
    private final InMemoryAggregateStore<Sku> skus = new InMemoryAggregateStore<>();
    private final InMemoryAggregateStore<Stock> stocks = new InMemoryAggregateStore<>();
    private final InMemoryAggregateStore<Reservation> store = new InMemoryAggregateStore<>(
            new StockConfiguration().reservationType());
    private final MoveStock move = new MoveStock(stocks, new Catalogue(skus), clock);
    private final SettleReservation settle = new SettleReservation(store, stocks, clock);
    private final StockLevels levels = (shop, sku) -> stocks.all().stream().map(stored -> stored.aggregate())
            .filter(stock -> stock.sku().equals(sku)).sorted(Comparator.comparing(Stock::warehouse)).toList();
    private final ReserveStock reserve = new ReserveStock(store, stocks, settle, levels, shop -> false, clock);
    private final Reservations reservations = new Reservations(store, settle, clock);
    private final Set<String> written = new HashSet<>();
    private final FinishReservation finish = new FinishReservation(store, settle, written::contains, clock);

    @BeforeEach
    void shelves() {
        for (var sku : List.of("COAT", "SCARF"))
            StockFixtures.listed(skus, sku, "100.00");
        StockFixtures.stocked(move, "COAT", "hangzhou-1", 3);
        StockFixtures.stocked(move, "SCARF", "hangzhou-1", 1);
    }

    @Test
    @DisplayName("O9 all lines or none")
    void holdsAllOrNothing() {
        assertThat(reserve(Map.of("COAT", 2, "SCARF", 1))).isInstanceOf(Outcome.Accepted.class);
        assertThat(figures("COAT")).isEqualTo(new StockFigures(3, 1, 2, 0, 0));
        assertThat(store.published(StockEvent.Reserved.class)).hasSize(1);

        var second = reserve.handle(request("order-2", Map.of("COAT", 1, "SCARF", 1), null), Actor.buyer("tom"));
        assertThat(refused(second)).isEqualTo("stock-short");
        assertThat(((Outcome.Rejected<Reservation>) second).rejection().facts()).containsEntry("sku", "SCARF")
                .containsEntry("wanted", 1).containsEntry("available", 0);
        assertThat(figures("COAT").available()).isEqualTo(1);
    }

    @Test
    @DisplayName("O9 a repeat of the request finds the same reservation")
    void repeats() {
        reserve(Map.of("COAT", 2));
        reserve(Map.of("COAT", 2));
        assertThat(figures("COAT")).isEqualTo(new StockFigures(3, 1, 2, 0, 0));
        assertThat(store.published(StockEvent.Reserved.class)).hasSize(1);
    }

    @Test
    @DisplayName("O9 a warehouse that has all of it is found")
    void looksForAWarehouse() {
        StockFixtures.stocked(move, "COAT", "zhengzhou-1", 9);
        StockFixtures.stocked(move, "SCARF", "zhengzhou-1", 9);
        var held = reserve(Map.of("COAT", 5, "SCARF", 1)).orThrow().stored().aggregate();
        assertThat(held.lines()).allMatch(line -> line.warehouse().equals("zhengzhou-1"));
        assertThat(refused(reserve.handle(request("order-9", Map.of("COAT", 99), null), Actor.buyer("tom"))))
                .isEqualTo("stock-short");
    }

    @Test
    @DisplayName("O9 O14 no warehouse has all of it: held as scattered, or taken from two where the shop wants it, the fuller first")
    void takesFromTwoWhereTheShopWantsIt() {
        StockFixtures.listed(skus, "GLOVES", "59.00");
        StockFixtures.stocked(move, "COAT", "beijing-1", 9);
        StockFixtures.stocked(move, "SCARF", "zhengzhou-1", 9);
        StockFixtures.stocked(move, "GLOVES", "zhengzhou-1", 9);
        var demand = Map.of("COAT", 5, "SCARF", 5, "GLOVES", 1);
        assertThat(refused(reserve(demand))).isEqualTo("stock-scattered");

        var scattering = new ReserveStock(store, stocks, settle, levels, shop -> true, clock);
        var held = scattering.handle(request("order-2", demand, null), Actor.buyer("tom")).orThrow().stored()
                .aggregate();
        assertThat(held.places()).containsExactlyInAnyOrderEntriesOf(Map.of("COAT", "beijing-1", "SCARF",
                "zhengzhou-1", "GLOVES", "zhengzhou-1"));
        assertThat(held.lines().getFirst().warehouse()).isEqualTo("zhengzhou-1");
        StockFixtures.stocked(move, "SCARF", "beijing-1", 9);
        var swap = new SwapStock(store, stocks, settle, clock);
        assertThat(swap.handle("order-2", new SwapStock.Swap("swap-1", "COAT", "SCARF", 5)).orElseThrow().code())
                .as("in the other parcel").isEqualTo("stock-scattered");
        reservations.allocate("order-2");
        reservations.ship("order-2", "parcel-1", Map.of("SCARF", 5, "GLOVES", 1), false);
        assertThat(reservations.of("order-2").orElseThrow().state()).isEqualTo(ReservationState.ALLOCATED);
        reservations.ship("order-2", "parcel-2", Map.of("COAT", 5), true);
        assertThat(reservations.of("order-2").orElseThrow().state()).isEqualTo(ReservationState.SHIPPED);
        assertThat(stocks.find(Stock.id(StockFixtures.SHOP, "beijing-1", "COAT")).orElseThrow().aggregate().figures())
                .isEqualTo(new StockFigures(4, 4, 0, 0, 0));
        assertThat(stocks.find(Stock.id(StockFixtures.SHOP, "zhengzhou-1", "SCARF")).orElseThrow().aggregate()
                .figures()).isEqualTo(new StockFigures(4, 4, 0, 0, 0));

        StockFixtures.listed(skus, "HAT", "89.00");
        StockFixtures.stocked(move, "HAT", "xian-1", 9);
        assertThat(refused(scattering.handle(request("order-3", Map.of("COAT", 4, "GLOVES", 1, "HAT", 1), null),
                Actor.buyer("tom")))).as("not from three").isEqualTo("stock-scattered");
    }

    @Test
    @DisplayName("O9 bound, promised, shipped: the stock follows, and every event may come again")
    void followsTheOrder() {
        reserve(Map.of("COAT", 2, "SCARF", 1));
        for (int twice = 0; twice < 2; twice++) {
            reservations.bind("order-1");
            reservations.allocate("order-1");
        }
        assertThat(figures("COAT")).isEqualTo(new StockFigures(3, 1, 0, 2, 0));
        for (int twice = 0; twice < 2; twice++)
            reservations.ship("order-1", "parcel-1", Map.of("COAT", 2, "SCARF", 1), true);
        assertThat(figures("COAT")).isEqualTo(new StockFigures(1, 1, 0, 0, 0));
        assertThat(reservations.of("order-1").orElseThrow().state()).isEqualTo(ReservationState.SHIPPED);
        assertThat(reservations.of("order-1").orElseThrow().unsettledSince()).isNull();
    }

    @Test
    @DisplayName("O9 units that are refunded before they ship are free again, once")
    void freesWhatTheOrderWantsNoMore() {
        reserve(Map.of("COAT", 2));
        reservations.bind("order-1");
        reservations.allocate("order-1");
        for (int twice = 0; twice < 2; twice++)
            reservations.releaseUnwanted("order-1");
        assertThat(figures("COAT")).isEqualTo(new StockFigures(3, 3, 0, 0, 0));
        assertThat(store.published(StockEvent.Released.class)).singleElement()
                .extracting(StockEvent.Released::reason).isEqualTo("reduced");
    }

    @Test
    @DisplayName("O9 what was refunded out of an order is free again when the rest ships")
    void freesTheRestOfAnOrderThatShips() {
        reserve(Map.of("COAT", 2));
        reservations.bind("order-1");
        reservations.allocate("order-1");
        for (int twice = 0; twice < 2; twice++)
            reservations.ship("order-1", "parcel-1", Map.of("COAT", 1), true);
        assertThat(figures("COAT")).isEqualTo(new StockFigures(2, 2, 0, 0, 0));
        assertThat(reservations.of("order-1").orElseThrow().state()).isEqualTo(ReservationState.SHIPPED);
    }

    @Test
    @DisplayName("O9 a cancelled order gives its stock back, once")
    void gives() {
        reserve(Map.of("COAT", 2));
        reservations.bind("order-1");
        for (int twice = 0; twice < 2; twice++)
            reservations.release("order-1", "cancelled");
        assertThat(figures("COAT")).isEqualTo(new StockFigures(3, 3, 0, 0, 0));
        assertThat(store.published(StockEvent.Released.class)).singleElement()
                .extracting(StockEvent.Released::reason).isEqualTo("cancelled");
        assertThat(refused(reservations.allocate("order-1"))).isEqualTo("reservation-ended");
    }

    @Test
    @DisplayName("O9 killed after the stock was held and before the order was written: its deadline gives it back")
    void givesBackWhatNobodyFinished() {
        reserve(Map.of("COAT", 2));
        finishWhatIsDue();
        assertThat(figures("COAT").available()).as("the order may still be on its way").isEqualTo(1);

        clock.advance(Reservation.GIVE_UP_AFTER.plusSeconds(1));
        finishWhatIsDue();
        assertThat(figures("COAT").available()).isEqualTo(3);
        assertThat(refused(reservations.bind("order-1"))).isEqualTo("reservation-ended");
    }

    @Test
    @DisplayName("O9 killed after the order was written: its deadline binds it")
    void bindsWhatTheOrderUses() {
        reserve(Map.of("COAT", 2));
        written.add("order-1");
        clock.advance(Reservation.GIVE_UP_AFTER.plusSeconds(1));
        finishWhatIsDue();
        assertThat(reservations.of("order-1").orElseThrow().state()).isEqualTo(ReservationState.BOUND);
        assertThat(figures("COAT").available()).isEqualTo(1);
    }

    @Test
    @DisplayName("O9 killed after the first of two lines was taken: a repeat finishes it, or its deadline undoes it")
    void finishesOrUndoesAHalf() {
        half("order-1");
        assertThat(figures("COAT").reserved()).isEqualTo(2);
        assertThat(reserve(Map.of("COAT", 2, "SCARF", 1))).isInstanceOf(Outcome.Accepted.class);
        assertThat(figures("COAT").reserved()).isEqualTo(2);
        reservations.bind("order-1");
        reservations.release("order-1", "cancelled");

        half("order-2");
        clock.advance(Reservation.GIVE_UP_AFTER.plusSeconds(1));
        finishWhatIsDue();
        assertThat(figures("COAT")).isEqualTo(new StockFigures(3, 3, 0, 0, 0));
        assertThat(store.all()).allMatch(stored -> stored.aggregate().unsettledSince() == null);
    }

    @Test
    @DisplayName("O9 killed after a release was decided and before the stock followed: its deadline lets it follow")
    void settlesARelease() {
        reserve(Map.of("COAT", 2));
        reservations.bind("order-1");
        store.decide(Reservation.idOf("order-1"), CommandContext.bySystem("release"),
                reservation -> reservation.release("expired", clock.instant()));
        assertThat(figures("COAT").available()).isEqualTo(1);
        clock.advance(Duration.ofSeconds(11));
        finishWhatIsDue();
        assertThat(figures("COAT").available()).isEqualTo(3);
        assertThat(store.published(StockEvent.Released.class)).hasSize(1);
    }

    @Test
    @DisplayName("O9 after a refusal the same order may ask again, and nothing of the first time is left")
    void asksAgain() {
        assertThat(refused(reserve(Map.of("COAT", 2, "SCARF", 2)))).isEqualTo("stock-short");
        half("order-1");
        store.decide(Reservation.idOf("order-1"), CommandContext.bySystem("refuse"),
                reservation -> reservation.refuse(1, clock.instant()));
        assertThat(reserve(Map.of("COAT", 1)).orThrow().stored().aggregate().attempt()).isEqualTo(2);
        reservations.bind("order-1");
        assertThat(figures("COAT")).isEqualTo(new StockFigures(3, 2, 1, 0, 0));
    }

    @Test
    @DisplayName("O9 a refused reservation tells which SKU is short")
    void tellsTheShortSku() {
        assertThat(((Outcome.Rejected<Reservation>) reserve(Map.of("GLOVES", 1))).rejection())
                .isEqualTo(Rejection.notNow("stock-short", new HashMap<>(Map.of("sku", "GLOVES", "wanted", 1,
                        "available", 0))));
    }

    private void finishWhatIsDue() {
        store.due(clock.instant()).forEach(due -> finish.handle(due.id(), clock.instant()));
    }

    private Outcome<Reservation> reserve(Map<String, Integer> demand) {
        return reserve.handle(request("order-1", demand, null), Actor.buyer("lin"));
    }

    /** What a killed instance leaves: the reservation asked for, the first of two stocks taken. */
    private void half(String orderId) {
        store.create(Reservation.idOf(orderId), CommandContext.bySystem("request"),
                () -> Reservation.request(SHOP, orderId, StockFixtures.LIN, List.of(
                        new StockLine("COAT", "hangzhou-1", 2),
                        new StockLine("SCARF", "hangzhou-1", 1)), null, null, clock.instant()));
        stocks.decide(Stock.id(SHOP, "hangzhou-1", "COAT"), CommandContext.bySystem("take"),
                stock -> stock.reserve(Reservation.idOf(orderId) + "_1", orderId, 2, StockFixtures.by(),
                        clock.instant()));
    }

    private StockFigures figures(String sku) {
        return stocks.find(Stock.id(SHOP, "hangzhou-1", sku)).orElseThrow().aggregate().figures();
    }
}
