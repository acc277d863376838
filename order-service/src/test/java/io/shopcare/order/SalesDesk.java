package io.shopcare.order;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import io.shopcare.order.catalogue.Catalogue;
import io.shopcare.order.catalogue.ListSku;
import io.shopcare.order.catalogue.Product;
import io.shopcare.order.catalogue.SeenPage;
import io.shopcare.order.catalogue.Sku;
import io.shopcare.order.catalogue.SkuVersion;
import io.shopcare.order.catalogue.SkuVersions;
import io.shopcare.order.offers.InMemoryOffers;
import io.shopcare.order.offers.OfferUses;
import io.shopcare.order.offers.UseOffers;
import io.shopcare.order.orders.FindGoods;
import io.shopcare.order.orders.Order;
import io.shopcare.order.orders.OrderFixtures;
import io.shopcare.order.orders.OrderNumbers;
import io.shopcare.order.orders.PlaceOrder;
import io.shopcare.order.orders.PriceGoods;
import io.shopcare.order.orders.TakeReservation;
import io.shopcare.order.stock.MoveStock;
import io.shopcare.order.stock.Reservation;
import io.shopcare.order.stock.Reservations;
import io.shopcare.order.stock.ReserveStock;
import io.shopcare.order.stock.SettleReservation;
import io.shopcare.order.stock.Stock;
import io.shopcare.order.stock.StockFigures;
import io.shopcare.order.stock.StockFixtures;
import io.shopcare.order.stock.StockLevels;
import io.shopcare.order.trade.Promise;
import io.shopcare.order.trade.Shops;
import io.shopcare.platform.commands.Actor;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.Rider;
import io.shopcare.platform.testkit.store.InMemoryAggregateStore;
import io.shopcare.platform.testkit.time.MutableClock;

/** The order desk without Spring: catalogue, stock and orders in memory. */
public final class SalesDesk {
    public final MutableClock clock = MutableClock.at("2026-11-10T02:00:00Z");
    public final InMemoryAggregateStore<Order> orders = new InMemoryAggregateStore<>();
    public final InMemoryAggregateStore<Sku> skus = new InMemoryAggregateStore<>();
    public final InMemoryAggregateStore<Product> products = new InMemoryAggregateStore<>();
    public final InMemoryAggregateStore<Stock> stocks = new InMemoryAggregateStore<>();
    public final InMemoryAggregateStore<Reservation> reservationStore = new InMemoryAggregateStore<>();
    public final Catalogue catalogue = new Catalogue(skus);
    public final Shops shops = new Shops(Map.of("nuanyang", new Shops.Shop("NY", "CNY", ZoneId.of("Asia/Shanghai"),
            "zh-CN", "CN", "0", Duration.ofHours(24), Duration.ofHours(48), OrderFixtures.OWN_SHOP,
            Map.of("taobao", OrderFixtures.TAOBAO))));
    /** Whether the shop takes what no warehouse has whole from two. */
    public boolean scatters;
    public final List<Promise> promises = new ArrayList<>();
    public final InMemoryOffers offers = new InMemoryOffers();
    public final InMemoryAggregateStore<OfferUses> usesStore = new InMemoryAggregateStore<>();
    public final UseOffers uses = new UseOffers(usesStore, clock);
    public final PriceGoods prices = new PriceGoods(offers, uses);
    private final StockLevels levels = (shop, sku) -> stocks.all().stream().map(stored -> stored.aggregate())
            .filter(stock -> stock.sku().equals(sku)).sorted(Comparator.comparing(Stock::warehouse)).toList();
    public final SettleReservation settle = new SettleReservation(reservationStore, stocks, clock);
    public final ReserveStock reserve = new ReserveStock(reservationStore, stocks, settle, levels, shop -> scatters,
            clock);
    public final Reservations reservations = new Reservations(reservationStore, settle, clock);
    private final OrderNumbers numbers = (shop, orderId, at) -> "NY20261110-" + orderId.substring(0, 6);
    public final ListSku listing = new ListSku(skus, products, clock);
    private final SkuVersions versions = (shop, sku, revision) -> skus.filed().stream().map(Rider::content)
            .map(SkuVersion.class::cast).filter(version -> version.revision() == revision
                    && version.page().productId().equals(sku))
            .findFirst();
    public final PlaceOrder place = placing(orders);

    /** The same, of a program that may be killed before the order is written. */
    public PlaceOrder placing(AggregateStore<Order> into) {
        return new PlaceOrder(into, new FindGoods(catalogue, new SeenPage(versions)), prices, uses,
                new TakeReservation(reservations), reserve,
                (orderId, buyer, conversation) -> List.copyOf(promises), numbers, shops, clock);
    }

    /** A SKU with so many on the shelf. */
    public SalesDesk withOnTheShelf(String sku, String price, int units) {
        StockFixtures.listed(skus, sku, price);
        if (units > 0)
            StockFixtures.stocked(new MoveStock(stocks, catalogue, clock), sku, StockFixtures.WAREHOUSE, units);
        return this;
    }

    public StockFigures figures(String sku) {
        return stocks.find(Stock.id(StockFixtures.SHOP, StockFixtures.WAREHOUSE, sku)).orElseThrow().aggregate()
                .figures();
    }

    public Order order(String orderId) {
        return orders.find(orderId).orElseThrow().aggregate();
    }

    /** A buyer's request under a key; the body stands for what was asked. */
    public static CommandContext request(String buyer, String key, String body) {
        return CommandContext.keyed(Actor.buyer(buyer), "place-order", key, body);
    }
}
