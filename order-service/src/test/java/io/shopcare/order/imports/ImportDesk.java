package io.shopcare.order.imports;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.validation.Validation;
import jakarta.validation.Validator;

import io.shopcare.order.MortalStore;
import io.shopcare.order.catalogue.Catalogue;
import io.shopcare.order.catalogue.ListProduct;
import io.shopcare.order.catalogue.ListSku;
import io.shopcare.order.catalogue.Product;
import io.shopcare.order.catalogue.Sku;
import io.shopcare.order.offers.InMemoryOffers;
import io.shopcare.order.offers.MakeOffer;
import io.shopcare.order.offers.Offer;
import io.shopcare.order.orders.Order;
import io.shopcare.order.orders.OrderFixtures;
import io.shopcare.order.trade.ReturnTerms;
import io.shopcare.order.trade.Shops;
import io.shopcare.platform.commands.Actor;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.ids.Ids;
import io.shopcare.platform.money.Money;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.Decision;
import io.shopcare.platform.store.Outcome;
import io.shopcare.platform.store.Rider;
import io.shopcare.platform.testkit.store.InMemoryAggregateStore;
import io.shopcare.platform.testkit.time.MutableClock;

/** Imports into the shop nuanyang without Spring, with a place to be killed at every write. */
final class ImportDesk {
    final MutableClock clock = MutableClock.at("2026-11-10T02:00:00Z");
    final InMemoryAggregateStore<Order> orders = new InMemoryAggregateStore<>();
    final InMemoryAggregateStore<LastTold> told = new InMemoryAggregateStore<>();
    final InMemoryAggregateStore<OrderImport> imports = new InMemoryAggregateStore<>();
    final InMemoryAggregateStore<Sku> skus = new InMemoryAggregateStore<>();
    final InMemoryAggregateStore<Product> products = new InMemoryAggregateStore<>();
    final InMemoryAggregateStore<Offer> offers = new InMemoryAggregateStore<>();
    private final Files files = new Files();
    private final Shops shops = new Shops(Map.of("nuanyang", new Shops.Shop("NY", "CNY", ZoneId.of("Asia/Shanghai"),
            "zh-CN", "CN", "0", Duration.ofHours(24), Duration.ofHours(48), OrderFixtures.OWN_SHOP,
            Map.of("taobao", OrderFixtures.TAOBAO))));
    private static final Validator VALIDATOR = Validation.buildDefaultValidatorFactory().getValidator();
    private final MortalStore.Life life = new MortalStore.Life();

    ImportDesk() {
        know("COAT-WOOL-GREY-L", "899.00", 1600);
        know("SCARF-CASHMERE-GREY", "263.00", 200);
    }

    void know(String sku, String price, int grams) {
        var page = new Sku.Page(sku, sku, "apparel", Money.of(price, "CNY"), grams, ReturnTerms.ordinary(), true);
        skus.create(Sku.id("nuanyang", sku), CommandContext.bySystem("test"),
                () -> Decision.accept(new Sku("nuanyang", sku, 1, page)));
    }

    void diesAfterWrites(int writes) {
        life.endsAfter(writes);
    }

    void livesOn() {
        life.goesOn();
    }

    Outcome<OrderImport> start(String key, byte[] sheet) throws IOException {
        return start(ImportKind.ORDERS, "taobao", key, sheet);
    }

    Outcome<OrderImport> start(ImportKind kind, String platform, String key, byte[] sheet) throws IOException {
        var command = new StartImport.Command(kind, "nuanyang", platform, "file", "an");
        return new StartImport(mortal(imports), files, running(), Runnable::run, clock).handle(command,
                () -> new ByteArrayInputStream(sheet),
                CommandContext.keyed(Actor.staff("an"), "import", key, ""));
    }

    /** A new process that goes on with what the last one left. */
    void readOn(String importId) {
        clock.advance(RunImport.LEASE.plusSeconds(1));
        running().handle(importId);
    }

    OrderImport theImport(String importId) {
        return imports.find(importId).orElseThrow().aggregate();
    }

    List<BadRow> badRows() {
        return imports.filed().stream().filter(rider -> rider.collection().equals(OrderImport.BAD_ROWS))
                .map(Rider::content).map(BadRow.class::cast).toList();
    }

    private RunImport running() {
        var news = new TakeNews(mortal(orders), mortal(told), clock);
        var placing = new PlaceImportedOrder(mortal(orders), new Catalogue(skus), (shop, id, at) -> "NY-" + id,
                shop -> Duration.ZERO, shops, news);
        return new RunImport(mortal(imports), files, List.of(new ReadOrders(placing, news, shops),
                new ReadCatalogue(new SkusInCatalogue(new ListSku(mortal(skus), products, clock), new Catalogue(skus)),
                        new ProductsInCatalogue(new ListProduct(mortal(products), clock), products),
                        new OffersInCatalogue(new MakeOffer(mortal(offers), new InMemoryOffers(offers), clock),
                                new InMemoryOffers(offers)),
                        new TakeCatalogueLine(VALIDATOR, shops), shops)),
                clock);
    }

    /** Kept as the database would. */
    private static final class Files implements ImportFiles {
        private final Map<String, byte[]> kept = new HashMap<>();

        @Override
        public String keep(Content content) throws IOException {
            try (var in = content.open()) {
                var bytes = in.readAllBytes();
                var id = Ids.digest(new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1));
                kept.putIfAbsent(id, bytes);
                return id;
            }
        }

        @Override
        public InputStream open(String fileId) {
            return new ByteArrayInputStream(kept.get(fileId));
        }
    }

    private <A> AggregateStore<A> mortal(AggregateStore<A> store) {
        return new MortalStore<>(store, life);
    }
}
