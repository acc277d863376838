package io.shopcare.order.orders;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.shopcare.order.trade.LineAmount;
import io.shopcare.order.trade.SellerNote;
import io.shopcare.order.trade.Tender;
import io.shopcare.platform.commands.Actor;
import io.shopcare.platform.json.Json;
import io.shopcare.platform.store.Decision;
import io.shopcare.platform.store.EventData;
import io.shopcare.platform.testkit.contracts.Contracts;

import static io.shopcare.order.orders.OrderFixtures.AN;
import static io.shopcare.order.orders.OrderFixtures.COAT;
import static io.shopcare.order.orders.OrderFixtures.NOW;
import static io.shopcare.order.orders.OrderFixtures.PAY_BY;
import static io.shopcare.order.orders.OrderFixtures.SCARVES;
import static io.shopcare.order.orders.OrderFixtures.SF;
import static io.shopcare.order.orders.OrderFixtures.aDeliveredOrder;
import static io.shopcare.order.orders.OrderFixtures.aGiftBox;
import static io.shopcare.order.orders.OrderFixtures.aHeldOrder;
import static io.shopcare.order.orders.OrderFixtures.aHold;
import static io.shopcare.order.orders.OrderFixtures.aHost;
import static io.shopcare.order.orders.OrderFixtures.aPaidOrder;
import static io.shopcare.order.orders.OrderFixtures.aPaymentRequest;
import static io.shopcare.order.orders.OrderFixtures.aPermittedOrder;
import static io.shopcare.order.orders.OrderFixtures.aPlacedOrder;
import static io.shopcare.order.orders.OrderFixtures.aQuestion;
import static io.shopcare.order.orders.OrderFixtures.aReceivedOrder;
import static io.shopcare.order.orders.OrderFixtures.aShippedOrder;
import static io.shopcare.order.orders.OrderFixtures.aSplitOrder;
import static io.shopcare.order.orders.OrderFixtures.anApprovedOrder;
import static io.shopcare.order.orders.OrderFixtures.anAskedOrder;
import static io.shopcare.order.orders.OrderFixtures.anExchange;
import static io.shopcare.order.orders.OrderFixtures.anOrderInExchange;
import static io.shopcare.order.orders.OrderFixtures.anOrderWithARequest;
import static io.shopcare.order.orders.OrderFixtures.anotherAddress;
import static io.shopcare.order.orders.OrderFixtures.next;
import static io.shopcare.order.orders.OrderFixtures.pay;
import static io.shopcare.order.orders.OrderFixtures.shipsBy;
import static org.assertj.core.api.Assertions.assertThat;

/** The producer's side of the contract: whatever an order decides is as agreed. */
class TheEventsOfAnOrderTest {

