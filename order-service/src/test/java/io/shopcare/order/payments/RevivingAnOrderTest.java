package io.shopcare.order.payments;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.shopcare.order.SalesDesk;
import io.shopcare.order.catalogue.LiveStock;
import io.shopcare.order.offers.OfferFixtures;
import io.shopcare.order.offers.Terms;
import io.shopcare.order.orders.Order;
import io.shopcare.order.orders.OrderFixtures;
import io.shopcare.order.orders.PaymentResolution;
import io.shopcare.order.orders.PlaceOrder;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.ids.Ids;
import io.shopcare.platform.store.Outcome;

import static io.shopcare.order.orders.OrderFixtures.LIN;
import static io.shopcare.order.orders.OrderFixtures.anAddress;
import static org.assertj.core.api.Assertions.assertThat;

/** Finance carries out what the clock had closed unpaid, if it can be had as it was sold. */
class RevivingAnOrderTest {
    private final SalesDesk desk = new SalesDesk().withOnTheShelf("A", "40.00", 9);
    private final LiveStock plenty = (shop, sku) -> new LiveStock.Level(9, 0, 0, 9);
    private String orderId = "";

    @BeforeEach
    void itsMoneyCameLate() {
        OfferFixtures.made(desk.offers.store(), "TEN", OfferFixtures.terms("TEN", OfferFixtures.off("30.00", "10.00"),
                true, Terms.Goods.ALL, 1, 1));
        orderId = placed().orThrow().stored().id();
        var late = desk.clock.instant().plus(Duration.ofDays(3));
        desk.orders.decide(orderId, CommandContext.bySystem("test"), order -> order.closeUnpaid(late)).orThrow();
        desk.orders.decide(orderId, CommandContext.bySystem("test"),
                order -> OrderFixtures.pay(order, "N-1", "PAY-1", "30.00")).orThrow();
        desk.uses.giveBack(orderId, LIN, desk.order(orderId).usedOffers());
    }

    @Test
    @DisplayName("O5 O9a R7 while its coupon can be had it has it again")
    void hasItsCouponAgain() {
        revived().orThrow();
        assertThat(desk.order(orderId).isCancelled()).isFalse();
        assertThat(placed()).as("it is used again").isInstanceOf(Outcome.Rejected.class);
    }

    @Test
    @DisplayName("O5 O9a R7 its coupon is used by another order: finance hears it, and nothing is used twice")
    void hearsThatItIsGone() {
        placed().orThrow();
        assertThat(revived()).isInstanceOfSatisfying(Outcome.Rejected.class,
                refused -> assertThat(refused.rejection().code()).isEqualTo("offer-used-up"));
        assertThat(desk.order(orderId).isCancelled()).isTrue();
    }

    private Outcome<Order> placed() {
        return desk.place.handle(new PlaceOrder.Command(LIN, "shop", List.of(new PlaceOrder.WantedLine("A", 1, false)),
                anAddress(), null, null, null, null, List.of("TEN"), null, null, null),
                SalesDesk.request("lin", Ids.next(), "b"));
    }

    private Outcome<Order> revived() {
        var finance = new ResolvePayment(desk.orders, plenty, desk.uses, shop -> Duration.ZERO, desk.clock);
        return finance.handle(desk.order(orderId), new PaymentResolution("r-1", PaymentResolution.Kind.REVIVE,
                "buyer-agreed", null, OrderFixtures.AN, Instant.EPOCH), Duration.ofHours(24),
                CommandContext.bySystem("resolve"));
    }
}
