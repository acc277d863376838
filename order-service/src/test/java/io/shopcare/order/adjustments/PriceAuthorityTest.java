package io.shopcare.order.adjustments;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.shopcare.order.orders.Order;
import io.shopcare.order.orders.OrderEvent;
import io.shopcare.order.orders.OrderFixtures;
import io.shopcare.order.orders.PriceAdjustment;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.money.Money;
import io.shopcare.platform.store.Decision;
import io.shopcare.platform.store.Outcome;
import io.shopcare.platform.testkit.store.InMemoryAggregateStore;

import static io.shopcare.order.orders.OrderFixtures.cny;
import static org.assertj.core.api.Assertions.assertThat;

/** Lin's order holds goods of 1,162.00; presales may take off ten per cent, a supervisor half. */
class PriceAuthorityTest {
    private static final List<String> PRESALES = List.of("presales");
    private static final List<String> SUPERVISOR = List.of("supervisor");
    private final InMemoryAggregateStore<Order> orders = new InMemoryAggregateStore<>();
    private final PriceAuthority authority = new PriceAuthority(3, Map.of("presales", 10, "supervisor", 50),
            List.of("supervisor"));
    private @Nullable Money floorOfCoats;
    private int number;

    @BeforeEach
    void anOrderIsThere() {
        orders.create("order-1", CommandContext.bySystem("place"),
                () -> Decision.accept(OrderFixtures.aPlacedOrder()));
    }

    @Test
    @DisplayName("O3 P10 all adjustments of an order count together against the author's limit")
    void countsTogether() {
        assertThat(take("100.00", PRESALES, false)).isEqualTo("taken");
        assertThat(take("16.21", PRESALES, false)).isEqualTo("above-price-authority");
        assertThat(take("16.20", PRESALES, false)).isEqualTo("taken");
        assertThat(take("400.00", SUPERVISOR, false)).isEqualTo("taken");
        assertThat(take("100.00", SUPERVISOR, false)).isEqualTo("above-price-authority");
        assertThat(take("0.01", List.of("finance"), false)).isEqualTo("above-price-authority");
        assertThat(take("300.00", List.of("service"), false)).as("a quote was judged where it was made")
                .isEqualTo("taken");
        assertThat(orders.published(OrderEvent.PriceAdjusted.class)).first()
                .satisfies(event -> assertThat(event.authority()).isEqualTo("price-authority-3"));
    }

    @Test
    @DisplayName("O3 below the floor price nothing is sold unsaid; a supervisor who says so may")
    void mindsTheFloor() {
        floorOfCoats = cny("800.00");
        assertThat(take("100.00", PRESALES, false)).isEqualTo("below-floor-price");
        assertThat(take("100.00", PRESALES, true)).isEqualTo("below-floor-price");
        assertThat(take("100.00", SUPERVISOR, false)).isEqualTo("below-floor-price");
        assertThat(take("60.00", PRESALES, false)).isEqualTo("taken");
        assertThat(take("100.00", SUPERVISOR, true)).isEqualTo("taken");
    }

    private String take(String off, List<String> roles, boolean belowFloor) {
        var adjustment = new PriceAdjustment("a-" + ++number, roles.contains("service") ? "quote" : "adjustment",
                cny(off), cny("0.00"), null, "bargained", OrderFixtures.AN,
                roles.contains("service") ? null : authority.name());
        FloorPrices floors = (shop, sku, country) -> sku.equals("COAT") && country.equals("CN")
                ? Optional.ofNullable(floorOfCoats)
                : Optional.empty();
        var outcome = new AdjustPrice(orders, floors, authority).handle(
                new AdjustPrice.Command("order-1", adjustment, roles, belowFloor), CommandContext.bySystem("adjust"));
        return outcome instanceof Outcome.Rejected<Order>(var why) ? why.code() : "taken";
    }
}
