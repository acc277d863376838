package io.shopcare.order.orders;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.shopcare.order.MortalStore;
import io.shopcare.order.SalesDesk;
import io.shopcare.order.orders.PlaceOrder.WantedLine;
import io.shopcare.order.stock.ReservationState;
import io.shopcare.order.stock.ReserveStock;
import io.shopcare.order.stock.StockFigures;
import io.shopcare.platform.commands.Actor;
import io.shopcare.platform.money.Money;
import io.shopcare.platform.store.Outcome;

import static io.shopcare.order.SalesDesk.request;
import static io.shopcare.order.orders.OrderFixtures.LIN;
import static io.shopcare.order.orders.OrderFixtures.aGiftBox;
import static io.shopcare.order.orders.OrderFixtures.anAddress;
import static io.shopcare.order.orders.OrderFixtures.cny;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Orders are placed once, with all their stock or not at all. */
class PlacingOrdersTest {
    private final SalesDesk desk = new SalesDesk().withOnTheShelf("COAT", "899.00", 3).withOnTheShelf("SCARF",
            "131.50", 2);

    @Test
    @DisplayName("O3 the parts add up: goods less discount plus freight is the total, line by line")
    void priceAddsUp() {
        var order = accepted(desk.place.handle(command(new Sale.Discount("quote", "Q-1", cny("58.10")),
                new WantedLine("COAT", 1, false), new WantedLine("SCARF", 2, false)), request("mei", "k", "b")));

        assertThat(order.sale().total()).isEqualTo(cny("1103.90"));
        assertThat(order.lines()).extracting(OrderLine::discount).containsExactly(cny("44.95"), cny("13.15"));
        assertThat(Money.sum("CNY", order.lines().stream().map(OrderLine::amount).toList()).plus(
                order.sale().freight())).isEqualTo(order.sale().total());
        assertThat(order.sale().payBy()).isEqualTo(desk.clock.instant().plus(Duration.ofHours(24)));
    }

    @Test
    @DisplayName("O9 the demand of one SKU on two lines is summed before it is checked")
    void sumsTheDemand() {
        var refused = desk.place.handle(command(null, new WantedLine("SCARF", 2, false),
                new WantedLine("SCARF", 1, false)), request("lin", "k", "b"));

        assertThat(refused).isInstanceOfSatisfying(Outcome.Rejected.class,
                rejected -> assertThat(rejected.rejection().code()).isEqualTo("stock-short"));
        assertThat(desk.orders.all()).isEmpty();
    }

    @Test
    @DisplayName("O1 killed after the stock was held and before the order was written: a repeat goes on")
    void goesOnAfterACrash() {
        var context = request("lin", "k", "b");
        desk.reserve.handle(new ReserveStock.Request("nuanyang", context.newId(), LIN, Map.of("COAT", 2), null),
                Actor.buyer("lin"));

        var order = accepted(desk.place.handle(command(null, new WantedLine("COAT", 2, false)), context));

        assertThat(desk.figures("COAT")).isEqualTo(new StockFigures(3, 1, 2, 0, 0));
        assertThat(desk.reservations.of(order.orderId()).orElseThrow().state()).isEqualTo(ReservationState.HELD);
    }

    @Test
    @DisplayName("O1 S7 pressed twice at once it is one order with one reservation")
    void placesTwinsOnce() throws Exception {
        var presses = new ArrayList<Callable<String>>();
        for (int i = 0; i < 20; i++)
            presses.add(() -> accepted(desk.place.handle(command(null, new WantedLine("COAT", 2, false)),
                    request("lin", "k", "b"))).orderId());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var ids = new ArrayList<String>();
            for (var answer : threads.invokeAll(presses))
                ids.add(answer.get());
            assertThat(ids).hasSize(20).containsOnly(ids.getFirst());
        }
        assertThat(desk.figures("COAT")).isEqualTo(new StockFigures(3, 1, 2, 0, 0));
        assertThat(desk.orders.published(OrderEvent.Placed.class)).hasSize(1);
    }

    @Test
    @DisplayName("O1 the same key for something else is refused, and holds no stock")
    void refusesAnotherRequestUnderTheKey() {
        accepted(desk.place.handle(command(null, new WantedLine("COAT", 1, false)), request("lin", "k", "b")));
        var other = desk.place.handle(command(null, new WantedLine("SCARF", 1, false)), request("lin", "k", "c"));
        assertThat(other).isInstanceOfSatisfying(Outcome.Rejected.class,
                rejected -> assertThat(rejected.rejection().code()).isEqualTo("idempotency-key-reused"));
        assertThat(desk.figures("SCARF").reserved()).isZero();
    }

    @Test
    @DisplayName("O1 O9 killed before the order was written, then the same key for another basket: refused, nothing sold on foreign stock")
    void refusesAnotherBasketAfterACrash() {
        var life = new MortalStore.Life();
        life.endsAfter(0);
        var dying = desk.placing(new MortalStore<>(desk.orders, life));
        assertThatThrownBy(() -> dying.handle(command(null, new WantedLine("COAT", 1, false)),
                request("lin", "k", "b"))).isInstanceOf(MortalStore.Killed.class);
        assertThat(desk.figures("COAT").reserved()).isEqualTo(1);

        var other = desk.place.handle(command(null, new WantedLine("SCARF", 1, false)), request("lin", "k", "c"));
        assertThat(other).isInstanceOfSatisfying(Outcome.Rejected.class,
                rejected -> assertThat(rejected.rejection().code()).isEqualTo("idempotency-key-reused"));
        assertThat(desk.orders.all()).isEmpty();
        accepted(desk.place.handle(command(null, new WantedLine("COAT", 1, false)), request("lin", "k", "b")));
        assertThat(desk.figures("COAT").reserved()).isEqualTo(1);
    }

    @Test
    @DisplayName("P9 an order carries the promises that wait for it")
    void carriesPromises() {
        desk.promises.add(aGiftBox());
        var order = accepted(desk.place.handle(command(null, new WantedLine("COAT", 1, false)),
                request("lin", "k", "b")));
        assertThat(order.promises().open()).hasSize(1);
        assertThat(desk.orders.published(OrderEvent.Placed.class).getFirst().promises()).containsExactly(aGiftBox());
    }

    private static PlaceOrder.Command command(Sale.@Nullable Discount discount, WantedLine... lines) {
        return new PlaceOrder.Command(LIN, "shop", List.of(lines), anAddress(), null, "conversation-1", discount, null);
    }

    private static Order accepted(Outcome<Order> outcome) {
        return outcome.orThrow().stored().aggregate();
    }
}
