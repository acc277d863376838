package io.shopcare.order.orders;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.shopcare.order.SalesDesk;
import io.shopcare.order.SampleOrders;
import io.shopcare.order.stock.Reservation;
import io.shopcare.order.stock.ReservationState;
import io.shopcare.order.stock.ReserveStock;
import io.shopcare.order.trade.LineAmount;
import io.shopcare.order.trade.StockLine;
import io.shopcare.platform.commands.Actor;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.events.EventMeta;
import io.shopcare.platform.store.Decision;
import io.shopcare.platform.store.Outcome;

import static org.assertj.core.api.Assertions.assertThat;

/** What the stock makes of an order that was placed, whoever holds its stock and however far that is. */
class StockOfOrdersTest {
    private final SalesDesk desk = new SalesDesk();

    @ParameterizedTest
    @EnumSource(names = {"REQUESTED", "REFUSED", "HELD"})
    @DisplayName("O9 an imported order is not cancelled because the audit is just holding its stock, or found it short")
    void leavesAnOrderAloneWhoseStockTheAuditIsHolding(ReservationState state) {
        placedWithAReservationThatIs(state);
        assertThat(desk.order("order-1").isCancelled()).isFalse();
    }

    @Test
    @DisplayName("O9 an order whose stock lapsed before it was written, and is gone since, is cancelled")
    void cancelsAnOrderWhoseStockWasGivenAway() {
        placedWithAReservationThatIs(ReservationState.RELEASED);
        assertThat(desk.order("order-1").isCancelled()).isTrue();
    }

    @Test
    @DisplayName("O9 an order whose stock lapsed before it was written gets it back while it is still there")
    void holdsLapsedStockAnew() {
        desk.withOnTheShelf("COAT-WOOL-GREY-L", "899.00", 1).withOnTheShelf("SCARF-CASHMERE-GREY", "263.00", 1);
        placedWithAReservationThatIs(ReservationState.RELEASED);
        assertThat(desk.order("order-1").isCancelled()).isFalse();
        assertThat(desk.reservations.of("order-1").orElseThrow()).satisfies(reservation -> {
            assertThat(reservation.state()).isEqualTo(ReservationState.BOUND);
            assertThat(reservation.attempt()).isEqualTo(2);
        });
    }

    @Test
    @DisplayName("O9 O8a a parcel that is heard of after the rest was refunded was the last: the rest is free")
    void freesTheRestThatWasRefundedBefore() {
        desk.withOnTheShelf("COAT", "899.00", 1).withOnTheShelf("SCARF", "131.50", 2);
        var partly = OrderFixtures.aPartlyShippedOrder();
        var refunded = OrderFixtures.next(OrderFixtures.next(partly.reserveRefund("r-1", OrderFixtures.cny("249.85"),
                List.of(new LineAmount("2", 2, OrderFixtures.cny("249.85"))), OrderFixtures.cny("0.00")))
                .refundSucceeded("r-1"));
        desk.orders.create("order-1", CommandContext.bySystem("test"), () -> Decision.accept(refunded));
        desk.reserve.handle(new ReserveStock.Request("nuanyang", "order-1", SampleOrders.LIN,
                Map.of("COAT", 1, "SCARF", 2), null), Actor.system("test")).orThrow();
        desk.reservations.bind("order-1");
        desk.reservations.allocate("order-1");

        var shipped = JsonNodeFactory.instance.objectNode().put("orderId", "order-1").put("parcelId", "parcel-1")
                .put("complete", false);
        shipped.putArray("lines").addObject().put("lineId", "1").put("sku", "COAT").put("quantity", 1);
        hears("order.shipped.v1", shipped);
        assertThat(desk.reservations.of("order-1").orElseThrow().state()).isEqualTo(ReservationState.SHIPPED);
        assertThat(desk.figures("COAT").onHand()).isZero();
        assertThat(desk.figures("SCARF").available()).isEqualTo(2);
    }

