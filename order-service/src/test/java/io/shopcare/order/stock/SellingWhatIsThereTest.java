package io.shopcare.order.stock;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.shopcare.order.Events;
import io.shopcare.order.SalesDesk;
import io.shopcare.order.catalogue.Selling;
import io.shopcare.order.catalogue.Sku;
import io.shopcare.order.catalogue.WhenGone;
import io.shopcare.order.trade.ReturnTerms;
import io.shopcare.platform.commands.Actor;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.store.Stored;

import static io.shopcare.order.orders.OrderFixtures.LIN;
import static io.shopcare.order.orders.OrderFixtures.cny;
import static org.assertj.core.api.Assertions.assertThat;

/** What comes in is for those who wait before it is for those who come. */
class SellingWhatIsThereTest {
    private final SalesDesk desk = new SalesDesk();
    private final List<Selling> whenServed = new ArrayList<>();
    private int wanted;

    @BeforeEach
    void list() {
        var page = new Sku.Page("COAT", "羊毛大衣", "apparel", cny("899.00"), 1450, ReturnTerms.ordinary(), true, null,
                List.of(), Map.of(), List.of(), WhenGone.PRE_ORDER);
        desk.listing.handle("nuanyang", "COAT", page, null, CommandContext.bySystem("test")).orThrow();
    }

    @Test
    @DisplayName("O9 O9a what comes in goes to pre-orders that are paid first: the SKU stays on pre-order when they take all")
    void servesThoseWhoWaitFirst() {
        wanted = 2;
        receive(2);
        follow();
        assertThat(whenServed).containsOnly(Selling.PRE_ORDER);
        assertThat(selling()).isEqualTo(Selling.PRE_ORDER);
    }

    @Test
    @DisplayName("O9a what they leave is on sale")
    void sellsTheRest() {
        wanted = 2;
        receive(3);
        follow();
        assertThat(selling()).isEqualTo(Selling.ON_SALE);
    }

    private void receive(int units) {
        StockFixtures.stocked(new MoveStock(desk.stocks, desk.catalogue, desk.clock), "COAT", StockFixtures.WAREHOUSE,
                units);
    }

    private void follow() {
        var subscription = new SkusFollowStock().sellingOfSkus(
                (shop, sku) -> desk.stocks.all().stream().map(Stored::aggregate).toList(), desk.listing,
                (shop, sku) -> {
                    whenServed.add(selling());
                    desk.reserve.handle(new ReserveStock.Request(shop, "waiting", LIN, Map.of(sku, wanted), null),
                            Actor.system("test"));
                });
        new Events("shopcare.order.stock", desk.stocks, Actor.staff("ku")).all(desk.clock.instant())
                .forEach(event -> subscription.deliver(event.meta(), event.as(JsonNode.class)));
    }

    private Selling selling() {
        return desk.skus.find(Sku.id("nuanyang", "COAT")).orElseThrow().aggregate().selling();
    }
}
