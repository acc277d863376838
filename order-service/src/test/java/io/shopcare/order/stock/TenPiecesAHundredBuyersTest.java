package io.shopcare.order.stock;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.shopcare.order.StoreInstance;
import io.shopcare.order.catalogue.Catalogue;
import io.shopcare.order.catalogue.Sku;
import io.shopcare.platform.commands.Actor;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.AggregateType;
import io.shopcare.platform.store.Outcome;
import io.shopcare.platform.testkit.services.TestDatabase;

import static io.shopcare.order.stock.StockFixtures.SHOP;
import static io.shopcare.order.stock.StockFixtures.request;
import static org.assertj.core.api.Assertions.assertThat;

/** S7 on the database, by two instances of the store. */
class TenPiecesAHundredBuyersTest {
    private static final int BUYERS = 100;
    private static final int PIECES = 10;

    private final String uri = TestDatabase.freshUri();
    private final StoreInstance one = new StoreInstance(uri);
    private final StoreInstance two = new StoreInstance(uri);

    @AfterEach
    void close() {
        one.close();
        two.close();
    }

    @Test
    @DisplayName("O9 S7 ten of a hundred buyers hold a piece, ten of them pressed twice, and the ledger agrees")
    void sellsTenPieces() throws Exception {
        var config = new StockConfiguration();
        StockFixtures.listed(skus(one), "RING", "320.00");
        StockFixtures.stocked(new MoveStock(config.stocks(one.stores(), config.stockType()),
                new Catalogue(skus(one)), Clock.systemUTC()), "RING", "hangzhou-1", PIECES);
        var doors = List.of(door(one), door(two));

        var presses = new ArrayList<Callable<String>>();
        for (int buyer = 0; buyer < BUYERS; buyer++) {
            var orderId = "order-" + buyer;
            int times = buyer % 10 == 0 ? 2 : 1;
            for (int press = 0; press < times; press++) {
                var door = doors.get((buyer + press) % 2);
                presses.add(() -> pressed(door, orderId));
            }
        }
        var answers = new ArrayList<String>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<String> answer : threads.invokeAll(presses))
                answers.add(answer.get());
        }

        var stock = config.stocks(two.stores(), config.stockType()).find(Stock.id(SHOP, "hangzhou-1", "RING"))
                .orElseThrow().aggregate();
        assertThat(answers.stream().filter(answer -> answer.startsWith("held")).distinct()).hasSize(PIECES);
        assertThat(answers.stream().filter(answer -> !answer.startsWith("held")))
                .allMatch(answer -> answer.equals("stock-short") || answer.equals("lost-to-another"));
        assertThat(stock.figures()).isEqualTo(new StockFigures(PIECES, 0, PIECES, 0, 0));
        assertThat(stock.claims()).hasSize(PIECES);
        assertThat(new CheckLedger(one.database()).of(List.of(SHOP), null, 9).differences()).isEmpty();
    }

    private static String pressed(ReserveStock door, String orderId) {
        return switch (door.handle(request(orderId, Map.of("RING", 1), null), Actor.buyer(orderId))) {
            case Outcome.Accepted<Reservation> held -> "held by " + orderId;
            case Outcome.Rejected<Reservation>(var why) -> why.code();
        };
    }

    private static ReserveStock door(StoreInstance instance) {
        var config = new StockConfiguration();
        var stocks = config.stocks(instance.stores(), config.stockType());
        var reservations = config.reservationStore(instance.stores(), config.reservationType());
        return new ReserveStock(reservations, stocks, new SettleReservation(reservations, stocks, Clock.systemUTC()),
                new MongoStockLevels(instance.database()), shop -> false, Clock.systemUTC());
    }

    private static AggregateStore<Sku> skus(StoreInstance instance) {
        return instance.stores().of(new AggregateType<>("sku", Sku.class, "skus",
                "shopcare.order.skus", Sku::shop));
    }
}