    @Test
    @DisplayName("O9 O10 what left and came back was taken off; only the rest is freed when the order ends by it")
    void freesOnlyTheRestOfWhatCameBack() {
        desk.withOnTheShelf("COAT", "899.00", 1).withOnTheShelf("SCARF", "131.50", 2);
        var back = OrderFixtures.next(OrderFixtures.aPartlyShippedOrder().parcelReturned("parcel-1",
                OrderFixtures.NOW));
        var over = OrderFixtures.next(OrderFixtures.next(back.reserveRefund("r-1", OrderFixtures.cny("249.85"),
                List.of(new LineAmount("2", 2, OrderFixtures.cny("249.85"))), OrderFixtures.cny("0.00")))
                .refundSucceeded("r-1"));
        desk.orders.create("order-1", CommandContext.bySystem("test"), () -> Decision.accept(back));
        desk.reserve.handle(new ReserveStock.Request("nuanyang", "order-1", SampleOrders.LIN,
                Map.of("COAT", 1, "SCARF", 2), null), Actor.system("test")).orThrow();
        desk.reservations.bind("order-1");
        desk.reservations.allocate("order-1");
        var shipped = JsonNodeFactory.instance.objectNode().put("orderId", "order-1").put("parcelId", "parcel-1")
                .put("complete", false);
        shipped.putArray("lines").addObject().put("lineId", "1").put("sku", "COAT").put("quantity", 1);
        hears("order.shipped.v1", shipped);
        desk.orders.decide("order-1", CommandContext.bySystem("test"), order -> Decision.accept(over));

        hears("order.cancelled.v1", JsonNodeFactory.instance.objectNode().put("orderId", "order-1").put("reason",
                "returned"));
        assertThat(desk.reservations.of("order-1").orElseThrow().state()).isEqualTo(ReservationState.SHIPPED);
        assertThat(desk.figures("COAT").onHand()).isZero();
        assertThat(desk.figures("SCARF").available()).isEqualTo(2);
    }

    @Test
    @DisplayName("O9 what was given back because its order is off is not taken again")
    void leavesCancelledStockAlone() {
        desk.withOnTheShelf("COAT-WOOL-GREY-L", "899.00", 1);
        var released = new Reservation(Reservation.idOf("order-1"), "nuanyang", "order-1", SampleOrders.LIN,
                ReservationState.RELEASED, 1, List.of(new StockLine("COAT-WOOL-GREY-L", "main", 1)), null, Map.of(),
                "cancelled", null);
        desk.reservationStore.create(released.reservationId(), CommandContext.bySystem("test"),
                () -> Decision.accept(released));
        assertThat(desk.reserve.handle(new ReserveStock.Request("nuanyang", "order-1", SampleOrders.LIN,
                Map.of("COAT-WOOL-GREY-L", 1), null), Actor.system("test"))).isInstanceOf(Outcome.Rejected.class);
        assertThat(desk.figures("COAT-WOOL-GREY-L").available()).isEqualTo(1);
    }

    private void placedWithAReservationThatIs(ReservationState state) {
        desk.orders.create("order-1", CommandContext.bySystem("test"),
                () -> Decision.accept(SampleOrders.anApprovedOrder("order-1")));
        desk.reservationStore.create(Reservation.idOf("order-1"), CommandContext.bySystem("test"),
                () -> Decision.accept(new Reservation(Reservation.idOf("order-1"), "nuanyang", "order-1",
                        SampleOrders.LIN, state, 1, List.of(new StockLine("COAT", "main", 1)), null, Map.of(),
                        state == ReservationState.RELEASED ? "expired" : null,
                        state == ReservationState.RELEASED ? null : desk.clock.instant())));
        hears("order.placed.v1", JsonNodeFactory.instance.objectNode().put("orderId", "order-1"));
    }

    private void hears(String type, JsonNode data) {
        new StockOfOrders().ordersMoveStock(desk.reservations,
                new StockForOrder(desk.reserve, desk.reservations, desk.orders), desk.orders).deliver(
                        new EventMeta("shopcare.order.orders", "order-1-1", type, "order-1", 1, desk.clock.instant(),
                                Actor.system("import")),
                        data);
    }
}
