package io.shopcare.order.orders;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.bson.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.shopcare.order.FacetTable;
import io.shopcare.order.trade.LineAmount;
import io.shopcare.order.trade.Tender;
import io.shopcare.platform.json.Json;
import io.shopcare.platform.security.Person;
import io.shopcare.platform.store.Decision;

import static io.shopcare.order.orders.OrderFixtures.AN;
import static io.shopcare.order.orders.OrderFixtures.NOW;
import static io.shopcare.order.orders.OrderFixtures.aPaidOrder;
import static io.shopcare.order.orders.OrderFixtures.aPlacedOrder;
import static io.shopcare.order.orders.OrderFixtures.accepted;
import static io.shopcare.order.orders.OrderFixtures.anApprovedOrder;
import static io.shopcare.order.orders.OrderFixtures.cny;
import static io.shopcare.order.orders.OrderFixtures.event;
import static io.shopcare.order.orders.OrderFixtures.next;
import static io.shopcare.order.orders.OrderFixtures.pay;
import static io.shopcare.order.orders.OrderFixtures.refused;
import static org.assertj.core.api.Assertions.assertThat;

class AskingForMoreMoneyTest {
    private static final Instant EXPIRES = NOW.plus(Duration.ofHours(24));

    @Test
    @DisplayName("O10 printing waits for a payment request, and goes on when it is paid")
    void printingWaits() {
        var asked = next(anApprovedOrder().requestPayment(forTheCoat("60.00")));

        assertThat(refused(asked.permit("parcel-1"))).isEqualTo("payment-request-open");
        var paid = next(pays(asked, "n-1", "60.00"));
        assertThat(accepted(paid.permit("parcel-1")).aggregate().fulfilment().permits()).contains("parcel-1");
        var later = next(OrderFixtures.aPermittedOrder().requestPayment(forTheCoat("60.00")));
        assertThat(refused(later.permit("parcel-1"))).as("asked again before handover")
                .isEqualTo("payment-request-open");
    }

    @Test
    @DisplayName("O5 O19 the buyer is told once that a request will end: two hours before, of a short one in its last quarter")
    void reminds() {
        var asked = next(anApprovedOrder().requestPayment(forTheCoat("60.00")));
        var request = asked.payment().openRequests().getFirst();
        var due = EXPIRES.minus(Duration.ofHours(2));
        assertThat(request.remindAt()).isEqualTo(due);
        assertThat(accepted(Requesting.remind(asked, due.minusMillis(1))).events()).isEmpty();
        var told = Requesting.remind(asked, due);
        assertThat(event(told, OrderEvent.PaymentRequestDueSoon.class).expiresAt()).isEqualTo(EXPIRES);
        assertThat(next(told).payment().openRequests().getFirst().remindAt()).as("once").isNull();
        assertThat(accepted(Requesting.remind(next(told), EXPIRES.minusMillis(1))).events()).isEmpty();
        assertThat(accepted(Requesting.remind(asked, EXPIRES)).events()).as("over by now").isEmpty();

        assertThat(next(pays(asked, "n-1", "60.00")).payment().request(request.requestId()).orElseThrow().remindAt())
                .as("paid").isNull();
        var brief = PaymentRequest.of("q-9", cny("60.00"), PaymentReason.REDIRECT_PRICE, null, null, request.by(),
                EXPIRES.minus(Duration.ofHours(1)), EXPIRES);
        assertThat(brief.remindAt()).isEqualTo(EXPIRES.minus(Duration.ofMinutes(15)));
    }

    @Test
    @DisplayName("O5 a payment request is paid once, and its money can be refunded from the line that it was for")
    void isPaidOnce() {
        var asked = next(anApprovedOrder().requestPayment(forTheCoat("60.00")));
        var first = pays(asked, "n-1", "60.00");

        assertThat(event(first, OrderEvent.PaymentRequestPaid.class).tender().amount()).isEqualTo(cny("60.00"));
        var paid = next(first);
        assertThat(accepted(pays(paid, "n-1", "60.00")).events()).as("told again").isEmpty();
        assertThat(paid.balance().line("1").orElseThrow().left()).isEqualTo(cny("914.05"));
        assertThat(paid.balance().surplus()).isEqualTo(cny("0.00"));
        assertThat(paid.payment().unsettled()).isFalse();

        var twice = pays(paid, "n-2", "60.00");
        assertThat(event(twice, OrderEvent.PaymentMismatched.class).kind()).isEqualTo("paid-twice");
        assertThat(next(twice).balance().surplus()).isEqualTo(cny("60.00"));
        var refunded = next(twice).reserveRefund("r-1", cny("974.05"), List.of(new LineAmount("1", 1, cny("914.05"))),
                cny("0.00"));
        assertThat(next(refunded).balance().total()).isEqualTo(cny("249.85"));
        assertThat(next(refunded).refunds().find("r-1").orElseThrow().tenders()).extracting(Tender::paymentNo)
                .containsExactly("PAY-1");
    }

