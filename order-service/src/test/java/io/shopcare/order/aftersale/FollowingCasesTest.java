package io.shopcare.order.aftersale;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.shopcare.order.SalesDesk;
import io.shopcare.order.aftersale.OrdersFollowCases.Grade;
import io.shopcare.order.aftersale.OrdersFollowCases.Graded;
import io.shopcare.order.aftersale.OrdersFollowCases.OfCase;
import io.shopcare.order.orders.Order;
import io.shopcare.order.orders.OrderEvent;
import io.shopcare.order.orders.OrderFixtures;
import io.shopcare.order.orders.Phase;
import io.shopcare.order.stock.StockFigures;
import io.shopcare.order.stock.StockFixtures;
import io.shopcare.order.stock.TakeBack;
import io.shopcare.order.stock.TakenBack;
import io.shopcare.platform.commands.Actor;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.events.EventMeta;
import io.shopcare.platform.store.Decision;

import static org.assertj.core.api.Assertions.assertThat;

/** Cases stop orders and bring goods back, once, however often their events come. */
class FollowingCasesTest {
    private final SalesDesk desk = new SalesDesk().withOnTheShelf("SCARF", "131.50", 5);
    private final OrdersFollowCases follow = new OrdersFollowCases(desk.orders,
            new TakeBack(desk.stocks, desk.catalogue, this::isBooked, desk.clock), desk.clock);

    @BeforeEach
    void anOrderIsThere() {
        put(OrderFixtures.anApprovedOrder());
    }

    @Test
    @DisplayName("O8a a case that opens before shipping holds the order; its end lets it go")
    void holdsUntilTheCaseIsClosed() {
        for (int times = 0; times < 3; times++)
            follow.opened(meta("case.opened.v1", 1), new OfCase("case-1", "order-1"));
        assertThat(desk.order("order-1").phase()).isEqualTo(Phase.ON_HOLD);
        assertThat(desk.orders.published(OrderEvent.Held.class)).hasSize(1);
        for (int times = 0; times < 3; times++)
            follow.closed(meta("case.closed.v1", 5), new OfCase("case-1", "order-1"));
        assertThat(desk.order("order-1").phase()).isEqualTo(Phase.AWAITING_FULFILMENT);
        follow.opened(meta("case.opened.v1", 1), new OfCase("case-1", "order-1"));
        assertThat(desk.order("order-1").holds().open()).as("an old event").isEmpty();
    }

    @Test
    @DisplayName("O17 two grades of one SKU: one back on the shelf, one damaged, and the line counts both")
    void takesGoodsBack() {
        var graded = new Graded(StockFixtures.SHOP, "case-1", "order-1", StockFixtures.WAREHOUSE,
                List.of(new Grade("2", "SCARF", 1, "restock"), new Grade("2", "SCARF", 1, "damaged-stock")));
        for (int times = 0; times < 3; times++)
            follow.graded(meta("goods.graded.v1", 4), graded);
        assertThat(desk.figures("SCARF")).isEqualTo(new StockFigures(6, 6, 0, 0, 1));
        assertThat(desk.order("order-1").lines().get(1).progress().returned()).isEqualTo(2);
    }

    @Test
    void passesOverOrdersThatAreNotHere() {
        follow.opened(meta("case.opened.v1", 1), new OfCase("case-1", "nobody"));
        assertThat(desk.orders.all()).hasSize(1);
    }

    @Test
    @DisplayName("O9 O17 what the catalogue does not know lies on the shelf all the same")
    void takesUnknownGoodsBack() {
        follow.graded(meta("goods.graded.v1", 4), new Graded(StockFixtures.SHOP, "case-1", "order-1",
                StockFixtures.WAREHOUSE, List.of(new Grade("2", "OLD-SCARF", 1, "restock"))));
        assertThat(desk.figures("OLD-SCARF").onHand()).isEqualTo(1);
    }

    private boolean isBooked(String stockId, String returnId) {
        return desk.stocks.filed().stream().anyMatch(rider -> rider.collection().equals(TakenBack.COLLECTION)
                && rider.key().equals(returnId));
    }

    private void put(Order order) {
        desk.orders.create(order.orderId(), CommandContext.bySystem("place"), () -> Decision.accept(order));
    }

    private EventMeta meta(String type, long sequence) {
        return new EventMeta("shopcare.aftersale.cases", "case-1-" + sequence, type, "case-1", sequence,
                desk.clock.instant(), Actor.staff("jian"));
    }
}
