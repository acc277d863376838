package io.shopcare.order.orders;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.shopcare.order.Events;
import io.shopcare.order.SalesDesk;
import io.shopcare.order.offers.Basket;
import io.shopcare.order.offers.Benefit;
import io.shopcare.order.offers.Calculation;
import io.shopcare.order.offers.OfferFixtures;
import io.shopcare.order.offers.Terms;
import io.shopcare.order.offers.UseOffers.Used;
import io.shopcare.platform.commands.Actor;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.ids.Ids;
import io.shopcare.platform.json.Json;
import io.shopcare.platform.money.Money;
import io.shopcare.platform.store.Decision;
import io.shopcare.platform.store.Outcome;

import static io.shopcare.order.SalesDesk.request;
import static io.shopcare.order.orders.OrderFixtures.LIN;
import static io.shopcare.order.orders.OrderFixtures.anAddress;
import static io.shopcare.order.orders.OrderFixtures.cny;
import static org.assertj.core.api.Assertions.assertThat;

/** An order has the price of the calculation, keeps it, and uses a coupon once. */
class BuyingWithOffersTest {
    private final SalesDesk desk = new SalesDesk().withOnTheShelf("A", "33.33", 9).withOnTheShelf("B", "33.33", 9)
            .withOnTheShelf("C", "33.33", 9);

    @Test
    @DisplayName("O3 O9a three equal items and a 10.00 coupon: no cent is lost, and the order keeps the calculation")
    void keepsItsCalculation() {
        make("TEN", OfferFixtures.off("50.00", "10.00"), 5, 1);
        var order = accepted(order(null, "TEN", "A", "B", "C"));

        assertThat(order.lines()).extracting(line -> line.amount().text()).containsExactly("29.99", "30.00", "30.00");
        assertThat(order.sale().total()).isEqualTo(cny("89.99"));
        assertThat(order.sale().discounts()).containsExactly(new Sale.Discount("coupon", "TEN", cny("10.00")));
        var applied = order.sale().price().calculation().applied().findFirst().orElseThrow();
        assertThat(applied.version()).isEqualTo(1);
        assertThat(applied.shares()).extracting(Money::text).containsExactly("3.34", "3.33", "3.33");
        var stored = Json.STORED.convertValue(Json.STORED.valueToTree(order), Order.class);
        assertThat(stored.sale().price()).isEqualTo(order.sale().price());
    }

    @Test
    @DisplayName("O9a a coupon that does not count refuses the order, and says why; nothing is held")
    void refusesACouponThatDoesNotCount() {
        make("TEN", OfferFixtures.off("50.00", "10.00"), 5, 1);
        assertThat(refused(order(null, "TEN", "A"))).isEqualTo("offer-below-threshold");
        assertThat(refused(order(null, "ELEVEN", "A"))).isEqualTo("coupon-unknown");
        assertThat(desk.figures("A").reserved()).isZero();
    }

    @Test
    @DisplayName("O9a an order that would cost nothing is refused, since no payment could ever move it on; nothing is held")
    void refusesWhatCostsNothing() {
        make("ALL", OfferFixtures.off("0.00", "40.00"), 5, 1);
        assertThat(refused(order(null, "ALL", "A"))).isEqualTo("nothing-to-pay");
        assertThat(desk.figures("A").reserved()).isZero();
        assertThat(accepted(order(null, "ALL", "A", "B")).sale().total()).isEqualTo(cny("26.66"));
    }

    @Test
    @DisplayName("O9a nobody pays more than the total that they saw; less is welcome")
    void refusesAHigherTotal() {
        assertThat(refused(order(cny("33.32"), null, "A"))).isEqualTo("total-changed");
        make("all", OfferFixtures.percentOff(100), null, null, false);
        assertThat(accepted(order(cny("33.33"), null, "A")).sale().total()).isEqualTo(cny("30.00"));
    }

    @Test
    @DisplayName("O9a R7 used once; out of stock or cancelled it comes back; an order that is over has spent it")
    void usesACouponOnce() {
        make("TEN", OfferFixtures.off("30.00", "10.00"), 5, 1);
        desk.withOnTheShelf("GONE", "99.00", 0);
        assertThat(refused(order(null, "TEN", "GONE"))).isEqualTo("stock-short");
        var first = accepted(order(null, "TEN", "A"));
        assertThat(refused(order(null, "TEN", "A"))).isEqualTo("offer-used-by-buyer");

        desk.orders.decide(first.orderId(), CommandContext.bySystem("test"), order -> order.cancel("buyer-request"));
        follow();
        follow();
        var second = accepted(order(null, "TEN", "A"));
        follow();
        assertThat(desk.usesStore.find("nuanyang/TEN").orElseThrow().aggregate().claims()).containsOnlyKeys(second
                .orderId());
        assertThat(refused(order(null, "TEN", "A"))).isEqualTo("offer-used-by-buyer");
    }

