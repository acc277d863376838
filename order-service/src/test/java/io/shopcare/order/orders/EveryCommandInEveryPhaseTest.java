package io.shopcare.order.orders;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.shopcare.order.trade.LineAmount;
import io.shopcare.order.trade.SellerNote;
import io.shopcare.platform.store.Decision;

import static io.shopcare.order.orders.OrderFixtures.AN;
import static io.shopcare.order.orders.OrderFixtures.COAT;
import static io.shopcare.order.orders.OrderFixtures.HAI;
import static io.shopcare.order.orders.OrderFixtures.NOW;
import static io.shopcare.order.orders.OrderFixtures.PAY_BY;
import static io.shopcare.order.orders.OrderFixtures.SCARVES;
import static io.shopcare.order.orders.OrderFixtures.SF;
import static io.shopcare.order.orders.OrderFixtures.aHold;
import static io.shopcare.order.orders.OrderFixtures.aPromise;
import static io.shopcare.order.orders.OrderFixtures.cny;
import static io.shopcare.order.orders.OrderFixtures.pay;
import static org.assertj.core.api.Assertions.assertThat;

/** Every command is asked of an order in every situation; the answers are the table in {@code docs/}. */
class EveryCommandInEveryPhaseTest {

    private static Map<String, Order> situations() {
        var all = new LinkedHashMap<String, Order>();
        all.put("placed", OrderFixtures.aPlacedOrder());
        all.put("paid", OrderFixtures.aPaidOrder());
        all.put("held", OrderFixtures.aHeldOrder());
        all.put("asked", OrderFixtures.anAskedOrder());
        all.put("approved", OrderFixtures.anApprovedOrder());
        all.put("more asked for", OrderFixtures.anOrderWithARequest());
        all.put("in exchange", OrderFixtures.anOrderInExchange());
        all.put("split", OrderFixtures.aSplitOrder());
        all.put("permitted", OrderFixtures.aPermittedOrder());
        all.put("partly shipped", OrderFixtures.aPartlyShippedOrder());
        all.put("shipped", OrderFixtures.aShippedOrder());
        all.put("delivered", OrderFixtures.aDeliveredOrder());
        all.put("stopped on its way", OrderFixtures.aStoppedOrder());
        all.put("received", OrderFixtures.aReceivedOrder());
        all.put("completed", OrderFixtures.aCompletedOrder());
        all.put("cancelled", OrderFixtures.aCancelledOrder());
        all.put("returned", OrderFixtures.next(OrderFixtures.aStoppedOrder().parcelReturned("parcel-1", NOW)));
        return all;
    }

    private static Map<String, Function<Order, Decision<Order>>> commands() {
        var all = new LinkedHashMap<String, Function<Order, Decision<Order>>>();
        all.put("payment comes", order -> pay(order, "N-9", "PAY-9", "1103.90"));
        all.put("close unpaid", order -> order.closeUnpaid(PAY_BY));
        all.put("rules look", order -> order.audited("v", List.of(), List.of(), NOW));
        all.put("approve", order -> order.approve(AN, "promise-accepted", null, NOW));
        all.put("reject", order -> order.reject(HAI, "fraud-suspected", null, NOW));
        all.put("hold", order -> order.hold(aHold("hold-9", "presales")));
        all.put("release hold-1", order -> order.releaseHold("hold-1", AN, "buyer-agreed", NOW));
        all.put("ask for the address", order -> order.ask(OrderFixtures.aQuestion("buyer", "address")));
        all.put("buyer changes address",
                order -> order.changeAddress(OrderFixtures.anotherAddress(), HAI, false, NOW));
        all.put("ask for an exchange", order -> order.askExchange(OrderFixtures.anExchange("914.05")));
        all.put("stock is swapped", order -> order.exchanged("exchange-1", NOW));
        all.put("merge into another",
                order -> order.merge(OrderFixtures.aHost(), AN, null, NOW));
        all.put("split", order -> order.split(List.of(COAT), AN, "ship-part-first", null, NOW));
        all.put("release the rest", order -> order.releaseRest(NOW));
        all.put("agent notes", order -> order.note(new SellerNote("regular", SellerNote.Flag.RED, HAI, NOW), false));
        all.put("buyer changes remark", order -> order.changeRemark("in a box", HAI, false, NOW));
        all.put("buyer changes invoice",
                order -> order.changeInvoice(OrderFixtures.anInvoice("91330100799655058B"), HAI, NOW));
        all.put("cancel", order -> order.cancel("buyer-request"));
        all.put("permit parcel-1", order -> order.permit("parcel-1"));
        all.put("ship parcel-1", order -> order.shipped("parcel-1", SF, List.of(COAT, SCARVES), NOW));
        all.put("deliver parcel-1", order -> order.delivered("parcel-1", "in-person", NOW, NOW));
        all.put("parcel-1 is stopped", order -> order.parcelStopped("parcel-1", NOW));
        all.put("parcel-1 is returned", order -> order.parcelReturned("parcel-1", NOW));
        all.put("receive", order -> order.receive(NOW, "buyer-confirmed"));
        all.put("complete", order -> order.complete(NOW, "deadline"));
        all.put("receipt by time", order -> order.confirmReceipt(NOW, "deadline"));
        all.put("extend receipt", order -> order.extendReceipt(NOW));
        all.put("attach promise", order -> order.attachPromise(aPromise("p-9", "gift", null), NOW));
        all.put("waive promise-1", order -> order.waivePromise("promise-1", AN, "buyer-agreed", NOW));
        all.put("reserve refund", order -> order.reserveRefund("r-9", cny("100.00"), List.of(
                new LineAmount("1", 0, cny("100.00"))), cny("0.00")));
        all.put("ask for more", order -> order.requestPayment(OrderFixtures.aPaymentRequest()));
        all.put("case opens", order -> order.caseOpened("case-1", NOW.plus(Duration.ofDays(1))));
        all.put("case closes", order -> order.caseClosed("case-1", NOW));
        return all;
    }

    @Test
    @DisplayName("O2 every command has an answer in every situation, and no state is reached by an illegal way")
    void hasAnAnswer() throws IOException {
        var commands = commands();
        var lines = new ArrayList<String>();
        lines.add("`→ phase`: done; `=`: done already, or nothing to do; else the reason code of the refusal.\n");
        lines.add("| an order that is | " + String.join(" | ", commands.keySet()) + " |");
        lines.add("|---|" + "---|".repeat(commands.size()));
        situations().forEach((situation, order) -> lines.add("| **" + situation + "** | " + String.join(" | ",
                commands.values().stream().map(command -> answer(order, command.apply(order))).toList()) + " |"));
        var table = String.join("\n", lines) + "\n";
        var path = Path.of("docs", "order-commands.md");
        if ("write".equals(System.getProperty("pictures")))
            Files.writeString(path, table);
        assertThat(path).as("drawn by -Dpictures=write").hasContent(table);
    }

    private static String answer(Order before, Decision<Order> decision) {
        return switch (decision) {
            case Decision.Rejected<Order>(var why) -> why.code();
            case Decision.Accepted<Order>(var after, var events, var riders, var answers) -> {
                assertThat(after.prints()).as("what makes it alike to others follows from it")
                        .isEqualTo(Fingerprints.of(after.sale(), after.lines()));
                yield after.equals(before) && events.isEmpty() ? "=" : "→ " + after.phase().code();
            }
        };
    }
}
