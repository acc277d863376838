package io.shopcare.order.audit;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.shopcare.order.catalogue.Sku;
import io.shopcare.order.orders.AuditFacet.Finding;
import io.shopcare.order.orders.Order;
import io.shopcare.order.orders.OrderFixtures;
import io.shopcare.order.orders.Verdict;
import io.shopcare.order.trade.Address;
import io.shopcare.order.trade.Figure;
import io.shopcare.order.trade.ReturnTerms;
import io.shopcare.platform.money.Money;
import io.shopcare.platform.store.Rejection;

import static io.shopcare.order.orders.OrderFixtures.NOW;
import static io.shopcare.order.orders.OrderFixtures.aGiftBox;
import static io.shopcare.order.orders.OrderFixtures.aPaidOrder;
import static io.shopcare.order.orders.OrderFixtures.shipsBy;
import static org.assertj.core.api.Assertions.assertThat;

/** Each rule by what it sees. */
class TheRulesTest {
    private static final Surroundings ALL_WELL = new Surroundings(Map.of("COAT", aSku("COAT", true), "SCARF",
            aSku("SCARF", true)), Optional.empty(), "CN");
    private static final List<AuditRule> RULES = List.of(new AddressIsComplete(), new PhoneIsValid(),
            new SkusAreOnSale(), new StockIsHeld(), new PromisesNeedALook());

