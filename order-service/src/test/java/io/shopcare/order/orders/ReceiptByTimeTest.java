package io.shopcare.order.orders;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.store.Decision;
import io.shopcare.platform.testkit.store.InMemoryAggregateStore;

import static io.shopcare.order.orders.OrderFixtures.COAT;
import static io.shopcare.order.orders.OrderFixtures.NOW;
import static io.shopcare.order.orders.OrderFixtures.SCARVES;
import static io.shopcare.order.orders.OrderFixtures.SF;
import static io.shopcare.order.orders.OrderFixtures.aDeliveredOrder;
import static io.shopcare.order.orders.OrderFixtures.aPartlyShippedOrder;
import static io.shopcare.order.orders.OrderFixtures.aReceivedOrder;
import static io.shopcare.order.orders.OrderFixtures.aShippedOrder;
import static io.shopcare.order.orders.OrderFixtures.anImportedOrder;
import static io.shopcare.order.orders.OrderFixtures.next;
import static io.shopcare.order.orders.OrderFixtures.refused;
import static org.assertj.core.api.Assertions.assertThat;

/** The sale is over some time after the delivery, also when the buyer says nothing. */
class ReceiptByTimeTest {
    private static final Duration WEEK = Duration.ofDays(7);

    private final InMemoryAggregateStore<Order> orders = new InMemoryAggregateStore<>(
            new OrdersConfiguration().orderType());

    @Test
    @DisplayName("O16 seven days after the delivery the order is received and completed, once")
    void completesAWeekAfterTheDelivery() {
        put(aDeliveredOrder());

        orders.fireDue(NOW.plus(WEEK).minusMillis(1));
        assertThat(order().fulfilment().state()).isEqualTo(FulfilmentState.DELIVERED);
        orders.fireDue(NOW.plus(WEEK));
        orders.fireDue(NOW.plus(WEEK).plusSeconds(1));

        assertThat(order().fulfilment().state()).isEqualTo(FulfilmentState.COMPLETED);
        assertThat(orders.published(OrderEvent.Received.class)).singleElement()
                .extracting(OrderEvent.Received::how).isEqualTo("deadline");
        assertThat(orders.published(OrderEvent.Completed.class)).singleElement()
                .extracting(OrderEvent.Completed::how).isEqualTo("deadline");
    }

    @Test
    @DisplayName("O16 nothing is confirmed by time before all of it has arrived, or after the buyer did it")
    void runsOnlyFromTheDeliveryToTheReceipt() {
        assertThat(aShippedOrder().receiptDue()).isNull();
        assertThat(next(aPartlyShippedOrder().delivered("parcel-1", "in-person", NOW, NOW)).receiptDue()).isNull();
        assertThat(aReceivedOrder().receiptDue()).isNull();
        assertThat(aDeliveredOrder().receiptDue()).isEqualTo(NOW.plus(WEEK));
    }

    @Test
    @DisplayName("O16 a parcel from the locker starts the clock anew when it is signed for")
    void countsFromTheSigning() {
        var inTheLocker = next(aShippedOrder().delivered("parcel-1", "locker-or-station", NOW, null));
        assertThat(inTheLocker.receiptDue()).isEqualTo(NOW.plus(WEEK));

        var collected = NOW.plus(Duration.ofDays(2));
        var signed = next(inTheLocker.delivered("parcel-1", "locker-or-station", NOW, collected));

        assertThat(signed.receiptDue()).isEqualTo(collected.plus(WEEK));
    }

    @Test
    @DisplayName("O16 a platform's own clock counts for its orders: ten days from shipping")
    void countsByThePlatformsClock() {
        var approved = next(anImportedOrder("order-1", "COAT", 1).audited("v", List.of(), List.of(), NOW));
        var shipped = next(next(approved.permit("parcel-1")).shipped("parcel-1", SF, List.of(COAT), NOW));

        assertThat(shipped.receiptDue()).isEqualTo(NOW.plus(Duration.ofDays(10)));
        put(shipped);
        orders.fireDue(NOW.plus(Duration.ofDays(10)));
        assertThat(order().fulfilment().state()).isEqualTo(FulfilmentState.COMPLETED);
    }

    @Test
    @DisplayName("O16 the buyer may ask for three more days, once")
    void isExtendedOnce() {
        var extended = next(aDeliveredOrder().extendReceipt(NOW));

        assertThat(extended.receiptDue()).isEqualTo(NOW.plus(Duration.ofDays(10)));
        assertThat(refused(extended.extendReceipt(NOW))).isEqualTo("receipt-extended");
        assertThat(refused(aShippedOrder().extendReceipt(NOW))).isEqualTo("receipt-not-due");
        assertThat(refused(aReceivedOrder().extendReceipt(NOW))).isEqualTo("receipt-not-due");
    }