    @Test
    @DisplayName("O9a O5 R7 a revived order has its coupon again; told late or again that it was closed, it keeps it")
    void keepsItsCouponWhenRevived() {
        make("TEN", OfferFixtures.off("30.00", "10.00"), 1, 1);
        var order = accepted(order(null, "TEN", "A"));
        var late = desk.clock.instant().plus(Duration.ofDays(3));
        decide(order, it -> it.closeUnpaid(late));
        follow();
        assertThat(claims()).isEmpty();

        decide(order, it -> OrderFixtures.pay(it, "N-1", "PAY-1", "23.33"));
        assertThat(desk.uses.claim(order.orderId(), LIN, order.usedOffers())).isEmpty();
        decide(order,
                it -> it.resolvePayment(new PaymentResolution("r-1", PaymentResolution.Kind.REVIVE, "buyer-agreed",
                        null, OrderFixtures.AN, late), late, Duration.ZERO));
        for (int times = 0; times < 2; times++) {
            follow();
            assertThat(claims()).containsOnlyKeys(order.orderId());
            assertThat(refused(order(null, "TEN", "A"))).isEqualTo("offer-used-up");
        }
    }

    private Map<String, ?> claims() {
        return desk.usesStore.find("nuanyang/TEN").orElseThrow().aggregate().claims();
    }

    private void decide(Order order, Function<Order, Decision<Order>> question) {
        desk.orders.decide(order.orderId(), CommandContext.bySystem("test"), question).orThrow();
    }

    @Test
    @DisplayName("O9a killed after the coupon was claimed and before the order was written: a repeat goes on")
    void goesOnAfterACrash() {
        make("TEN", OfferFixtures.off("30.00", "10.00"), 1, 1);
        var context = request("lin", "k", "b");
        desk.uses.claim(context.newId(), LIN, List.of(new Used("TEN", new Terms.Limits(1, 1))));
        assertThat(refused(order(null, "TEN", "A"))).isEqualTo("offer-used-up");

        var order = accepted(desk.place.handle(command(null, "TEN", "A"), context));
        assertThat(order.sale().total()).isEqualTo(cny("23.33"));
    }

    @Test
    @DisplayName("O9a O10 priced again, an order settles at the prices of its purchase, whatever the offers say now")
    void settlesAtThePricesOfThePurchase() {
        make("set", new Benefit.Bundle(List.of(new Benefit.Part("A", 1), new Benefit.Part("B", 1)), cny("50.00")),
                null, null, false);
        make("TEN", OfferFixtures.off("30.00", "10.00"), 5, 1);
        var order = accepted(order(null, "TEN", "A", "B"));
        assertThat(order.sale().total()).isEqualTo(cny("40.00"));
        make("set", new Benefit.Bundle(List.of(new Benefit.Part("A", 1), new Benefit.Part("B", 1)), cny("1.00")),
                null, null, false);

        assertThat(again(order, "A", "B")).isEqualTo(cny("40.00"));
        assertThat(again(order, "A", "C")).as("no set any more").isEqualTo(cny("56.66"));
        assertThat(again(order, "A", "B", "C")).isEqualTo(cny("73.33"));
    }

    private Money again(Order order, String... skus) {
        Calculation calculation = desk.prices.again(order, Arrays.stream(skus)
                .map(sku -> new Basket.Item(sku, sku, sku, "apparel", cny("33.33"), 1)).toList());
        return calculation.total();
    }

    private void make(String id, Benefit benefit, @Nullable Integer total, @Nullable Integer perBuyer) {
        make(id, benefit, total, perBuyer, true);
    }

    private void make(String id, Benefit benefit, @Nullable Integer total, @Nullable Integer perBuyer,
            boolean coupon) {
        OfferFixtures.made(desk.offers.store(), id, OfferFixtures.terms(id, benefit, coupon, Terms.Goods.ALL, total,
                perBuyer));
    }

    private Outcome<Order> order(@Nullable Money total, @Nullable String coupon, String... skus) {
        return desk.place.handle(command(total, coupon, skus), request("lin", Ids.next(), "b"));
    }

    private static PlaceOrder.Command command(@Nullable Money total, @Nullable String coupon, String... skus) {
        var lines = Arrays.stream(skus).map(sku -> new PlaceOrder.WantedLine(sku, 1, false)).toList();
        return new PlaceOrder.Command(LIN, "shop", lines, anAddress(), null, null, null, null,
                coupon == null ? List.of() : List.of(coupon), total, null, null);
    }

    private void follow() {
        var subscription = new OffersOfOrders().ordersUseOffers(desk.uses, desk.orders);
        new Events("shopcare.order.orders", desk.orders, Actor.buyer("lin")).all(desk.clock.instant())
                .forEach(event -> subscription.deliver(event.meta(), event.as(JsonNode.class)));
    }

    private static Order accepted(Outcome<Order> outcome) {
        return outcome.orThrow().stored().aggregate();
    }

    private static String refused(Outcome<Order> outcome) {
        return outcome instanceof Outcome.Rejected<Order>(var why) ? why.code() : "accepted";
    }
}