    @ParameterizedTest
    @DisplayName("O6 an address is complete down to the number")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            CN | 330106 | 浙江省 | 杭州市 | 西湖区 | 文三路 | 99 号 2 栋 301   | -
            CN | -      | 浙江省 | 杭州市 | 西湖区 | -     | 文三路九十九号      | -
            CN | -      | 浙江省 | 杭州市 | -     | -     | 中学旁边           | district, house-number
            CN | -      | -     | -     | -     | -     | 人民路 1 号        | province, city, district
            CN | 441900 | 广东省 | 东莞市 | -     | 长安镇 | 振安路 12 号        | -
            CN | 429004 | 湖北省 | -     | 仙桃市 | -     | 沔州大道 5 号       | -
            CN | 3301   | 浙江省 | 杭州市 | 西湖区 | -     | 文三路 99 号        | division-code
            CN | 110101 | 北京市 | 北京市 | 东城区 | -     | 王府井大街          | house-number
            CN | 330106 | 浙江省 | 杭州市 | 西湖区 | -     | 文三路９９号         | -
            GB | -      | -     | London | -    | -     | 221b Baker Street  | -
            GB | -      | -     | -      | -    | -     | Baker Street       | city, house-number
            """)
    void looksAtTheAddress(String country, @Nullable String code, @Nullable String province, @Nullable String city,
            @Nullable String district, @Nullable String street, String detail, @Nullable String missing) {
        var finding = new AddressIsComplete().look(to(new Address(country, code, province, city, district, street,
                detail, "林小雨", "13812345678", null)), ALL_WELL);

        assertThat(finding.verdict()).isEqualTo(missing == null ? Verdict.PASS : Verdict.HOLD);
        if (missing != null)
            assertThat(finding).isEqualTo(new Finding("address-is-complete", Verdict.HOLD, "address-incomplete",
                    List.of(new Figure("missing", missing))));
    }

    @ParameterizedTest
    @DisplayName("O6 a phone that a carrier can call")
    @CsvSource(delimiter = '|', textBlock = """
            CN | 13812345678          | PASS
            CN | +86 138 1234 5678    | PASS
            CN | 19912345678          | PASS
            CN | 17012345678-1234     | PASS
            CN | 0571-88888888        | PASS
            CN | 12812345678          | HOLD
            CN | 1381234567           | HOLD
            CN | 没有电话               | HOLD
            US | (617) 555            | HOLD
            US | +1 617 495 1000      | PASS
            GB | +44 20 79            | HOLD
            GB | 020 7219 3000        | PASS
            """)
    void looksAtThePhone(String country, String phone, Verdict verdict) {
        var address = new Address(country, null, null, "x", null, null, "1", "x", phone, null);
        var finding = new PhoneIsValid().look(to(address), ALL_WELL);
        assertThat(finding.verdict()).isEqualTo(verdict);
        assertThat(finding.figures()).as("a phone is no figure").isEmpty();
    }

    @Test
    @DisplayName("O6 every SKU is known and on sale")
    void looksAtTheSkus() {
        assertThat(new SkusAreOnSale().look(aPaidOrder(), ALL_WELL).verdict()).isEqualTo(Verdict.PASS);
        assertThat(new SkusAreOnSale().look(aPaidOrder(), with(Map.of("COAT", aSku("COAT", true)))).code())
                .isEqualTo("sku-unknown");
        assertThat(new SkusAreOnSale().look(aPaidOrder(), with(Map.of("COAT", aSku("COAT", false)))).code())
                .isEqualTo("sku-off-sale");
    }

    @Test
    @DisplayName("O6 stock is held, or the figures say what is short")
    void looksAtTheStock() {
        assertThat(new StockIsHeld().look(aPaidOrder(), ALL_WELL).verdict()).isEqualTo(Verdict.PASS);
        var shortage = Rejection.notNow("stock-short", Map.of("sku", "COAT", "wanted", 1, "available", 0));
        assertThat(new StockIsHeld().look(aPaidOrder(), new Surroundings(Map.of(), Optional.of(shortage), "CN"))
                .figures()).containsExactly(new Figure("available", "0"), new Figure("sku", "COAT"),
                        new Figure("wanted", "1"));
    }

    @Test
    @DisplayName("O4 O6 a promise needs a look, and its clock is the deadline")
    void looksAtThePromises() {
        var rules = RuleSet.of("nuanyang", new AuditSettings(Duration.ZERO, Map.of()), RULES);
        var report = rules.look(aPaidOrder(aGiftBox(), shipsBy(NOW.plusSeconds(60))), ALL_WELL,
                NOW.plusSeconds(7200), NOW);

        assertThat(report.findings()).hasSize(5);
        assertThat(report.holds()).singleElement().satisfies(hold -> {
            assertThat(hold.code()).isEqualTo("promise-needs-a-look");
            assertThat(hold.figures()).containsExactly(new Figure("promises", "2"));
            assertThat(hold.deadline()).isEqualTo(NOW.plusSeconds(60));
            assertThat(hold.owner()).isEqualTo("auditor");
        });
        assertThat(rules.look(aPaidOrder(aGiftBox()), ALL_WELL, NOW.plusSeconds(7200), NOW).holds().getFirst()
                .deadline()).isEqualTo(NOW.plusSeconds(7200));
    }

    @Test
    @DisplayName("O6 a shop switches a rule off, and the version says so")
    void switchesRules() {
        var settings = new AuditSettings(Duration.ZERO, Map.of("nuanyang",
                new AuditSettings.RuleSetSettings(4, List.of("promises-need-a-look"))));
        var rules = RuleSet.of("nuanyang", settings, RULES);
        assertThat(rules.version()).isEqualTo("nuanyang-4");
        assertThat(rules.look(aPaidOrder(aGiftBox()), ALL_WELL, null, NOW).holds()).isEmpty();
        assertThat(RuleSet.of("harbor", settings, RULES).version()).isEqualTo("harbor-1");
    }

    private static Order to(Address address) {
        return Order.place("order-1", OrderFixtures.aSale(address), OrderFixtures.lines(), List.of()).aggregate();
    }

    private static Surroundings with(Map<String, Sku> skus) {
        return new Surroundings(skus, Optional.empty(), "CN");
    }

    private static Sku aSku(String sku, boolean onSale) {
        return new Sku("nuanyang", sku, 1, new Sku.Page(sku, sku, "apparel", Money.of("1.00", "CNY"), 1,
                ReturnTerms.ordinary(), onSale));
    }
}
