package io.shopcare.order.catalogue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.shopcare.order.ConsumedEvents;
import io.shopcare.order.Events;
import io.shopcare.order.Events.Heard;
import io.shopcare.order.MortalStore;
import io.shopcare.order.trade.ActorRef;
import io.shopcare.order.trade.ReturnTerms;
import io.shopcare.platform.commands.Actor;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.events.Subscription;
import io.shopcare.platform.json.Json;
import io.shopcare.platform.money.Money;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.Stored;
import io.shopcare.platform.testkit.store.InMemoryAggregateStore;
import io.shopcare.platform.testkit.time.MutableClock;
import io.shopcare.platform.web.Cursor;
import io.shopcare.platform.web.Page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The SKUs of a product follow it, whatever comes late, twice, in another order, or never because somebody was killed. */
class FollowingAProductTest {
    private static final CommandContext KU = new CommandContext(Actor.staff("ku"), "list", null, null, null);
    private static final Sku.Owner ERP = new Sku.Owner("erp", 1L);
    private final MutableClock clock = MutableClock.at("2026-11-10T02:00:00Z");
    private final InMemoryAggregateStore<Product> products = new InMemoryAggregateStore<>();
    private final InMemoryAggregateStore<Sku> skus = new InMemoryAggregateStore<>();
    private final Events ofProducts = new Events("shopcare.order.products", products, Actor.staff("ku"));
    private final Events ofSkus = new Events("shopcare.order.skus", skus, Actor.staff("ku"));
    private final ListProduct listProduct = new ListProduct(products, clock);
    private final ListSku listSku = new ListSku(skus, products, clock);
    private final MortalStore.Life life = new MortalStore.Life();

    @Test
    @DisplayName("O9a a product goes off sale: all of its SKUs do; back on, each is sold as its own page says")
    void goesOffSaleWithItsProduct() {
        listProduct("羊毛");
        listSku("COAT-M", true);
        listSku("COAT-L", false);
        listProduct.withdraw("nuanyang", "coat", true, KU).orThrow();
        tell();
        assertThat(sku("COAT-M").selling()).isEqualTo(Selling.OFF_SALE);
        assertThat(sku("COAT-M").page().onSale()).as("its own page is as it was").isTrue();

        listProduct.withdraw("nuanyang", "coat", false, KU).orThrow();
        tell();
        assertThat(sku("COAT-M").selling()).isEqualTo(Selling.ON_SALE);
        assertThat(sku("COAT-L").selling()).isEqualTo(Selling.OFF_SALE);
        assertThat(skus.published(SkuRevised.class)).filteredOn(told -> told.sku().equals("COAT-M"))
                .extracting(told -> told.selling() + " " + told.product().productRevision())
                .containsExactly("ON_SALE 1", "OFF_SALE 2", "ON_SALE 3");
    }

    @Test
    @DisplayName("O9a events that come twice, late and in any order change nothing: each SKU took each revision at most once")
    void bearsAnyOrder() {
        for (int seed = 0; seed < 20; seed++) {
            var each = new FollowingAProductTest();
            each.listSku("COAT-M", true, ERP); // before its product
            each.listProduct("羊毛");
            each.listSku("COAT-L", true);
            each.listProduct.withdraw("nuanyang", "coat", true, KU).orThrow();
            each.listProduct("羊绒");
            var events = new ArrayList<>(each.ofProducts.fresh(each.clock.instant()));
            events.addAll(events);
            events.addAll(each.ofSkus.fresh(each.clock.instant()));
            Collections.shuffle(events, new Random(seed));
            events.forEach(event -> each.deliver(event, each.skus));
            each.tell();

            assertThat(List.of(each.sku("COAT-M"), each.sku("COAT-L"))).as("seed " + seed)
                    .allMatch(sku -> sku.selling() == Selling.OFF_SALE && sku.revision() == 2
                            && sku.product() != null && sku.product().revision() == 3
                            && sku.product().facts().containsValue("羊绒"));
        }
    }

    @Test
    @DisplayName("O9a killed after any of two hundred SKUs followed: the event comes again, and the rest follows")
    void goesOnAfterAKill() {
        listProduct("羊毛");
        for (int i = 0; i < 250; i++)
            listSku("COAT-" + i, true);
        tell();
        listProduct.withdraw("nuanyang", "coat", true, KU).orThrow();
        var event = ofProducts.fresh(clock.instant()).getFirst();
        for (int writes : List.of(0, 1, 99, 101)) {
            life.endsAfter(writes);
            assertThatThrownBy(() -> deliver(event, new MortalStore<>(skus, life)))
                    .isInstanceOf(MortalStore.Killed.class);
        }
        life.goesOn();
        deliver(event, skus);
        deliver(event, skus);
        assertThat(skus.all()).hasSize(250)
                .allMatch(sku -> sku.aggregate().selling() == Selling.OFF_SALE && sku.aggregate().revision() == 2);
    }