    @Test
    @DisplayName("O10 the price of a redirection counts with the freight and is refunded from there")
    void redirectionIsFreight() {
        var asked = next(anApprovedOrder().requestPayment(request("q-1", "18.00", PaymentReason.REDIRECT_PRICE, null)));
        var paid = next(pays(asked, "n-1", "18.00"));

        assertThat(paid.balance().freight()).isEqualTo(cny("18.00"));
        assertThat(next(paid.reserveRefund("r-1", cny("18.00"), List.of(), cny("18.00"))).balance().freight())
                .isEqualTo(cny("0.00"));
    }

    @Test
    @DisplayName("O5 its time runs out: it can't be paid any more, and money that still comes is kept and flagged")
    void expires() {
        var asked = next(anApprovedOrder().requestPayment(forTheCoat("60.00")));

        assertThat(accepted(Requesting.expire(asked, EXPIRES.minusMillis(1))).events()).isEmpty();
        var over = Requesting.expire(asked, EXPIRES);
        assertThat(event(over, OrderEvent.PaymentRequestClosed.class).outcome()).isEqualTo("expired");
        var late = pays(next(over), "n-1", "60.00");
        assertThat(event(late, OrderEvent.PaymentMismatched.class).kind()).isEqualTo("after-close");
        assertThat(next(late).payment().unsettled()).isTrue();
        assertThat(next(late).balance().surplus()).isEqualTo(cny("60.00"));
        assertThat(next(late).balance().line("1").orElseThrow().left()).isEqualTo(cny("854.05"));
    }

    @Test
    @DisplayName("O5 O10 not paid in time: an auditor decides before it ships")
    void stopsWhatWasNotPaid() {
        var asked = next(anApprovedOrder().requestPayment(forTheCoat("60.00")));
        var over = next(Requesting.expire(asked, EXPIRES));
        assertThat(over.holds().open()).singleElement().satisfies(hold -> {
            assertThat(hold.code()).isEqualTo("not-paid-in-time");
            assertThat(hold.owner()).isEqualTo("auditor");
        });
        assertThat(refused(over.permit("parcel-1"))).isEqualTo("hold-open");
        var decided = next(over.releaseHold(over.holds().open().getFirst().holdId(), AN, "goodwill", EXPIRES));
        assertThat(accepted(decided.permit("parcel-1")).aggregate().fulfilment().permits()).isNotEmpty();

        var redirected = next(anApprovedOrder().requestPayment(request("q-1", "18.00", PaymentReason.REDIRECT_PRICE,
                null)));
        assertThat(next(Requesting.expire(redirected, EXPIRES)).holds().open())
                .as("a parcel whose way is not paid goes its old way").isEmpty();
    }

    @Test
    @DisplayName("O5 paid in the second of its expiry, whichever is first: the money is in the books")
    void expiresInARace() {
        var asked = next(anApprovedOrder().requestPayment(forTheCoat("60.00")));

        var paidFirst = next(pays(asked, "n-1", "60.00"));
        assertThat(accepted(Requesting.expire(paidFirst, EXPIRES)).events()).isEmpty();
        var expiredFirst = next(pays(next(Requesting.expire(asked, EXPIRES)), "n-1", "60.00"));
        assertThat(List.of(paidFirst, expiredFirst))
                .allMatch(order -> order.balance().total().equals(cny("1163.90")));
    }

