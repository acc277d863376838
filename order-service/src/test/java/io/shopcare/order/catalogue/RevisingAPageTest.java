package io.shopcare.order.catalogue;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.shopcare.order.trade.ReturnTerms;
import io.shopcare.platform.commands.Actor;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.json.Json;
import io.shopcare.platform.money.Money;
import io.shopcare.platform.store.EventData;
import io.shopcare.platform.store.Outcome;
import io.shopcare.platform.store.Rider;
import io.shopcare.platform.testkit.contracts.Contracts;
import io.shopcare.platform.testkit.store.InMemoryAggregateStore;
import io.shopcare.platform.testkit.time.MutableClock;

import static org.assertj.core.api.Assertions.assertThat;

/** What the shop says of a SKU has versions, an owner, and a rule for the day when nothing is left. */
class RevisingAPageTest {
    private static final CommandContext KU = new CommandContext(Actor.staff("ku"), "list", null, null, null);
    private final MutableClock clock = MutableClock.at("2026-11-10T02:00:00Z");
    private final InMemoryAggregateStore<Sku> skus = new InMemoryAggregateStore<>();
    private final InMemoryAggregateStore<Product> products = new InMemoryAggregateStore<>();
    private final ListSku listing = new ListSku(skus, products, clock);

    @Test
    @DisplayName("O9a every version is kept with who made it and when; the same again makes none")
    void keepsEveryVersion() {
        list("899.00", null);
        clock.advance(java.time.Duration.ofDays(1));
        list("949.00", null);
        list("949.00", null);

        assertThat(skus.filed()).extracting(Rider::content).asInstanceOf(
                org.assertj.core.api.InstanceOfAssertFactories.list(SkuVersion.class))
                .extracting(version -> version.revision() + " " + version.page().price().text() + " "
                        + version.by().id() + " " + version.at())
                .containsExactly("1 899.00 ku 2026-11-10T02:00:00Z", "2 949.00 ku 2026-11-11T02:00:00Z");
    }

    @Test
    @DisplayName("O9a what another system owns is not edited here, nor by a third; the refusal names the owner")
    void belongsToItsOwner() {
        list("899.00", new Sku.Owner("erp", 7L));

        assertThat(reason(list("1.00", null))).isEqualTo("owned-elsewhere {owner=erp, sku=COAT}");
        assertThat(reason(list("1.00", new Sku.Owner("pim", 9L)))).startsWith("owned-elsewhere");
        assertThat(list("949.00", new Sku.Owner("erp", 8L))).isInstanceOf(Outcome.Accepted.class);
        listing.disown("nuanyang", "COAT", KU);
        assertThat(list("929.00", null)).isInstanceOf(Outcome.Accepted.class);
        assertThat(sku().page().price().text()).isEqualTo("929.00");
    }

    @Test
    @DisplayName("O9a what the owner sends late or twice changes nothing")
    void dropsWhatIsOlder() {
        list("949.00", new Sku.Owner("erp", 8L));
        list("899.00", new Sku.Owner("erp", 7L));
        list("899.00", new Sku.Owner("erp", 8L));

        assertThat(sku().page().price().text()).isEqualTo("949.00");
        assertThat(sku().revision()).isEqualTo(1);
    }

    @Test
    @DisplayName("O9a at zero it goes to pre-order or off sale, by its own rule, and comes back; without a rule it stays")
    void hasARuleForZero() {
        listing.handle("nuanyang", "COAT", page("899.00", WhenGone.PRE_ORDER), null, KU);
        listing.gone("nuanyang", "COAT", false, KU);
        listing.gone("nuanyang", "COAT", true, KU);
        listing.gone("nuanyang", "COAT", true, KU);
        assertThat(sku().selling()).isEqualTo(Selling.PRE_ORDER);
        listing.gone("nuanyang", "COAT", false, KU);
        assertThat(sku().selling()).isEqualTo(Selling.ON_SALE);
        assertThat(skus.published(SkuRevised.class)).extracting(SkuRevised::selling)
                .containsExactly(Selling.PRE_ORDER, Selling.ON_SALE, Selling.PRE_ORDER, Selling.ON_SALE);

        assertThat(new Sku("nuanyang", "SCARF", 1, page("1.00", WhenGone.OFF_SALE), null, true, null).selling())
                .isEqualTo(Selling.OFF_SALE);
        assertThat(new Sku("nuanyang", "SCARF", 1, page("1.00", null), null, true, null).selling())
                .isEqualTo(Selling.ON_SALE);
    }

    @Test
    @DisplayName("O9a that nothing is left is known also before there is a rule for it, and of what never came in")
    void knowsThatItIsGone() {
        listing.handle("nuanyang", "COAT", page("899.00", WhenGone.PRE_ORDER), null, KU);
        assertThat(sku().selling()).as("nothing has come in yet").isEqualTo(Selling.PRE_ORDER);
        listing.gone("nuanyang", "COAT", false, KU);
        listing.handle("nuanyang", "COAT", page("899.00", null), null, KU);
        int before = sku().revision();
        listing.gone("nuanyang", "COAT", true, KU);
        assertThat(sku().selling()).isEqualTo(Selling.ON_SALE);
        assertThat(sku().revision()).as("no page changed").isEqualTo(before);

        listing.handle("nuanyang", "COAT", page("899.00", WhenGone.OFF_SALE), null, KU);
        assertThat(sku().selling()).isEqualTo(Selling.OFF_SALE);
    }

    @Test
    @DisplayName("O9a its events are as agreed, and do not tell the floor price")
    void eventsAreAsAgreed() throws JsonProcessingException {
        list("899.00", new Sku.Owner("erp", 7L));
        for (var event : skus.published(SkuRevised.class)) {
            var data = Json.WIRE.writeValueAsString(EventData.of(event, Actor.staff("ku"), clock.instant()));
            Contracts.producerSchema("sku.revised.v1").check(data);
            assertThat(data).doesNotContain("700.00");
        }
    }

    @Test
    @DisplayName("O9a a page is kept and read as it was; one that was stored before it had markets has none")
    void isReadAsItWasKept() {
        var page = page("899.00", WhenGone.OFF_SALE);
        var document = Json.STORED.valueToTree(page);
        assertThat(Json.STORED.convertValue(document, Sku.Page.class)).isEqualTo(page);
        ((com.fasterxml.jackson.databind.node.ObjectNode) document).remove(List.of("floor", "markets", "facts",
                "services", "whenGone"));
        var older = Json.STORED.convertValue(document, Sku.Page.class);
        assertThat(new Sku("nuanyang", "COAT", 1, older).soldIn("US")).isTrue();
        assertThat(older.facts()).isEmpty();
    }

    private Outcome<Sku> list(String price, Sku.Owner from) {
        return listing.handle("nuanyang", "COAT", page(price, null), from, KU);
    }

    private Sku sku() {
        return skus.find("nuanyang/COAT").orElseThrow().aggregate();
    }

    private static Sku.Page page(String price, WhenGone rule) {
        return new Sku.Page("COAT", "羊毛大衣", "apparel", Money.of(price, "CNY"), 1450, ReturnTerms.ordinary(), true,
                Money.of("700.00", "CNY"), List.of("CN"), Map.of("材质", "羊毛"), List.of("broken-is-replaced"), rule);
    }

    private static String reason(Outcome<Sku> outcome) {
        return outcome instanceof Outcome.Rejected<Sku>(var why)
                ? why.code() + " " + new java.util.TreeMap<>(why.facts())
                : "accepted";
    }
}