    @Test
    @DisplayName("O9a a SKU that its system sends before its product takes what the product shows when it comes")
    void takesItsProductLater() {
        listSku("COAT-M", true, ERP);
        tell();
        assertThat(sku("COAT-M").product()).isNull();
        listProduct("羊毛");
        tell();
        assertThat(sku("COAT-M").product()).isEqualTo(product().followed());
        assertThat(sku("COAT-M").owner()).isEqualTo(ERP);
    }

    @Test
    @DisplayName("O9a a product revised while a SKU was being listed, and not found by it: the SKU's own event catches up")
    void catchesUp() {
        listProduct("羊毛");
        var before = product().followed();
        listProduct.withdraw("nuanyang", "coat", true, KU).orThrow();
        ofProducts.fresh(clock.instant()).forEach(event -> deliver(event, skus)); // there is no SKU of it yet
        skus.create("nuanyang/COAT-M", KU, () -> Sku.list("nuanyang", "COAT-M", page("COAT-M", true, List.of()), before,
                null, ActorRef.of(Actor.staff("ku")), clock.instant())).orThrow();
        assertThat(sku("COAT-M").selling()).isEqualTo(Selling.ON_SALE);
        tell();
        assertThat(sku("COAT-M").selling()).isEqualTo(Selling.OFF_SALE);
    }

    @Test
    @DisplayName("O9a a SKU that moved to another product follows that one, and not the one it had, however late it tells")
    void movesToAnotherProduct() {
        listProduct("羊毛");
        listSku("COAT-M", true);
        listProduct.withdraw("nuanyang", "coat", true, KU).orThrow();
        var late = ofProducts.fresh(clock.instant());
        listProduct.handle("nuanyang", "cape", new Product.Page("披风", "apparel", true, List.of(), Map.of()), null, KU)
                .orThrow();
        var page = new Sku.Page("cape", "披风 M", "apparel", Money.of("899.00", "CNY"), 1450, ReturnTerms.ordinary(),
                true);
        listSku.handle("nuanyang", "COAT-M", page, null, KU).orThrow();
        late.forEach(event -> deliver(event, skus));
        skus.decide("nuanyang/COAT-M", KU, known -> known.follow("coat", product().followed(),
                ActorRef.of(Actor.staff("ku")), clock.instant()));
        assertThat(sku("COAT-M").selling()).isEqualTo(Selling.ON_SALE);
        assertThat(sku("COAT-M").snapshot().productRevision()).isEqualTo(1);
    }

    @Test
    @DisplayName("O9a who edits a SKU with an older look at its product takes nothing back of what it follows")
    void takesNothingBack() {
        listProduct("羊毛");
        listSku("COAT-M", true);
        var seen = product().followed();
        listProduct.withdraw("nuanyang", "coat", true, KU).orThrow();
        tell();
        skus.decide("nuanyang/COAT-M", KU, known -> known.revise(page("COAT-M", true, List.of("CN")), seen, null,
                ActorRef.of(Actor.staff("ku")), clock.instant())).orThrow();
        assertThat(sku("COAT-M").selling()).isEqualTo(Selling.OFF_SALE);
        assertThat(sku("COAT-M").page().markets()).containsExactly("CN");
    }

    @Test
    @DisplayName("O9a its own markets and facts go before those of its product")
    void saysOtherwise() {
        listProduct.handle("nuanyang", "coat", new Product.Page("羊毛大衣", "apparel", true, List.of("CN"),
                Map.of("材质", "羊毛", "品牌", "暖阳")), null, KU).orThrow();
        listSku("COAT-M", true);
        listSku.handle("nuanyang", "COAT-EU", page("COAT-EU", true, List.of("DE")), null, KU).orThrow();

        assertThat(sku("COAT-M").soldIn("CN")).isTrue();
        assertThat(sku("COAT-M").soldIn("DE")).isFalse();
        assertThat(sku("COAT-EU").soldIn("DE")).isTrue();
        assertThat(sku("COAT-EU").soldIn("CN")).isFalse();
        assertThat(Sku.facts(sku("COAT-EU").page(), sku("COAT-EU").product(), null))
                .isEqualTo(Map.of("材质", "羊毛与丝", "品牌", "暖阳"));
    }

