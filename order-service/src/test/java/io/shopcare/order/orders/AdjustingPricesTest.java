package io.shopcare.order.orders;

import java.util.List;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.shopcare.platform.money.Money;
import io.shopcare.platform.store.Decision;

import static io.shopcare.order.orders.OrderFixtures.AN;
import static io.shopcare.order.orders.OrderFixtures.aCancelledOrder;
import static io.shopcare.order.orders.OrderFixtures.aPaidOrder;
import static io.shopcare.order.orders.OrderFixtures.aPlacedOrder;
import static io.shopcare.order.orders.OrderFixtures.accepted;
import static io.shopcare.order.orders.OrderFixtures.cny;
import static io.shopcare.order.orders.OrderFixtures.event;
import static io.shopcare.order.orders.OrderFixtures.next;
import static io.shopcare.order.orders.OrderFixtures.pay;
import static io.shopcare.order.orders.OrderFixtures.refused;
import static org.assertj.core.api.Assertions.assertThat;

class AdjustingPricesTest {

    @Test
    @DisplayName("O3 a lower price is split by largest remainder over the lines, and what is due follows")
    void splits() {
        var lower = adjust(aPlacedOrder(), "a-1", "100.01", null);

        var told = event(lower, OrderEvent.PriceAdjusted.class);
        assertThat(told.lines()).extracting(line -> line.amount()).containsExactly(cny("776.68"), cny("227.21"));
        assertThat(told.total()).isEqualTo(cny("1003.89"));
        assertThat(told.reason()).isEqualTo("bargained");
        assertThat(next(lower).due()).isEqualTo(cny("1003.89"));
        assertThat(accepted(adjust(next(lower), "a-1", "100.01", null)).events()).as("asked twice").isEmpty();
        var paid = pay(next(lower), "N-1", "PAY-1", "1003.89");
        assertThat(event(paid, OrderEvent.Paid.class).lines()).extracting(line -> line.amount())
                .containsExactly(cny("776.68"), cny("227.21"));
    }

    @Test
    @DisplayName("O3 one line may be lowered alone")
    void lowersOneLine() {
        assertThat(event(adjust(aPlacedOrder(), "a-1", "49.85", "2"), OrderEvent.PriceAdjusted.class).lines())
                .extracting(line -> line.amount()).containsExactly(cny("854.05"), cny("200.00"));
    }

    @Test
    @DisplayName("O3 only before payment, never below zero")
    void hasItsLimits() {
        assertThat(refused(adjust(aPaidOrder(), "a-1", "1.00", null))).isEqualTo("already-paid");
        assertThat(refused(adjust(next(pay(aPlacedOrder(), "N", "P", "1.00")), "a-1", "1.00", null)))
                .isEqualTo("money-has-come");
        assertThat(refused(adjust(aCancelledOrder(), "a-1", "1.00", null))).isEqualTo("already-cancelled");
        assertThat(refused(adjust(aPlacedOrder(), "a-1", "1103.91", null))).isEqualTo("price-below-zero");
        assertThat(refused(adjust(aPlacedOrder(), "a-1", "1103.90", null))).as("nothing left to pay")
                .isEqualTo("price-below-zero");
        assertThat(refused(adjust(aPlacedOrder(), "a-1", "249.86", "2"))).isEqualTo("price-below-zero");
        assertThat(refused(adjust(aPlacedOrder(), "a-1", "1.00", "9"))).isEqualTo("line-unknown");
        assertThat(refused(aPlacedOrder().adjustPrice(new PriceAdjustment("a", "adjustment", cny("0.00"), cny("0.01"),
                null, "freight-waived", AN, null)))).as("no freight to take off").isEqualTo("price-below-zero");
    }

    @Property(tries = 300)
    void losesNoCent(@ForAll @Size(min = 1, max = 5) List<@IntRange(min = 1, max = 30_000) Integer> steps) {
        var order = aPlacedOrder();
        long off = 0;
        for (int i = 0; i < steps.size(); i++)
            if (adjust(order, "a-" + i, new Money(steps.get(i), "CNY").text(),
                    null) instanceof Decision.Accepted<Order>(var lower, var events, var riders, var answers)) {
                order = lower;
                off += steps.get(i);
            }
        assertThat(order.sale().total()).isEqualTo(cny("1103.90").minus(new Money(off, "CNY")));
        assertThat(Money.sum("CNY", order.lines().stream().map(OrderLine::amount).toList()))
                .isEqualTo(order.sale().total());
    }

    private static Decision<Order> adjust(Order order, String id, String off,
            @org.jspecify.annotations.Nullable String lineId) {
        return order.adjustPrice(new PriceAdjustment(id, "adjustment", cny(off), cny("0.00"), lineId, "bargained", AN,
                "price-authority-1"));
    }
}
