package io.shopcare.order.catalogue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.shopcare.platform.commands.Actor;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.json.Json;
import io.shopcare.platform.store.EventData;
import io.shopcare.platform.store.Outcome;
import io.shopcare.platform.store.Rider;
import io.shopcare.platform.testkit.contracts.Contracts;
import io.shopcare.platform.testkit.store.InMemoryAggregateStore;
import io.shopcare.platform.testkit.time.MutableClock;

import static org.assertj.core.api.Assertions.assertThat;

/** What the shop says of a product has versions and an owner, and can be taken off sale against any owner. */
class RevisingAProductTest {
    private static final CommandContext KU = new CommandContext(Actor.staff("ku"), "list", null, null, null);
    private final MutableClock clock = MutableClock.at("2026-11-10T02:00:00Z");
    private final InMemoryAggregateStore<Product> products = new InMemoryAggregateStore<>();
    private final ListProduct listing = new ListProduct(products, clock);

    @Test
    @DisplayName("O9a every version of a product is kept with who made it and when; the same again makes none")
    void keepsEveryVersion() {
        list("羊毛", null);
        clock.advance(Duration.ofDays(1));
        list("羊毛 90%", null);
        list("羊毛 90%", null);
        listing.withdraw("nuanyang", "coat", true, KU).orThrow();
        listing.withdraw("nuanyang", "coat", true, KU).orThrow();

        assertThat(products.filed()).extracting(Rider::content).map(ProductVersion.class::cast)
                .extracting(version -> version.revision() + " " + version.page().facts() + " " + version.withdrawn()
                        + " " + version.by().id() + " " + version.at())
                .containsExactly("1 {材质=羊毛} false ku 2026-11-10T02:00:00Z",
                        "2 {材质=羊毛 90%} false ku 2026-11-11T02:00:00Z", "3 {材质=羊毛 90%} true ku 2026-11-11T02:00:00Z");
        assertThat(products.published(ProductRevised.class)).extracting(ProductRevised::onSale)
                .containsExactly(true, true, false);
    }

    @Test
    @DisplayName("O9a a product of another system is not edited here, nor by a third; the refusal names the owner")
    void belongsToItsOwner() {
        list("羊毛", new Sku.Owner("erp", 7L));

        assertThat(reason(list("棉", null))).isEqualTo("owned-elsewhere {owner=erp, sku=coat}");
        assertThat(reason(list("棉", new Sku.Owner("pim", 9L)))).startsWith("owned-elsewhere");
        assertThat(list("羊绒", new Sku.Owner("erp", 8L))).isInstanceOf(Outcome.Accepted.class);
        listing.disown("nuanyang", "coat", KU).orThrow();
        assertThat(list("棉", null)).isInstanceOf(Outcome.Accepted.class);
        assertThat(product().page().facts()).containsEntry("材质", "棉");
        assertThat(product().owner()).isNull();
    }

    @Test
    @DisplayName("O9a what its owner sends late or twice changes nothing")
    void dropsWhatIsOlder() {
        list("羊绒", new Sku.Owner("erp", 8L));
        list("羊毛", new Sku.Owner("erp", 7L));
        list("羊毛", new Sku.Owner("erp", 8L));
        list("羊绒", new Sku.Owner("erp", 9L));

        assertThat(product().page().facts()).containsEntry("材质", "羊绒");
        assertThat(product().revision()).isEqualTo(1);
        assertThat(product().owner()).isEqualTo(new Sku.Owner("erp", 9L));
    }

    @Test
    @DisplayName("O9a what was taken off sale here stays so, whatever its owner sends, until it is let go here")
    void staysWithdrawn() {
        list("羊毛", new Sku.Owner("erp", 7L));
        listing.withdraw("nuanyang", "coat", true, KU).orThrow();
        list("羊绒", new Sku.Owner("erp", 8L));
        assertThat(product().onSale()).isFalse();
        assertThat(product().page().facts()).containsEntry("材质", "羊绒");

        listing.withdraw("nuanyang", "coat", false, KU).orThrow();
        assertThat(product().onSale()).isTrue();
        assertThat(product().owner()).isEqualTo(new Sku.Owner("erp", 8L));
    }

    @Test
    @DisplayName("O9a two who saw the same version revise it: one does, the other is told that it is stale")
    void isRevisedByOneOfTwo() {
        list("羊毛", null);
        var seen = products.find("nuanyang/coat").orElseThrow().version();
        assertThat(list("羊绒", null, seen)).isInstanceOf(Outcome.Accepted.class);
        assertThat(reason(list("棉", null, seen))).startsWith("stale-version");
        assertThat(product().page().facts()).containsEntry("材质", "羊绒");
    }

    @Test
    @DisplayName("O9a its events are as agreed, and a product is read as it was kept")
    void isAsAgreed() throws JsonProcessingException {
        list("羊毛", new Sku.Owner("erp", 7L));
        listing.withdraw("nuanyang", "coat", true, KU).orThrow();
        for (var event : products.published(ProductRevised.class))
            Contracts.producerSchema("product.revised.v1")
                    .check(Json.WIRE.writeValueAsString(EventData.of(event, Actor.staff("ku"), clock.instant())));
        assertThat(Json.STORED.convertValue(Json.STORED.valueToTree(product()), Product.class)).isEqualTo(product());
        assertThat(products.filed()).extracting(Rider::content).allSatisfy(version -> assertThat(
                Json.STORED.convertValue(Json.STORED.valueToTree(version), ProductVersion.class)).isEqualTo(version));
    }

    private Outcome<Product> list(String material, Sku.Owner from) {
        return list(material, from, null);
    }

    private Outcome<Product> list(String material, Sku.Owner from, Long seen) {
        var page = new Product.Page("羊毛大衣", "apparel", true, List.of("CN"), Map.of("材质", material));
        return listing.handle("nuanyang", "coat", page, from,
                new CommandContext(KU.actor(), "list", null, null, seen));
    }

    private Product product() {
        return products.find("nuanyang/coat").orElseThrow().aggregate();
    }

    private static String reason(Outcome<Product> outcome) {
        return outcome instanceof Outcome.Rejected<Product>(var why)
                ? why.code() + " " + new TreeMap<>(why.facts())
                : "accepted";
    }
}