    @Test
    @DisplayName("O16 O19 the buyer is warned a day before, once for each end of the clock")
    void warnsADayBefore() {
        put(aDeliveredOrder());

        orders.fireDue(day(6).minusMillis(1));
        assertThat(orders.published(OrderEvent.ReceiptDueSoon.class)).isEmpty();
        orders.fireDue(day(6));
        orders.fireDue(day(6).plusSeconds(60));
        assertThat(orders.published(OrderEvent.ReceiptDueSoon.class)).singleElement()
                .extracting(OrderEvent.ReceiptDueSoon::receiptDue).isEqualTo(day(7));

        decide(next(order().extendReceipt(day(6))));
        orders.fireDue(day(9));
        assertThat(orders.published(OrderEvent.ReceiptDueSoon.class)).last()
                .extracting(OrderEvent.ReceiptDueSoon::receiptDue).isEqualTo(day(10));
        orders.fireDue(day(10));
        assertThat(orders.published(OrderEvent.ReceiptDueSoon.class)).hasSize(2);
        assertThat(order().fulfilment().state()).isEqualTo(FulfilmentState.COMPLETED);
    }

    @Test
    @DisplayName("O16 an open case stops the clock, and the time that it was open is added")
    void standsStillWhileACaseIsOpen() {
        var opened = NOW.plus(Duration.ofDays(3));
        var closed = NOW.plus(Duration.ofDays(20));
        put(aDeliveredOrder());
        decide(next(order().caseOpened("case-1", opened)));
        orders.fireDue(NOW.plus(WEEK));
        assertThat(order().fulfilment().state()).isEqualTo(FulfilmentState.DELIVERED);

        decide(next(order().caseClosed("case-1", closed)));

        assertThat(order().receiptDue()).isEqualTo(NOW.plus(WEEK).plus(Duration.between(opened, closed)));
    }

    @Test
    @DisplayName("O16 of two cases that overlap, and of one from before the delivery, only the time counts that the clock stood")
    void addsOnlyTheTimeThatItStoodStill() {
        var twice = next(next(aDeliveredOrder().caseOpened("case-1", day(1))).caseOpened("case-2", day(2)));
        assertThat(next(next(twice.caseClosed("case-1", day(3))).caseClosed("case-2", day(5))).receiptDue())
                .isEqualTo(day(7 + 4));

        var before = next(aShippedOrder().caseOpened("case-3", NOW.minus(Duration.ofDays(5))));
        var delivered = next(before.delivered("parcel-1", "in-person", NOW, NOW));
        assertThat(next(delivered.caseClosed("case-3", day(1))).receiptDue()).isEqualTo(day(7 + 1));
        assertThat(next(before.caseClosed("case-3", NOW)).afterSale().stoodStill()).isZero();
    }

    @Test
    void anOrderFromBeforeTheClockWaitsForItsBuyer() {
        var sale = OrderFixtures.aSale(OrderFixtures.anAddress());
        var old = new Sale(sale.shop(), sale.orderNo(), sale.buyer(), sale.source(), sale.address(), null,
                sale.goods(), sale.discounts(), sale.freight(), sale.total(), NOW, sale.payBy(), null, null, "zh-CN",
                null);
        var paid = next(OrderFixtures.pay(Order.place("order-1", old, OrderFixtures.lines(), List.of()).aggregate(),
                "N-1", "PAY-1", "1103.90"));
        var permitted = next(next(paid.audited("v", List.of(), List.of(), NOW)).permit("parcel-1"));
        var shipped = next(permitted.shipped("parcel-1", SF, List.of(COAT, SCARVES), NOW));

        assertThat(next(shipped.delivered("parcel-1", "in-person", NOW, NOW)).receiptDue()).isNull();
    }

    private static Instant day(int number) {
        return NOW.plus(Duration.ofDays(number));
    }

    private void put(Order order) {
        orders.create("order-1", CommandContext.bySystem("test"), () -> Decision.accept(order));
    }

    private void decide(Order next) {
        orders.decide("order-1", CommandContext.bySystem("test"), order -> Decision.accept(next));
    }

    private Order order() {
        return orders.find("order-1").orElseThrow().aggregate();
    }
}
