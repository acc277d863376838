package io.shopcare.order.refunds;

import java.time.Duration;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.shopcare.order.Events;
import io.shopcare.order.MortalStore;
import io.shopcare.order.SampleOrders;
import io.shopcare.order.orders.OrderFixtures;
import io.shopcare.order.trade.Tender;
import io.shopcare.platform.commands.Actor;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.store.Decision;

import static io.shopcare.order.refunds.RefundDesk.cny;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What was paid for a cancelled order goes back by itself. */
class RefundingCancelledOrdersTest {
    private final RefundDesk desk = new RefundDesk();
    private final Events orderEvents = new Events("shopcare.order.orders", desk.orders, Actor.staff("an"));

    @Test
    @DisplayName("O10 O8 all that was paid goes back, once, whatever is delivered again")
    void paysAllBack() {
        cancel();
        hear();
        desk.deliverEvents();
        hear();
        assertThat(desk.refunds.all()).singleElement().satisfies(stored -> {
            assertThat(stored.aggregate().stage()).isEqualTo(RefundStage.SUCCEEDED);
            assertThat(stored.aggregate().request().amount()).isEqualTo(cny("1103.90"));
            assertThat(stored.aggregate().request().reason()).isEqualTo("order-cancelled");
        });
        assertThat(desk.left().isZero()).isTrue();
    }

    @Test
    @DisplayName("O10 what another refund has taken before is not paid twice")
    void paysTheRest() {
        desk.askForTheScarf();
        desk.deliverEvents();
        cancel();
        hear();
        assertThat(desk.refunds.all()).extracting(stored -> stored.aggregate().request().amount())
                .containsExactlyInAnyOrder(cny("249.85"), cny("854.05"));
    }

    @Test
    @DisplayName("O10 all of it came back: its goods were paid back with the parcel, and the freight stays spent")
    void leavesTheFreightOfWhatLeft() {
        var sent = OrderFixtures.aShippedOrderWithFreight("order-2");
        desk.orders.create("order-2", CommandContext.bySystem("test"), () -> Decision.accept(sent));
        desk.orders.decide("order-2", CommandContext.bySystem("test"),
                order -> order.parcelReturned("parcel-1", OrderFixtures.NOW)).orThrow();
        hear();
        assertThat(desk.refunds.all()).isEmpty();
        assertThat(desk.orders.find("order-2").orElseThrow().aggregate().balance().total()).isEqualTo(cny("10.00"));
    }

    @Test
    @DisplayName("O10 O17 of an order that a platform sold our own provider's money goes back, and nothing else")
    void paysOurOwnMoneyBack() {
        var imported = OrderFixtures.anImportedOrder("order-2", "COAT", 1);
        desk.orders.create("order-2", CommandContext.bySystem("test"), () -> Decision.accept(imported));
        desk.orders.decide("order-2", CommandContext.bySystem("test"), order -> order.requestPayment(
                OrderFixtures.aPaymentRequest())).orThrow();
        desk.orders.decide("order-2", CommandContext.bySystem("test"), order -> order.receiveRequested("q-1", "n-1",
                new Tender("PAY-9", "sandbox", cny("60.00")), OrderFixtures.NOW, Duration.ZERO)).orThrow();
        desk.orders.decide("order-2", CommandContext.bySystem("test"), order -> order.cancel("duplicate")).orThrow();
        hear();
        assertThat(desk.refunds.all()).singleElement().satisfies(stored -> assertThat(stored.aggregate().tenders())
                .containsExactly(new Tender("PAY-9", "sandbox", cny("60.00"))));
    }

    @Test
    @DisplayName("O10 what a platform got stays the platform's to refund")
    void leavesThePlatformsMoneyAlone() {
        var imported = OrderFixtures.anImportedOrder("order-2", "COAT", 1);
        desk.orders.create("order-2", CommandContext.bySystem("test"), () -> Decision.accept(imported));
        desk.orders.decide("order-2", CommandContext.bySystem("test"), order -> order.cancel("duplicate")).orThrow();
        hear();
        assertThat(desk.refunds.all()).isEmpty();
    }

    @Test
    @DisplayName("O10 O17 killed after any write, the redelivered event goes on: one refund, the whole amount")
    void survivesAKillAfterEachWrite() {
        for (int writes = 0; writes < 5; writes++) {
            var fresh = new RefundDesk();
            fresh.orders.decide("order-1", CommandContext.bySystem("test"), order -> order.cancel("duplicate"))
                    .orThrow();
            var events = new Events("shopcare.order.orders", fresh.orders, Actor.staff("an"));
            fresh.diesAfterWrites(writes);
            try {
                hear(fresh, events);
            } catch (MortalStore.Killed e) {
                // and is started again
            }
            fresh.livesOn();
            hear(fresh, events);
            fresh.callDue();
            fresh.deliverEvents();
            assertThat(fresh.refunds.all()).singleElement()
                    .satisfies(stored -> assertThat(stored.aggregate().request().amount()).isEqualTo(cny("1103.90")));
            assertThat(fresh.left().isZero()).isTrue();
        }
    }

    @Test
    void theKillBites() {
        cancel();
        desk.diesAfterWrites(0);
        assertThatThrownBy(this::hear).isInstanceOf(MortalStore.Killed.class);
    }

    private void cancel() {
        desk.orders.decide("order-1", CommandContext.bySystem("test"), order -> order.cancel("duplicate")).orThrow();
    }

    private void hear() {
        hear(desk, orderEvents);
    }

    private static void hear(RefundDesk desk, Events events) {
        var handler = new RefundsFollowCancellations(desk.asking(), desk.orders);
        events.all(SampleOrders.NOW).stream().filter(heard -> heard.meta().type().equals("order.cancelled.v1"))
                .forEach(heard -> handler.cancelled(heard.meta(),
                        heard.as(RefundsFollowCancellations.Cancelled.class)));
    }
}