    @Test
    @DisplayName("O2 every event of an order is as its schema says, and tells nothing personal")
    void areAsAgreed() throws JsonProcessingException {
        var decisions = List.of(
                Order.place("order-1", OrderFixtures.aSale(OrderFixtures.anAddress()), OrderFixtures.lines(),
                        List.of(aGiftBox(), shipsBy(NOW))),
                pay(aPlacedOrder(), "N-1", "PAY-1", "1103.90"), pay(aPlacedOrder(), "N-1", "PAY-1", "1.00"),
                aPaidOrder(aGiftBox()).audited("nuanyang-1", List.of(), List.of(aHold("h", "auditor")), NOW),
                aPaidOrder().audited("nuanyang-1", List.of(), List.of(), NOW),
                aHeldOrder().approve(AN, "promise-accepted", null, NOW),
                aHeldOrder().reject(AN, "fraud-suspected", null, NOW), aPlacedOrder().closeUnpaid(PAY_BY),
                anApprovedOrder().caseOpened("case-1", NOW), anApprovedOrder().attachPromise(aGiftBox(), NOW),
                anApprovedOrder(aGiftBox()).waivePromise("promise-1", AN, "buyer-agreed", NOW),
                anApprovedOrder(aGiftBox()).promiseKept("promise-1", AN, "inspection", "parcel-1", NOW),
                anApprovedOrder(aGiftBox()).promiseBroken("promise-1", "inspection", "parcel-1", AN, NOW),
                anApprovedOrder(shipsBy(NOW)).breakOverduePromises(NOW),
                aPermittedOrder(shipsBy(NOW)).shipped("parcel-1", SF, List.of(COAT, SCARVES), NOW),
                aShippedOrder().delivered("parcel-1", "in-person", NOW, NOW),
                aShippedOrder().delivered("parcel-1", "locker-or-station", NOW, null),
                aShippedOrder().parcelStopped("parcel-1", NOW), aShippedOrder().parcelReturned("parcel-1", NOW),
                next(OrderFixtures.aPartlyShippedOrder().reserveRefund("r-1", OrderFixtures.cny("249.85"), List.of(
                        new LineAmount("2", 2, OrderFixtures.cny("249.85"))), OrderFixtures.cny("0.00")))
                        .refundSucceeded("r-1"),
                next(anApprovedOrder().reserveRefund("r-1", OrderFixtures.cny("249.85"), List.of(
                        new LineAmount("2", 2, OrderFixtures.cny("249.85"))), OrderFixtures.cny("0.00")))
                        .refundFailed("r-1"),
                aShippedOrder().receive(NOW, "buyer-confirmed"), aReceivedOrder().complete(NOW, "deadline"),
                aHeldOrder().split(List.of(COAT), AN, "ship-part-first", null, NOW),
                aSplitOrder().releaseRest(NOW), aHeldOrder().merge(aHost(), AN, null, NOW),
                aHeldOrder().ask(aQuestion("buyer", "address")),
                anOrderInExchange().exchanged("exchange-1", NOW),
                next(anOrderInExchange().exchanged("exchange-1", NOW)).waiveDifference("1", AN, "goodwill", NOW),
                next(anApprovedOrder().askExchange(anExchange("800.00"))).exchanged("exchange-1", NOW),
                aHeldOrder().changeRemark("gift", AN, true, NOW),
                aHeldOrder().note(new SellerNote("老客户", SellerNote.Flag.RED, AN, NOW), true),
                aHeldOrder().changeInvoice(OrderFixtures.anInvoice("91330100799655058B"), AN, NOW),
                anAskedOrder().changeAddress(anotherAddress(), AN, true, NOW),
                aDeliveredOrder().extendReceipt(NOW), ReceiptClock.warn(aDeliveredOrder()),
                aPlacedOrder().adjustPrice(new PriceAdjustment("a-1", "adjustment", OrderFixtures.cny("10.00"),
                        OrderFixtures.cny("0.00"), null, "bargained", AN, "price-authority-1")),
                OrderFixtures.next(pay(aPlacedOrder(), "N-1", "PAY-1", "1200.00")).resolvePayment(
                        new PaymentResolution("r-1", PaymentResolution.Kind.REFUND, "paid-by-mistake", null, AN, NOW),
                        PAY_BY, Duration.ZERO),
                OrderFixtures
                        .next(pay(OrderFixtures.next(aPlacedOrder().closeUnpaid(PAY_BY)), "N-1", "PAY-1", "1103.90"))
                        .resolvePayment(new PaymentResolution("r-1", PaymentResolution.Kind.REVIVE, "buyers-decision",
                                null, AN, NOW), PAY_BY, Duration.ZERO),
                anApprovedOrder().requestPayment(aPaymentRequest()),
                anOrderWithARequest().receiveRequested("q-1", "N-9", new Tender("PAY-9", "sandbox",
                        OrderFixtures.cny("60.00")), NOW, Duration.ZERO),
                anOrderWithARequest().withdrawPaymentRequest("q-1"),
                Requesting.remind(anOrderWithARequest(), NOW.plus(Duration.ofHours(22))));

        var types = new TreeSet<String>();
        for (var decision : decisions)
            for (var event : events(decision)) {
                var data = Json.WIRE.writeValueAsString(EventData.of(event, Actor.staff("an"), NOW));
                Contracts.producerSchema(EventData.typeOf(event)).check(data);
                assertThat(data).doesNotContain("林小雨").doesNotContain("13812345678").doesNotContain("文三路")
                        .doesNotContain("9133");
                types.add(EventData.typeOf(event));
            }
        assertThat(types).as("every event of orders in the contract").containsExactlyElementsOf(
                Contracts.events().values().stream().filter(event -> event.topic().equals("shopcare.order.orders"))
                        .map(event -> event.type()).sorted().toList());
    }

    private static List<Object> events(Decision<Order> decision) {
        return new ArrayList<>(OrderFixtures.accepted(decision).events());
    }
}