    @Test
    @DisplayName("O5 the rest of an order that was paid too little is asked for, and completes it")
    void asksForTheRest() {
        var less = next(pay(aPlacedOrder(), "N-1", "PAY-1", "1000.00"));
        assertThat(refused(less.requestPayment(request("q-1", "104.00", PaymentReason.SHORTFALL, null))))
                .isEqualTo("more-than-is-due");
        var asked = next(less.requestPayment(request("q-1", "103.90", PaymentReason.SHORTFALL, null)));
        assertThat(refused(asked.requestPayment(request("q-2", "103.90", PaymentReason.SHORTFALL, null))))
                .isEqualTo("payment-request-open");

        var rest = pays(asked, "n-2", "103.90");
        assertThat(event(rest, OrderEvent.Paid.class).paid()).isEqualTo(cny("1103.90"));
        assertThat(event(rest, OrderEvent.PaymentRequestPaid.class).reason()).isEqualTo("shortfall");
        assertThat(next(rest).payment().unsettled()).isFalse();
        assertThat(next(rest).balance().surplus()).isEqualTo(cny("0.00"));
    }

    @Test
    @DisplayName("O5 the rest comes the usual way: what asked for it is over, and printing waits for nothing")
    void restComesTheUsualWay() {
        var less = next(pay(aPlacedOrder(), "N-1", "PAY-1", "1000.00"));
        var asked = next(less.requestPayment(request("q-1", "103.90", PaymentReason.SHORTFALL, null)));

        var rest = pay(asked, "N-2", "PAY-2", "103.90");
        assertThat(event(rest, OrderEvent.PaymentRequestClosed.class).outcome()).isEqualTo("withdrawn");
        assertThat(next(rest).payment().unsettled()).isFalse();
        var approved = next(next(rest).audited("nuanyang-1", List.of(), List.of(), NOW));
        assertThat(accepted(approved.permit("parcel-1")).aggregate().fulfilment().permits()).contains("parcel-1");
        assertThat(event(pays(approved, "n-3", "103.90"), OrderEvent.PaymentMismatched.class).kind())
                .as("paid as well, by a payment that had begun").isEqualTo("overpaid");
    }

    @Test
    @DisplayName("O5 too little or too much for a request: kept, flagged, and the books add up")
    void keepsWhatDoesNotFit() {
        var asked = next(anApprovedOrder().requestPayment(forTheCoat("60.00")));

        var less = pays(asked, "n-1", "59.99");
        assertThat(event(less, OrderEvent.PaymentMismatched.class).kind()).isEqualTo("underpaid");
        assertThat(next(less).payment().openRequests()).hasSize(1);
        assertThat(next(less).balance().surplus()).isEqualTo(cny("59.99"));
        var more = pays(asked, "n-1", "61.00");
        assertThat(event(more, OrderEvent.PaymentMismatched.class).kind()).isEqualTo("overpaid");
        assertThat(next(more).payment().openRequests()).isEmpty();
        assertThat(next(more).balance().surplus()).isEqualTo(cny("1.00"));
    }

    @Test
    void isRefusedWhereItMakesNoSense() {
        assertThat(refused(aPlacedOrder().requestPayment(forTheCoat("60.00")))).isEqualTo("not-paid");
        assertThat(refused(aPaidOrder().requestPayment(request("q", "1.00", PaymentReason.SHORTFALL, null))))
                .isEqualTo("already-paid");
        assertThat(refused(aPaidOrder().requestPayment(request("q", "1.00", PaymentReason.EXCHANGE_DIFFERENCE, "9"))))
                .isEqualTo("line-unknown");
        assertThat(refused(OrderFixtures.aCancelledOrder().requestPayment(forTheCoat("1.00"))))
                .isEqualTo("already-cancelled");
        var asked = next(anApprovedOrder().requestPayment(forTheCoat("60.00")));
        assertThat(accepted(asked.requestPayment(forTheCoat("60.00"))).events()).as("asked twice").isEmpty();
        assertThat(event(asked.withdrawPaymentRequest("q-1"), OrderEvent.PaymentRequestClosed.class).outcome())
                .isEqualTo("withdrawn");
        assertThat(refused(next(pays(asked, "n-1", "60.00")).withdrawPaymentRequest("q-1")))
                .isEqualTo("payment-request-paid");
    }

    @Test
    @DisplayName("O5 O17 money that comes for a cancelled order of a platform goes back by itself, the platform's stays there")
    void givesLateMoneyBackWhereAPlatformSold() {
        var imported = next(OrderFixtures.anImportedOrder("order-2", "COAT", 1).requestPayment(forTheCoat("60.00")));
        var late = pays(next(imported.cancel("duplicate")), "n-1", "60.00");
        assertThat(event(late, OrderEvent.RefundDue.class).amount()).isEqualTo(cny("60.00"));
        assertThat(next(late).refunds().all()).singleElement().satisfies(share -> assertThat(share.tenders())
                .containsExactly(new Tender("PAY-9", "sandbox", cny("60.00"))));
    }

