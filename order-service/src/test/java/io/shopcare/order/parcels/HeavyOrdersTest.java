package io.shopcare.order.parcels;

import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import io.shopcare.order.orders.LineProgress;
import io.shopcare.order.orders.Order;
import io.shopcare.order.orders.OrderFixtures;
import io.shopcare.order.orders.OrderLine;
import io.shopcare.order.trade.Destination;

import static io.shopcare.order.orders.OrderFixtures.NOW;
import static io.shopcare.order.orders.OrderFixtures.cny;
import static org.assertj.core.api.Assertions.assertThat;

/** The heaviest that may be sold, as often as it may be bought. */
@Tag("O11")
class HeavyOrdersTest {

    @Test
    @DisplayName("O11: an order heavier than any scale shows gets its parcel, which is no lighter than nothing")
    void weighsAtMostSoMuch() {
        var statues = order("1", 10_000_000, 10_000);
        var packed = PartOfOrder.in(PartOfOrder.first(statues.orderId()), statues);
        assertThat(packed.grams()).isEqualTo(Integer.MAX_VALUE);

        var parcel = Parcel.of("parcel-1", statues.buyer(), "main", new Destination("CN", "330106"),
                List.of(packed, packed), Fixtures.BOX, NOW).aggregate();
        assertThat(parcel.expectedGrams()).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    @DisplayName("O11: what is lighter weighs what its units and its box weigh")
    void weighsItsUnits() {
        var coats = order("1", 1_600, 3);
        var packed = PartOfOrder.in(PartOfOrder.first(coats.orderId()), coats);
        assertThat(packed.grams()).isEqualTo(4_800);
        assertThat(Parcel.of("parcel-1", coats.buyer(), "main", new Destination("CN", "330106"), List.of(packed),
                Fixtures.BOX, NOW).aggregate().expectedGrams()).isEqualTo(4_800 + Fixtures.BOX.grams());
    }

    private static Order order(String lineId, int grams, int quantity) {
        var page = OrderFixtures.line(lineId, "STATUE", 1, "1.00", "0.00").product();
        var line = new OrderLine(lineId, "STATUE", quantity, cny("1.00"), cny("0.00"), cny("1.00").times(quantity),
                grams,
                page, LineProgress.NONE);
        return Order.place("order-1", OrderFixtures.aSale(OrderFixtures.anAddress()), List.of(line), List.of())
                .aggregate();
    }
}
