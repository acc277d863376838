package io.shopcare.order.orders;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.shopcare.order.SalesDesk;
import io.shopcare.order.catalogue.ListProduct;
import io.shopcare.order.catalogue.Product;
import io.shopcare.order.catalogue.Sku;
import io.shopcare.order.catalogue.WhenGone;
import io.shopcare.order.stock.StockFixtures;
import io.shopcare.order.trade.ReturnTerms;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.ids.Ids;
import io.shopcare.platform.store.Outcome;

import static io.shopcare.order.SalesDesk.request;
import static io.shopcare.order.orders.OrderFixtures.LIN;
import static io.shopcare.order.orders.OrderFixtures.anAddress;
import static io.shopcare.order.orders.OrderFixtures.cny;
import static org.assertj.core.api.Assertions.assertThat;

/** Nobody pays more than the page said that they saw, or buys on other terms. */
class BuyingAsSeenTest {
    private final SalesDesk desk = new SalesDesk();

    @Test
    @DisplayName("O1 O9a a price that rose since, a service or a fact that went: refused, with what changed")
    void refusesWhatBecameWorse() {
        list("899.00", null, "broken-is-replaced", "羊毛 90%", List.of());
        stock(3);
        list("949.00", null, "seven-days-return", "羊毛 70%", List.of());

        assertThat(refused(order(1))).isEqualTo("page-changed: price 899.00 CNY -> 949.00 CNY; "
                + "services broken-is-replaced -> seven-days-return; 材质 羊毛 90% -> 羊毛 70%");
        assertThat(desk.orders.all()).isEmpty();
        assertThat(line(order(2)).unitPrice()).isEqualTo(cny("949.00"));
        assertThat(refused(order(9))).startsWith("page-unknown");
    }

    @Test
    @DisplayName("O1 O9a a price that fell since is the one that is paid; the line keeps the version")
    void takesTheLowerPrice() {
        list("899.00", null, "broken-is-replaced", "羊毛", List.of());
        stock(3);
        list("799.00", null, "broken-is-replaced", "羊毛", List.of());

        var line = line(order(1));
        assertThat(line.unitPrice()).isEqualTo(cny("799.00"));
        assertThat(line.product().revision()).isEqualTo(2);
    }

    @Test
    @DisplayName("O1 O9a what its product says is part of the page that was seen; the line keeps the product's version")
    void keepsWhatItsProductSaid() {
        product(true, "意大利羊毛", List.of());
        list("899.00", null, "x", "羊毛", List.of());
        stock(3);
        assertThat(line(order(1)).product().productRevision()).isEqualTo(1);

        product(true, "羊毛混纺", List.of());
        list("899.00", null, "x", "羊毛", List.of());
        assertThat(refused(order(1))).isEqualTo("page-changed: 面料 意大利羊毛 -> 羊毛混纺");
        var line = line(order(2));
        assertThat(line.product().revision()).isEqualTo(2);
        assertThat(line.product().productRevision()).isEqualTo(2);
    }

    @Test
    @DisplayName("O9a what the page says to the buyer's market was seen; what it says to another is no matter")
    void keepsWhatItsMarketWasTold() {
        inMarket("CN", "尺码", "170/92A");
        stock(3);
        inMarket("CN", "尺码", "165/88A");
        assertThat(refused(order(1))).isEqualTo("page-changed: 尺码 170/92A -> 165/88A");
        assertThat(line(order(2)).product().revision()).isEqualTo(2);

        inMarket("US", "尺码", "US 8");
        inMarket("US", "尺码", "US 6");
        assertThat(line(order(3)).product().revision()).isEqualTo(4);
    }

    @Test
    @DisplayName("O9a a SKU whose product is off sale, or sold elsewhere, can't be bought")
    void followsItsProduct() {
        product(true, "羊毛", List.of("US"));
        list("899.00", null, "x", "羊毛", List.of());
        stock(3);
        assertThat(refused(order(null))).startsWith("not-sold-there");

        product(false, "羊毛", List.of());
        list("899.00", null, "x", "羊毛", List.of());
        assertThat(refused(order(null))).startsWith("sku-off-sale");
    }

    @Test
    @DisplayName("O9a a SKU is sold in its markets only")
    void isSoldInItsMarkets() {
        list("899.00", null, "x", "羊毛", List.of("US", "CA"));
        stock(3);
        assertThat(refused(order(null))).startsWith("not-sold-there");
    }

    @Test
    @DisplayName("O9a at zero: off sale nobody orders it; on pre-order it is placed without stock, and waits")
    void followsItsRuleForZero() {
        list("899.00", WhenGone.PRE_ORDER, "x", "羊毛", List.of());
        desk.listing.gone("nuanyang", "COAT", true, CommandContext.bySystem("stock"));
        var order = accepted(order(null));
        assertThat(desk.reservations.of(order.orderId())).isEmpty();

        list("899.00", WhenGone.OFF_SALE, "x", "羊毛", List.of());
        assertThat(refused(order(null))).startsWith("sku-off-sale");
    }

    private void list(String price, @Nullable WhenGone rule, String service, String material, List<String> markets) {
        var page = new Sku.Page("COAT", "羊毛大衣", "apparel", cny(price), 1450, ReturnTerms.ordinary(), true, null,
                markets,
                Map.of("材质", material), List.of(service), rule);
        desk.listing.handle("nuanyang", "COAT", page, null, CommandContext.bySystem("test")).orThrow();
    }

    private void inMarket(String country, String fact, String said) {
        var page = new Sku.Page("COAT", "羊毛大衣", "apparel", cny("899.00"), 1450, ReturnTerms.ordinary(), true, null,
                List.of(), Map.of(), List.of(), null, Map.of(country, new Sku.InMarket(Map.of(fact, said), null)));
        desk.listing.handle("nuanyang", "COAT", page, null, CommandContext.bySystem("test")).orThrow();
    }

    private void product(boolean onSale, String cloth, List<String> markets) {
        new ListProduct(desk.products, desk.clock)
                .handle("nuanyang", "COAT", new Product.Page("羊毛大衣", "apparel", onSale,
                        markets, Map.of("面料", cloth)), null, CommandContext.bySystem("test"))
                .orThrow();
    }

    private void stock(int units) {
        StockFixtures.stocked(new io.shopcare.order.stock.MoveStock(desk.stocks, desk.catalogue, desk.clock), "COAT",
                StockFixtures.WAREHOUSE, units);
    }

    private Outcome<Order> order(@Nullable Integer seen) {
        return desk.place.handle(new PlaceOrder.Command(LIN, "shop", List.of(new PlaceOrder.WantedLine("COAT", 1,
                false, seen)), anAddress(), null, null, null, null), request("lin", Ids.next(), "b"));
    }

    private static OrderLine line(Outcome<Order> outcome) {
        return accepted(outcome).lines().getFirst();
    }

    private static Order accepted(Outcome<Order> outcome) {
        return outcome.orThrow().stored().aggregate();
    }

    private static String refused(Outcome<Order> outcome) {
        return outcome instanceof Outcome.Rejected<Order>(var why)
                ? why.code() + ": " + why.facts().get("changes")
                : "accepted";
    }
}
