package io.shopcare.order.orders;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.shopcare.order.SalesDesk;
import io.shopcare.order.stock.FinishReservation;
import io.shopcare.order.stock.Reservation;
import io.shopcare.order.stock.ReservationState;
import io.shopcare.order.stock.ReserveStock;
import io.shopcare.order.trade.Buyer;
import io.shopcare.platform.commands.Actor;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.ids.Ids;
import io.shopcare.platform.store.Outcome;

import static io.shopcare.order.SalesDesk.request;
import static io.shopcare.order.orders.OrderFixtures.LIN;
import static io.shopcare.order.orders.OrderFixtures.anAddress;
import static org.assertj.core.api.Assertions.assertThat;

/** What is held for a cart is given back by itself, or taken by the order that names it. */
class OrderingACartTest {
    private final SalesDesk desk = new SalesDesk().withOnTheShelf("COAT", "899.00", 2);
    private Instant until = Instant.EPOCH;

    @BeforeEach
    void agreeOnTheTime() {
        until = desk.clock.instant().plus(Duration.ofMinutes(15));
    }

    @Test
    @DisplayName("O9 the order takes what is held, also when nothing else is left; a repeat hears the same order")
    void takesWhatIsHeld() {
        var cart = hold(LIN, 2);
        assertThat(refused(order(LIN, null, 1, "a"))).isEqualTo("stock-short");
        var order = order(LIN, cart.reservationId(), 2, "k").orThrow().stored().aggregate();
        assertThat(order.orderId()).isEqualTo(cart.orderId());
        assertThat(order(LIN, cart.reservationId(), 2, "k").orThrow().stored().id()).isEqualTo(order.orderId());
        assertThat(refused(order(LIN, cart.reservationId(), 2, "other"))).isEqualTo("reservation-taken");
        assertThat(desk.figures("COAT").reserved()).isEqualTo(2);
    }

    @Test
    @DisplayName("O9 it is for its buyer and its goods only")
    void isForItsBuyerAndGoods() {
        var cart = hold(LIN, 2);
        assertThat(refused(order(new Buyer("nuanyang", "web", "tom"), cart.reservationId(), 2, "k")))
                .isEqualTo("reservation-unknown");
        assertThat(refused(order(LIN, "no-such", 2, "k"))).isEqualTo("reservation-unknown");
        assertThat(refused(order(LIN, cart.reservationId(), 1, "k"))).isEqualTo("reservation-differs");
    }

    @Test
    @DisplayName("O9 after its time the stock is free again; an order that comes late asks for it anew")
    void goesBackByItself() {
        var cart = hold(LIN, 2);
        finish();
        assertThat(desk.figures("COAT").available()).isZero();
        desk.clock.advance(Duration.ofMinutes(16));
        finish();
        assertThat(desk.figures("COAT").available()).isEqualTo(2);

        assertThat(order(LIN, cart.reservationId(), 2, "k")).isInstanceOf(Outcome.Accepted.class);
        assertThat(desk.figures("COAT").available()).isZero();
    }

    @Test
    @DisplayName("O9 let go by the buyer it is free at once, and no order can take it; one that took it keeps it")
    void isLetGo() {
        var cart = hold(LIN, 2);
        desk.reservations.letGo(cart, CommandContext.bySystem("test")).orThrow();
        assertThat(desk.figures("COAT").available()).isEqualTo(2);
        assertThat(refused(order(LIN, cart.reservationId(), 2, "k"))).isEqualTo("reservation-ended");

        var taken = hold(LIN, 2);
        order(LIN, taken.reservationId(), 2, "k2").orThrow();
        desk.reservations.bind(taken.orderId());
        assertThat(refused(desk.reservations.letGo(taken, CommandContext.bySystem("test"))))
                .isEqualTo("reservation-taken");
    }

    @Test
    @DisplayName("O9 killed right after the order was written: at the end of its time the reservation finds its order")
    void findsItsOrder() {
        var cart = hold(LIN, 2);
        order(LIN, cart.reservationId(), 2, "k").orThrow();
        desk.clock.advance(Duration.ofMinutes(16));
        finish();
        assertThat(desk.reservations.of(cart.orderId()).orElseThrow().state()).isEqualTo(ReservationState.BOUND);
        assertThat(desk.figures("COAT").reserved()).isEqualTo(2);
    }

    private Reservation hold(Buyer buyer, int units) {
        return desk.reserve.handle(new ReserveStock.Request("nuanyang", Ids.next(), buyer, Map.of("COAT", units), until,
                until, null), Actor.buyer(buyer.buyerId())).orThrow().stored().aggregate();
    }

    private void finish() {
        var finish = new FinishReservation(desk.reservationStore, desk.settle, orderId -> desk.orders.find(orderId)
                .isPresent(), desk.clock);
        desk.reservationStore.all().forEach(held -> finish.handle(held.id(), desk.clock.instant()));
    }

    private Outcome<Order> order(Buyer buyer, String reservationId, int units, String key) {
        return desk.place.handle(new PlaceOrder.Command(buyer, "shop", List.of(new PlaceOrder.WantedLine("COAT", units,
                false)), anAddress(), null, null, null, null, List.of(), null, reservationId, null),
                request(buyer.buyerId(),
                        key, "b"));
    }

    private static String refused(Outcome<?> outcome) {
        return outcome instanceof Outcome.Rejected<?>(var why) ? why.code() : "accepted";
    }
}