    @Test
    @DisplayName("O9a by hand a SKU names a product that is there, or none, or the one that it has")
    void namesAProductThatIsThere() {
        var page = page("COAT-M", true, List.of());
        assertThat(listSku.problem("nuanyang", "COAT-M", page)).hasValueSatisfying(problem -> {
            assertThat(problem.field()).isEqualTo("productId");
            assertThat(problem.reason()).isEqualTo("product-unknown");
        });
        listSku("COAT-M", true, ERP);
        assertThat(listSku.problem("nuanyang", "COAT-M", page)).as("the one that it has").isEmpty();
        listProduct("羊毛");
        assertThat(listSku.problem("nuanyang", "COAT-L", page)).isEmpty();
        assertThat(listSku.problem("harbor", "COAT-L", page)).as("of its own shop").isPresent();
        assertThat(listSku.problem("nuanyang", "MUG", new Sku.Page("MUG", "杯", "home", Money.of("1.00", "CNY"), 1,
                ReturnTerms.ordinary(), true))).as("its own").isEmpty();
    }

    @Test
    @DisplayName("O9a a SKU with its product is read as it was kept; one that was stored before there were products has none")
    void isReadAsItWasKept() {
        listProduct("羊毛");
        listSku("COAT-M", true);
        JsonNode document = Json.STORED.valueToTree(sku("COAT-M"));
        assertThat(Json.STORED.convertValue(document, Sku.class)).isEqualTo(sku("COAT-M"));
        ((ObjectNode) document).remove("product");
        assertThat(Json.STORED.convertValue(document, Sku.class).product()).isNull();
    }

    @Test
    void understandsWhatItHears() {
        ConsumedEvents.check(new SkusFollowProducts().variantsOfProducts(following(skus)));
        ConsumedEvents.check(new SkusFollowProducts().productsOfSkus(following(skus)));
    }

    /** Everything that was told and not heard, until nothing more follows. */
    private void tell() {
        for (boolean more = true; more;) {
            var fresh = new ArrayList<>(ofProducts.fresh(clock.instant()));
            fresh.addAll(ofSkus.fresh(clock.instant()));
            fresh.forEach(event -> deliver(event, skus));
            more = !fresh.isEmpty();
        }
    }

    private void deliver(Heard event, AggregateStore<Sku> into) {
        var wiring = new SkusFollowProducts();
        for (Subscription subscription : List.of(wiring.variantsOfProducts(following(into)),
                wiring.productsOfSkus(following(into))))
            if (subscription.topic().equals(event.meta().topic()))
                subscription.deliver(event.meta(), event.as(JsonNode.class));
    }

    private FollowProduct following(AggregateStore<Sku> into) {
        return new FollowProduct(products, into, this::variants, clock);
    }

    private Page<Sku> variants(Product product, @Nullable Cursor after, int limit) {
        var found = skus.all().stream().map(Stored::aggregate)
                .filter(sku -> sku.page().productId().equals(product.productId()))
                .filter(sku -> after == null || sku.sku().compareTo(after.keys().getFirst()) > 0)
                .sorted(Comparator.comparing(Sku::sku)).limit(limit + 1L).toList();
        return Page.of(found, limit, sku -> Cursor.of(sku.sku()));
    }

    private void listProduct(String material) {
        listProduct.handle("nuanyang", "coat", new Product.Page("羊毛大衣", "apparel", true, List.of(),
                Map.of("材质", material)), null, KU).orThrow();
    }

    private void listSku(String sku, boolean onSale) {
        listSku(sku, onSale, null);
    }

    private void listSku(String sku, boolean onSale, Sku.@Nullable Owner from) {
        listSku.handle("nuanyang", sku, page(sku, onSale, List.of()), from, KU).orThrow();
    }

    private static Sku.Page page(String sku, boolean onSale, List<String> markets) {
        return new Sku.Page("coat", "羊毛大衣 " + sku, "apparel", Money.of("899.00", "CNY"), 1450, ReturnTerms.ordinary(),
                onSale, null, markets, sku.equals("COAT-EU") ? Map.of("材质", "羊毛与丝") : Map.of(), List.of(), null);
    }

    private Product product() {
        return products.find("nuanyang/coat").orElseThrow().aggregate();
    }

    private Sku sku(String code) {
        return skus.find(Sku.id("nuanyang", code)).orElseThrow().aggregate();
    }
}