    @Test
    @DisplayName("O5 buyers see what they are asked for, and not who of the shop asks")
    void hidesWhoAsks() {
        var asked = next(anApprovedOrder().requestPayment(forTheCoat("60.00")));
        var lin = new Person("lin", Set.of("buyer"), Set.of("nuanyang"), "web", null);
        var an = new Person("an", Set.of("auditor"), Set.of("nuanyang"), null, null);
        assertThat(OrderView.of(asked, lin).paymentRequests()).singleElement().satisfies(seen -> {
            assertThat(seen.amount()).isEqualTo(cny("60.00"));
            assertThat(seen.by()).isNull();
        });
        assertThat(OrderView.of(asked, an).paymentRequests().getFirst().by()).isEqualTo(AN);
    }

    @Test
    @DisplayName("O10 the difference of an exchange that is the shop's fault is let go by name: the order prints without it")
    void letsADifferenceGo() {
        var exchanged = next(OrderFixtures.anOrderInExchange().exchanged("exchange-1", NOW));
        assertThat(refused(exchanged.permit("parcel-1"))).isEqualTo("payment-request-open");
        var waived = exchanged.waiveDifference("1", AN, "goodwill", NOW);
        assertThat(event(waived, OrderEvent.DifferenceWaived.class).amount()).isEqualTo(cny("60.00"));
        assertThat(event(waived, OrderEvent.PaymentRequestClosed.class).outcome()).isEqualTo("withdrawn");
        assertThat(accepted(next(waived).permit("parcel-1")).aggregate().fulfilment().permits()).isNotEmpty();
        assertThat(accepted(next(waived).waiveDifference("1", AN, "goodwill", NOW)).events()).as("twice").isEmpty();
        assertThat(refused(next(waived).waiveDifference("1", OrderFixtures.HAI, "goodwill", NOW)))
                .isEqualTo("already-decided");
        assertThat(next(waived).exchanges().getFirst().waiver())
                .isEqualTo(new Exchange.Waiver(AN, NOW, "goodwill"));

        assertThat(refused(anApprovedOrder().waiveDifference("1", AN, "goodwill", NOW)))
                .isEqualTo("nothing-to-waive");
        var expired = next(Requesting.expire(exchanged, EXPIRES));
        assertThat(next(expired.waiveDifference("1", AN, "goodwill", EXPIRES)).holds().open())
                .as("what was held for it goes on").isEmpty();
    }

    @Test
    @DisplayName("O10 a cancelled order asks for nothing any more")
    void endsWithTheOrder() {
        var ending = next(anApprovedOrder().requestPayment(forTheCoat("60.00"))).cancel("buyer-request");
        assertThat(event(ending, OrderEvent.PaymentRequestClosed.class).outcome()).isEqualTo("withdrawn");
        var cancelled = next(ending);
        assertThat(cancelled.payment().openRequests()).isEmpty();
        assertThat(event(pays(cancelled, "n-1", "60.00"), OrderEvent.PaymentMismatched.class).kind())
                .isEqualTo("after-close");
    }

    @Test
    @DisplayName("O2 a payment request")
    void table() throws IOException {
        FacetTable.of(PaymentRequestState.class, PaymentRequestState.OPEN)
                .reachesAllAndEndsIn(EnumSet.of(PaymentRequestState.PAID, PaymentRequestState.EXPIRED,
                        PaymentRequestState.WITHDRAWN))
                .isDrawnIn("payment-request.md");
    }

    @Test
    void ordersFromBeforeAreRead() {
        var stored = Json.STORED.convertValue(aPaidOrder(), Document.class);
        stored.get("payment", Map.class).remove("requests");
        assertThat(Json.STORED.convertValue(stored, Order.class)).isEqualTo(aPaidOrder());
    }

    private static PaymentRequest forTheCoat(String amount) {
        return request("q-1", amount, PaymentReason.EXCHANGE_DIFFERENCE, "1");
    }

    private static PaymentRequest request(String id, String amount, PaymentReason reason,
            @org.jspecify.annotations.Nullable String lineId) {
        return PaymentRequest.of(id, cny(amount), reason, lineId, null, AN, NOW, EXPIRES);
    }

    private static Decision<Order> pays(Order order, String receiptNo, String amount) {
        return order.receiveRequested("q-1", receiptNo, new Tender("PAY-9", "sandbox", cny(amount)), NOW,
                Duration.ZERO);
    }
}
