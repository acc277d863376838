package io.shopcare.aftersale.orders;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.shopcare.platform.json.Json;
import io.shopcare.platform.money.Money;
import io.shopcare.platform.testkit.contracts.Contracts;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("A2: what is known of an order while order-service is away")
class HeardOrderTest {
    private static final Instant AT = Instant.parse("2026-11-13T02:30:00Z");

    @Test
    void isPutTogetherFromItsEvents() {
        var order = OrderFact.UNKNOWN.on(sample("order.placed.v1", "coat-and-scarf", OrderEvents.Placed.class), AT)
                .on(sample("order.paid.v1", "in-full", OrderEvents.Paid.class), AT)
                .on(sample("order.shipped.v1", "all-in-one-parcel", OrderEvents.Shipped.class), AT)
                .on(sample("order.delivered.v1", "in-person", OrderEvents.Delivered.class), AT)
                .on(sample("order.received.v1", "confirmed-by-lin", OrderEvents.Received.class), AT);
        var parcel = ParcelFact.of(sample("parcel.created.v1", "coat-and-scarf", OrderEvents.ParcelCreated.class));
        var refund = RefundFact.taking(sample("refund.requested.v1", "scarf", OrderEvents.RefundReserved.class));
        var copy = new HeardOrder(order, List.of(parcel), List.of(refund)).copy().orElseThrow();
        assertThat(copy.source()).isEqualTo(OrderCopy.Source.HEARD);
        assertThat(copy.asOf()).isEqualTo(AT);
        var scarf = copy.line("2").orElseThrow();
        assertThat(scarf.paid()).isEqualTo(Money.of("249.85", "CNY"));
        assertThat(scarf.left()).as("a refund is reserved on it").isEqualTo(Money.zero("CNY"));
        assertThat(scarf.receivedAt()).as("signed for, not confirmed later").isEqualTo("2026-11-12T02:14:00Z");
        assertThat(scarf.warehouse()).isEqualTo("hangzhou-1");
        assertThat(copy.line("1").orElseThrow().left()).isEqualTo(Money.of("854.05", "CNY"));
    }

    @Test
    @DisplayName("R1: a locker is not signing; the buyer's confirmation is what is known then")
    void waitsForTheSignatureOfALocker() {
        var inALocker = OrderFact.UNKNOWN
                .on(sample("order.placed.v1", "ring-and-opened-cosmetics", OrderEvents.Placed.class), AT)
                .on(sample("order.delivered.v1", "in-a-locker", OrderEvents.Delivered.class), AT);
        assertThat(ring(inALocker).receivedAt()).isNull();
        var collected = inALocker.on(new OrderEvents.Delivered("o", List.of(new OrderEvents.LineQuantity("1", 1)),
                AT.plusSeconds(60)), AT);
        assertThat(ring(collected).receivedAt()).isEqualTo(AT.plusSeconds(60));
        var byDeadline = inALocker.on(sample("order.received.v1", "by-deadline", OrderEvents.Received.class), AT);
        assertThat(ring(byDeadline).receivedAt()).isEqualTo("2026-11-21T09:00:00Z");
    }

    @Test
    @DisplayName("A2 O10: a line is what it was exchanged for, by its own terms; what was paid for that counts on it")
    void isWhatItWasExchangedFor() {
        var order = OrderFact.UNKNOWN.on(sample("order.placed.v1", "coat-and-scarf", OrderEvents.Placed.class), AT)
                .on(sample("order.paid.v1", "in-full", OrderEvents.Paid.class), AT)
                .on(sample("order.line-exchanged.v1", "a-dearer-one", OrderEvents.LineExchanged.class), AT)
                .on(sample("payment-request.paid.v1", "for-an-exchange", OrderEvents.RequestPaid.class), AT);
        var coat = new HeardOrder(order, List.of(), List.of()).copy().orElseThrow().line("1").orElseThrow();
        assertThat(coat.sku()).isEqualTo("COAT-WOOL-LONG-L");
        assertThat(coat.title()).isEqualTo("长款羊毛大衣 灰色 L");
        assertThat(coat.terms().excluded()).isEqualTo("made-to-order");
        assertThat(coat.paid()).isEqualTo(Money.of("914.05", "CNY"));

        var toldBefore = order.on(sample("order.line-exchanged.v1", "a-cheaper-one", OrderEvents.LineExchanged.class),
                AT);
        var cheaper = new HeardOrder(toldBefore, List.of(), List.of()).copy().orElseThrow().line("1").orElseThrow();
        assertThat(cheaper.sku()).isEqualTo("COAT-WOOL-SHORT-L");
        var elsewhere = order.on(new OrderEvents.RequestPaid("o", Money.of("15.00", "CNY"), "redirect-price", null), AT)
                .on(new OrderEvents.RequestPaid("o", Money.of("5.00", "CNY"), "shortfall", null), AT);
        assertThat(new HeardOrder(elsewhere, List.of(), List.of()).copy().orElseThrow().freightLeft().minus(
                new HeardOrder(order, List.of(), List.of()).copy().orElseThrow().freightLeft()))
                .isEqualTo(Money.of("15.00", "CNY"));
    }

    @Test
    void freesWhatAFailedRefundHeld() {
        var failed = RefundFact.free(sample("refund.failed.v1", "provider-refused", OrderEvents.RefundFailed.class));
        assertThat(failed.of("2", "CNY").isZero()).isTrue();
        assertThat(failed.orderId()).isEqualTo("01a1c327-d510-73ee-8b7e-96e59ce40f9c");
    }

    @Test
    void isNothingBeforeTheOrderItselfIsHeardOf() {
        var paidOnly = OrderFact.UNKNOWN.on(sample("order.paid.v1", "in-full", OrderEvents.Paid.class), AT);
        assertThat(new HeardOrder(paidOnly, List.of(), List.of()).copy()).isEmpty();
    }

    private static OrderLine ring(OrderFact fact) {
        return new HeardOrder(fact, List.of(), List.of()).copy().orElseThrow().line("1").orElseThrow();
    }

    private static <T> T sample(String type, String name, Class<T> as) {
        try {
            return Json.WIRE.treeToValue(Contracts.sample(type, name).data(), as);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
