package io.shopcare.order.orders;

import java.time.Duration;
import java.util.List;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

import io.shopcare.order.trade.ActorRef;
import io.shopcare.order.trade.LineAmount;
import io.shopcare.order.trade.Tender;
import io.shopcare.platform.money.Money;
import io.shopcare.platform.store.Decision;

import static io.shopcare.order.orders.OrderFixtures.NOW;
import static io.shopcare.order.orders.OrderFixtures.PAY_BY;
import static io.shopcare.order.orders.OrderFixtures.cny;
import static org.assertj.core.api.Assertions.assertThat;

/** Whatever is asked of an order in whatever order: goods, discounts, freight, adjustments, paid and refunded add up. */
@Tag("O3")
class TheBooksOfAnOrderPropertiesTest {
    private static final ActorRef FANG = new ActorRef("staff", "fang");

    private record Step(int what, int amount, int id) {}

    @Property(tries = 2000)
    void addUp(@ForAll("steps") List<Step> steps) {
        var order = anOrderWithFreight();
        for (var step : steps) {
            if (asked(order, step) instanceof Decision.Accepted<Order>(var next, var events, var riders, var answers))
                order = next;
            addsUp(order, step);
        }
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(Arbitraries.integers().between(0, 12), Arbitraries.oneOf(
                Arbitraries.integers().between(1, 700_00), Arbitraries.of(1103_90, 1115_90, 100, 1)),
                Arbitraries.integers().between(0, 5)).as(Step::new).list().ofMaxSize(16);
    }

    private static Decision<Order> asked(Order order, Step step) {
        var amount = new Money(step.amount(), "CNY");
        var zero = cny("0.00");
        var refund = "refund-" + step.id();
        return switch (step.what()) {
            case 0 -> order.adjustPrice(new PriceAdjustment("a-" + step.id(), "adjustment", amount, zero,
                    step.id() % 2 == 0 ? null : "1", "bargained", FANG, null));
            case 1 -> order.adjustPrice(new PriceAdjustment("a-" + step.id(), "adjustment", zero, amount, null,
                    "freight-waived", FANG, null));
            case 2 -> pays(order, step, amount);
            case 3 -> order.due().isPositive() ? pays(order, step, order.due()) : Decision.unchanged(order);
            case 4 -> order.requestPayment(PaymentRequest.of("q-" + step.id(), amount,
                    PaymentReason.values()[step.id() % 4], step.id() % 4 == 0 ? "1" : null, null, FANG, NOW, PAY_BY));
            case 5 -> order.receiveRequested("q-" + step.id(), "n-q-" + step.amount(),
                    new Tender("PAY-q" + step.id(), "sandbox", order.payment().request("q-" + step.id())
                            .filter(request -> step.amount() % 3 != 0).map(PaymentRequest::amount).orElse(amount)),
                    NOW, Duration.ZERO);
            case 6 -> Requesting.expire(order, PAY_BY);
            case 7 -> step.id() % 2 == 0 ? order.cancel("buyer-request") : order.closeUnpaid(PAY_BY);
            case 8 -> order.reserveRefund(refund, amount, List.of(new LineAmount("1", step.id() % 2, amount)), zero);
            case 9 -> order.reserveRefund(refund, amount, List.of(), step.id() % 2 == 0 ? zero : amount);
            case 10 -> order.refundSucceeded(some(order, step));
            case 11 -> order.refundFailed(some(order, step));
            default -> order.resolvePayment(new PaymentResolution("r-" + step.id() + step.amount(),
                    PaymentResolution.Kind.values()[step.id() % 4], "bank-fee", null, FANG, NOW), PAY_BY,
                    Duration.ZERO);
        };
    }

    private static Decision<Order> pays(Order order, Step step, Money amount) {
        return order.receivePayment("n-" + step.id() + "-" + step.amount(), new Tender("PAY-" + step.id(), "sandbox",
                amount), NOW, Duration.ZERO);
    }

    private static String some(Order order, Step step) {
        var all = order.refunds().all();
        return all.isEmpty() ? "none" : all.get(step.amount() % all.size()).refundId();
    }

    private static void addsUp(Order order, Step step) {
        var sale = order.sale();
        var lines = sum(order.lines().stream().map(OrderLine::amount).toList());
        assertThat(sale.goods().minus(sum(sale.discounts().stream().map(Sale.Discount::amount).toList())))
                .as("goods less discounts are the lines, after %s", step).isEqualTo(lines);
        assertThat(lines.plus(sale.freight())).as("lines and freight are the total").isEqualTo(sale.total());
        for (var line : order.lines()) {
            assertThat(line.unitPrice().times(line.quantity()).minus(line.discount())).isEqualTo(line.amount());
            assertThat(line.amount().isNegative()).isFalse();
        }
        var balance = order.balance();
        var gone = sum(order.refunds().counting("CNY").map(RefundsFacet.Share::amount).toList());
        assertThat(balance.total().plus(gone)).as("what came is left or went back, after %s", step)
                .isEqualTo(order.payment().sum("CNY"));
        assertThat(balance.lines()).as("after %s", step).noneMatch(line -> line.left().isNegative());
        assertThat(List.of(balance.freight(), balance.surplus())).as("after %s", step).noneMatch(Money::isNegative);
        for (var share : order.refunds().all()) {
            var parts = sum(share.lines().stream().map(LineAmount::amount).toList());
            assertThat(parts.plus(share.freight()).plus(share.surplus())).isEqualTo(share.amount());
            assertThat(sum(share.tenders().stream().map(Tender::amount).toList())).as("each way back is known")
                    .isEqualTo(share.amount());
        }
        for (var tender : order.payment().tenders("CNY"))
            assertThat(sum(order.refunds().counting("CNY").flatMap(share -> share.tenders().stream())
                    .filter(part -> part.paymentNo().equals(tender.paymentNo())).map(Tender::amount).toList()))
                    .as("no way gives back more than came by it").isLessThanOrEqualTo(tender.amount());
    }

    private static Money sum(List<Money> amounts) {
        return Money.sum("CNY", amounts);
    }

    private static Order anOrderWithFreight() {
        var sale = OrderFixtures.aSale(OrderFixtures.anAddress());
        return Order.place("order-1", sale.at(sale.discounts(), cny("12.00")), OrderFixtures.lines(), List.of())
                .aggregate();
    }
}
