package io.shopcare.order.rules;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;

import io.shopcare.order.blacklist.Blacklist;
import io.shopcare.order.catalogue.Sku;
import io.shopcare.order.orders.AuditFacet.Finding;
import io.shopcare.order.orders.Hold;
import io.shopcare.order.orders.Order;
import io.shopcare.order.orders.OrderFixtures;
import io.shopcare.order.orders.Sale;
import io.shopcare.order.orders.Verdict;
import io.shopcare.order.trade.Address;
import io.shopcare.order.trade.Figure;
import io.shopcare.order.trade.Invoice;
import io.shopcare.order.trade.ReturnTerms;
import io.shopcare.order.trade.SellerNote;
import io.shopcare.platform.money.Money;
import io.shopcare.platform.problems.FieldProblem;
import io.shopcare.platform.problems.InvalidFieldException;
import io.shopcare.platform.store.Rejection;

import static io.shopcare.order.orders.OrderFixtures.NOW;
import static io.shopcare.order.orders.OrderFixtures.aGiftBox;
import static io.shopcare.order.orders.OrderFixtures.aPaidOrder;
import static io.shopcare.order.orders.OrderFixtures.cny;
import static io.shopcare.order.orders.OrderFixtures.shipsBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Each rule by what it sees. */
class TheRulesTest {
    private static final Surroundings ALL_WELL = new Surroundings(Map.of("COAT", aSku("COAT", true), "SCARF",
            aSku("SCARF", true)), Optional.empty(), "CN", "shunfeng");
    private static final AuditRule.None NONE = new AuditRule.None();
    private static final StockIsHeld.Settings HELD_WHOLE = new StockIsHeld.Settings(StockIsHeld.Scattered.HOLD);

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
            CN | 993301 | 浙江省 | 杭州市 | 西湖区 | -     | 文三路 99 号        | division-code
            CN | 710000 | 台湾省 | 台北市 | 信义区 | -     | 市府路 1 号         | -
            CN | 110101 | 北京市 | 北京市 | 东城区 | -     | 王府井大街          | house-number
            CN | 330106 | 浙江省 | 杭州市 | 西湖区 | -     | 文三路９９号         | -
            CN | 330106 | 浙江   | 杭州市 | 西湖区 | -     | 文三路 99 号        | -
            CN | 330106 | Zhejiang | Hangzhou | Xihu | -   | 99 Wensan Road    | -
            CN | 310104 | 浙江省 | 杭州市 | 西湖区 | -     | 文三路 99 号        | division-code
            CN | 540102 | 上海市 | 上海市 | 徐汇区 | -     | 淮海中路 5 号       | division-code
            CN | 230103 | 黑龙江省 | 哈尔滨市 | 南岗区 | - | 奋斗路 5 号         | -
            CN | 160000 | 浙江省 | 杭州市 | 西湖区 | -     | 文三路 99 号        | division-code
            CN | -      | 浙江省 | 杭州市 | 西湖区 | -     | 99 号 2 栋 301     | road
            CN | -      | 浙江省 | 杭州市 | 西湖区 | -     | 八一村三组 7 号      | -
            CN | -      | 浙江省 | 杭州市 | 西湖区 | -     | 13800000001       | road
            JP | -      | -     | Tokyo  | -    | -     | 1-2-3              | -
            GB | -      | -     | London | -    | -     | 221b Baker Street  | -
            GB | -      | -     | -      | -    | -     | Baker Street       | city, house-number
            """)
    void looksAtTheAddress(String country, @Nullable String code, @Nullable String province, @Nullable String city,
            @Nullable String district, @Nullable String street, String detail, @Nullable String missing) {
        var saw = new AddressIsComplete().look(to(new Address(country, code, province, city, district, street,
                detail, "林小雨", "13812345678", null)), NONE, ALL_WELL);
        assertThat(saw).isEqualTo(missing == null
                ? Saw.fine()
                : Saw.concern("address-incomplete", new Figure("missing", missing)));
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
        var saw = new PhoneIsValid().look(to(address), NONE, ALL_WELL);
        assertThat(saw.code()).isEqualTo(verdict == Verdict.PASS ? null : "phone-invalid");
        assertThat(saw.figures()).as("a phone is no figure").isEmpty();
    }

    @Test
    @DisplayName("O6 every SKU is known and on sale")
    void looksAtTheSkus() {
        var rule = new SkusAreOnSale();
        assertThat(rule.look(aPaidOrder(), NONE, ALL_WELL).code()).isNull();
        assertThat(rule.look(aPaidOrder(), NONE, with(Map.of("COAT", aSku("COAT", true)))).code())
                .isEqualTo("sku-unknown");
        assertThat(rule.look(aPaidOrder(), NONE, with(Map.of("COAT", aSku("COAT", false)))).code())
                .isEqualTo("sku-off-sale");
    }

    @Test
    @DisplayName("O6 O9a a SKU that is not sold where the order goes by now is named, with the country")
    void looksAtTheMarkets() {
        var rule = new SkusAreOnSale();
        var abroad = new Surroundings(Map.of("COAT", aSku("COAT", true), "SCARF", soldIn("SCARF", "DE", "GB")),
                Optional.empty(), "CN", "shunfeng");
        assertThat(rule.look(aPaidOrder(), NONE, abroad)).isEqualTo(Saw.concern("not-sold-there",
                new Figure("sku", "SCARF"), new Figure("country", "CN")));
        assertThat(rule.look(aPaidOrder(), NONE, with(Map.of("COAT", soldIn("COAT", "CN"), "SCARF", soldIn("SCARF",
                "GB", "CN")))).code()).isNull();
    }

    @Test
    @DisplayName("O6 stock is held, or the figures say what is short")
    void looksAtTheStock() {
        assertThat(new StockIsHeld().look(aPaidOrder(), HELD_WHOLE, ALL_WELL).code()).isNull();
        var shortage = Rejection.notNow("stock-short", Map.of("sku", "COAT", "wanted", 1, "available", 0));
        assertThat(new StockIsHeld().look(aPaidOrder(), HELD_WHOLE, new Surroundings(Map.of(), Optional.of(shortage),
                "CN", "shunfeng"))).isEqualTo(Saw.concern("stock-short", new Figure("available", "0"),
                        new Figure("sku", "COAT"), new Figure("wanted", "1")));
    }

    @ParameterizedTest
    @DisplayName("O4 O6 a remark that asks for something is looked at; its words stay out of the reason")
    @CsvSource(nullValues = "-", textBlock = """
            -                 , -
            工作日送货          , -
            麻烦 改 地址 谢谢   , 改地址
            Please Cancel IT  , cancel
            """)
    void looksAtTheRemark(@Nullable String remark, @Nullable String word) {
        var saw = new RemarkAsksForNothing().look(remarking(remark),
                new RemarkAsksForNothing.Settings(List.of("改地址", "cancel"), null), ALL_WELL);
        assertThat(saw).isEqualTo(word == null
                ? Saw.fine()
                : Saw.concern("remark-asks-for-something", new Figure("words", word)));
        var any = new RemarkAsksForNothing().look(remarking(remark), new RemarkAsksForNothing.Settings(List.of(), null),
                ALL_WELL);
        assertThat(any.code()).isEqualTo(remark == null ? null : "remark-needs-a-look");
    }

    @Test
    @DisplayName("O6 where the carrier does not go, and where it asks more, by the closest division")
    void looksAtTheArea() {
        var island = new RemoteAreas.Area("4603", cny("20.00"), 30, List.of("shunfeng"));
        var province = new RemoteAreas.Area("46", cny("6.00"), 5, List.of());
        var table = new RemoteAreas("1", "test", List.of(province, island));
        var asTheProduct = new RemoteAreas.OfTheShop(List.of());
        var served = new AreaIsServed(table);
        var remote = new AreaIsNotRemote(table);

        assertThat(served.look(in("460301"), asTheProduct, ALL_WELL)).isEqualTo(Saw.concern("area-not-served",
                new Figure("carrier", "shunfeng"), new Figure("division", "4603")));
        assertThat(served.look(in("460105"), asTheProduct, ALL_WELL).code()).isNull();
        assertThat(remote.look(in("460105"), asTheProduct, ALL_WELL)).isEqualTo(Saw.concern("remote-area",
                new Figure("division", "46"), new Figure("surcharge", "6.00"), new Figure("days", "5")));
        assertThat(remote.look(in("330106"), asTheProduct, ALL_WELL).code()).isNull();
        var own = new RemoteAreas.OfTheShop(List.of(new RemoteAreas.Area("33", cny("1.00"), 2, List.of())));
        assertThat(remote.look(in("330106"), own, ALL_WELL).code()).as("the shop's own table").isEqualTo("remote-area");
        assertThat(remote.look(in("460105"), own, ALL_WELL).code()).isNull();
    }

    @Test
    @DisplayName("O6 O9a no unit below its floor price, after all that was taken off")
    void looksAtTheFloor() {
        var rule = new PriceIsAboveTheFloor();
        assertThat(rule.look(aPaidOrder(), NONE, with(Map.of("COAT", withFloor("COAT", "854.05"), "SCARF", withFloor(
                "SCARF", "124.92")))).code()).as("249.85 for two is 124.925 each").isNull();
        assertThat(rule.look(aPaidOrder(), NONE, with(Map.of("SCARF", withFloor("SCARF", "124.93"))))).isEqualTo(Saw
                .concern("price-below-floor", new Figure("sku", "SCARF"), new Figure("quantity", "2"),
                        new Figure("paid", "249.85"))); // the floor is told to nobody: this is published
    }

    @Test
    @DisplayName("O6 O9a where a market has a floor of its own, what goes there is held against that one")
    void looksAtTheFloorOfTheMarket() {
        var rule = new PriceIsAboveTheFloor();
        assertThat(rule.look(aPaidOrder(), NONE, with(Map.of("SCARF", withFloor("SCARF", "1.00", "CN", "124.93"))))
                .code()).isEqualTo("price-below-floor");
        assertThat(rule.look(aPaidOrder(), NONE, with(Map.of("SCARF", withFloor("SCARF", "999.00", "CN", "124.92"))))
                .code()).isNull();
        assertThat(rule.look(aPaidOrder(), NONE, with(Map.of("SCARF", withFloor("SCARF", "1.00", "US", "999.00"))))
                .code()).isNull();
    }

    @Test
    @DisplayName("O6 O9a after an exchange the floor is held against what the line is worth now")
    void looksAtTheFloorOfWhatWasExchanged() {
        var rule = new PriceIsAboveTheFloor();
        var order = OrderFixtures.next(OrderFixtures.anOrderInExchange().exchanged("exchange-1", OrderFixtures.NOW));
        assertThat(rule.look(order, NONE, with(Map.of("LONG-COAT", withFloor("LONG-COAT", "914.05")))).code())
                .isNull();
        assertThat(rule.look(order, NONE, with(Map.of("LONG-COAT", withFloor("LONG-COAT", "914.06")))).code())
                .isEqualTo("price-below-floor");
    }

    @Test
    @DisplayName("O6 an order above the limit of its currency is looked at; at the limit it is not")
    void looksAtTheAmount() {
        var rule = new AmountIsWithinTheLimit();
        assertThat(rule.look(aPaidOrder(), limit("1103.89", "CNY"), ALL_WELL)).isEqualTo(Saw.concern(
                "amount-above-limit", new Figure("total", "1103.90"), new Figure("limit", "1103.89")));
        assertThat(rule.look(aPaidOrder(), limit("1103.90", "CNY"), ALL_WELL).code()).isNull();
        assertThat(rule.look(aPaidOrder(), limit("1.00", "USD"), ALL_WELL).code()).isNull();
    }

    @Test
    @DisplayName("O6 a freight forwarder's address is known by its words")
    void looksForForwarders() {
        var words = new AddressIsNoForwarder.Settings(List.of("转运", "c/o"));
        var rule = new AddressIsNoForwarder();
        assertThat(rule.look(aPaidOrder(), words, ALL_WELL).code()).isNull();
        assertThat(rule.look(to(new Address("CN", "440305", "广东省", "深圳市", "南山区", null, "XX 转运 仓 8 号",
                "林小雨", "13812345678", null)), words, ALL_WELL)).isEqualTo(Saw.concern("freight-forwarder",
                        new Figure("words", "转运")));
    }

    @Test
    @DisplayName("O6 the buyer's refunds of some days before the payment are counted")
    void looksAtTheRefunds() {
        var rule = new RefundsAreFew((buyer, from, until, most) -> {
            assertThat(Duration.between(from, until)).isEqualTo(Duration.ofDays(30));
            assertThat(until).isEqualTo(NOW);
            return Math.min(most, 3);
        });
        assertThat(rule.look(aPaidOrder(), new RefundsAreFew.Settings(3, 30), ALL_WELL).code()).isNull();
        assertThat(rule.look(aPaidOrder(), new RefundsAreFew.Settings(2, 30), ALL_WELL)).isEqualTo(Saw.concern(
                "many-refunds", new Figure("limit", "2"), new Figure("days", "30")));
    }

    @ParameterizedTest
    @DisplayName("O6 an invoice has a name, and a company's the number that its check digit confirms")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            COMPANY  | 杭州暖阳服饰有限公司 | 91330100799655058B   | -                  | -
            COMPANY  | 腾讯计算机         | 9144030071526726XG   | -                  | -
            COMPANY  | 腾讯计算机         | 9144 0300 7152 6726 xg | -                  | -
            COMPANY  | 腾讯计算机         | ９144030071526726XG  | -                  | -
            COMPANY  | 腾讯计算机         | 9144030071526726XH   | tax-number-wrong   | check-digit
            COMPANY  | 腾讯计算机         | 9144030071526762XG   | tax-number-wrong   | check-digit
            COMPANY  | 腾讯计算机         | 9144030071526726     | tax-number-wrong   | form
            COMPANY  | 腾讯计算机         | O144030071526726XG   | tax-number-wrong   | form
            COMPANY  | 李氏早餐店         | 11010519491231002X   | -                  | -
            COMPANY  | 李氏早餐店         | 11010519491231002X01 | -                  | -
            COMPANY  | 李氏早餐店         | 110105194912310021   | tax-number-wrong   | check-digit
            COMPANY  | 老厂              | 330106123456789      | -                  | -
            COMPANY  | 老厂              | -                    | invoice-incomplete | tax-number
            COMPANY  | 123               | -                    | invoice-incomplete | title, tax-number
            PERSONAL | 林小雨            | -                    | -                  | -
            PERSONAL | ***               | -                    | invoice-incomplete | title
            UNSTATED | 老厂              | -                    | -                  | -
            """)
    void looksAtTheInvoice(Invoice.Kind kind, String title, @Nullable String number, @Nullable String code,
            @Nullable String figure) {
        var sale = OrderFixtures.aSale(OrderFixtures.anAddress()).invoicedTo(new Invoice(kind, title, number));
        var order = Order.place("order-1", sale, OrderFixtures.lines(), List.of()).aggregate();
        var saw = new InvoiceIsValid().look(order, NONE, ALL_WELL);
        assertThat(saw.code()).isEqualTo(code);
        assertThat(saw.figures()).extracting(Figure::value).isEqualTo(figure == null ? List.of() : List.of(figure));
        assertThat(new InvoiceIsValid().look(aPaidOrder(), NONE, ALL_WELL)).as("none is wanted").isEqualTo(Saw.fine());
        assertThat(new InvoiceIsValid().look(order, NONE, new Surroundings(Map.of(), Optional.empty(), "US", "ups"))
                .code()).as("another country's numbers are not known here").isEqualTo("invoice-incomplete".equals(code)
                        && title.length() == 3 && !title.equals("林小雨") ? code : null);
    }

    @Test
    @DisplayName("O6 C15 whoever is on the blacklist is held by the entry's name, not by what is said of them")
    void looksAtTheBlacklist() {
        var listed = new NobodyIsBlacklisted((buyer, address, at) -> {
            assertThat(buyer).isEqualTo(OrderFixtures.LIN);
            assertThat(address).isEqualTo(OrderFixtures.anAddress());
            assertThat(at).isEqualTo(NOW);
            return Optional.of(new Blacklist.Entry("entry-1", "phone"));
        });
        assertThat(listed.look(aPaidOrder(), NONE, ALL_WELL)).isEqualTo(Saw.concern("blacklisted",
                new Figure("kind", "phone"), new Figure("entry", "entry-1")));
        assertThat(new NobodyIsBlacklisted((buyer, address, at) -> Optional.empty()).look(aPaidOrder(), NONE, ALL_WELL))
                .isEqualTo(Saw.fine());
    }

    @Test
    @DisplayName("O6 C15 a trial goes by the list of the order's own day")
    void triesTheListOfThatDay() {
        var order = OrderFixtures.next(aPaidOrder().audited("nuanyang-1", List.of(new Finding("nobody-is-blacklisted",
                Verdict.PASS, null, List.of())), List.of(), NOW));
        var since = new NobodyIsBlacklisted((buyer, address, at) -> Optional.of(new Blacklist.Entry("e", "buyer")));
        var chosen = new ChosenRules.Chosen<>(since, Says.HOLD, NONE);
        assertThat(chosen.again(order, ALL_WELL).verdict()).isEqualTo(Verdict.PASS);
        assertThat(chosen.look(order, ALL_WELL).verdict()).isEqualTo(Verdict.HOLD);
    }

    @Test
    @DisplayName("O6 a duplicate and an order to merge with are named by their number")
    void looksAtTheNeighbours() {
        var twin = new NearbyOrders.Nearby("order-0", "NY-0", NOW.minusSeconds(120), true);
        var printed = new NearbyOrders.Nearby("order-9", "NY-9", NOW, false);
        var nearby = new NearbyOrdersInMemory(List.of(twin), List.of(printed, twin));

        assertThat(new NothingLikeItWasOrdered(nearby).look(aPaidOrder(), new NothingLikeItWasOrdered.Settings(30),
                ALL_WELL)).isEqualTo(Saw.concern("duplicate-order", new Figure("order", "NY-0"),
                        new Figure("orders", "1"), new Figure("minutes", "2")));
        assertThat(new NothingToMergeWith(nearby).look(aPaidOrder(), new NothingToMergeWith.Settings(24), ALL_WELL))
                .as("what is printed can't be joined").isEqualTo(Saw.concern("mergeable-order",
                        new Figure("order", "NY-0"), new Figure("orders", "1")));
    }

    @Test
    @DisplayName("O4 O6 a promise needs a look, and its clock is the deadline")
    void looksAtThePromises() {
        var rules = RulesOfTests.book().choose("test", Map.of("promises-need-a-look", holding()));
        var report = rules.look(aPaidOrder(aGiftBox(), shipsBy(NOW.plusSeconds(60))), ALL_WELL,
                NOW.plusSeconds(7200), NOW);

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
    @DisplayName("O6 a shop turns a rule into a warning, or off")
    void tunesRules() {
        var warned = RulesOfTests.book().choose("nuanyang-2", Map.of("promises-need-a-look", new RuleSetting(
                Says.WARN, null))).look(aPaidOrder(aGiftBox()), ALL_WELL, null, NOW);
        assertThat(warned.holds()).isEmpty();
        assertThat(warned.findings()).contains(new Finding("promises-need-a-look", Verdict.WARN,
                "promise-needs-a-look", List.of(new Figure("promises", "1"))));
        assertThat(RulesOfTests.book().choose("nuanyang-3", Map.of()).look(aPaidOrder(aGiftBox()), ALL_WELL, null, NOW)
                .findings()).extracting(Finding::rule).containsExactly("stock-is-held");
    }

    @ParameterizedTest
    @EnumSource(Says.class)
    @NullSource
    @DisplayName("O6 O9 what is not in stock holds an order, whatever the shop's rules say; a draft may not say less")
    void alwaysHoldsWithoutStock(@Nullable Says says) {
        var wanted = says == null
                ? Map.<String, RuleSetting>of()
                : Map.of("stock-is-held", new RuleSetting(says, null));
        var around = new Surroundings(ALL_WELL.skus(), Optional.of(Rejection.notNow("stock-short", Map.of())), "CN",
                "shunfeng");
        assertThat(RulesOfTests.book().choose("nuanyang-4", wanted).look(aPaidOrder(), around, null, NOW).holds())
                .extracting(Hold::code).containsExactly("stock-short");
        if (says == Says.WARN)
            assertThatThrownBy(() -> RulesOfTests.book().check(wanted))
                    .isInstanceOfSatisfying(InvalidFieldException.class, refused -> assertThat(refused.fields())
                            .extracting(FieldProblem::field).containsExactly("rules.stock-is-held.says"));
        else
            RulesOfTests.book().check(wanted);
    }

    @Test
    @DisplayName("O6 the product's own rules know Tibet, and the islands that no express carrier reaches")
    void knowsTheMapByItself() {
        assertThat(codes(in("540102"))).containsExactly("remote-area");
        assertThat(codes(in("460321"))).containsExactly("remote-area", "area-not-served");
    }

    @Test
    @DisplayName("O6 a platform gives no codes: a remote province is known by its name")
    void knowsAProvinceByItsName() {
        assertThat(codes(inProvince("新疆维吾尔自治区"))).containsExactly("remote-area");
        assertThat(codes(inProvince("西藏"))).containsExactly("remote-area");
        assertThat(codes(inProvince("内蒙古自治区"))).containsExactly("remote-area");
        assertThat(codes(inProvince("黑龙江省"))).isEmpty();
        assertThat(codes(inProvince("Xizang"))).as("another writing of it is no concern").isEmpty();
    }

    private static Order inProvince(String province) {
        return to(new Address("CN", null, province, "市", "区", null, "某路 1 号", "林小雨", "13812345678", null));
    }

    private static List<@Nullable String> codes(Order order) {
        return RulesOfTests.standard().findings(order, ALL_WELL).stream().map(Finding::code).filter(Objects::nonNull)
                .toList();
    }

    @Test
    @DisplayName("O6 the product's own rules let an ordinary order through, with every rule that there is")
    void letsAnOrdinaryOrderThrough() {
        var report = RulesOfTests.standard().look(aPaidOrder(), ALL_WELL, null, NOW);
        assertThat(report.holds()).isEmpty();
        assertThat(report.findings()).allMatch(finding -> finding.verdict() == Verdict.PASS)
                .hasSameSizeAs(RulesOfTests.book().rules());
    }

    private static RuleSetting holding() {
        return new RuleSetting(Says.HOLD, null);
    }

    private static AmountIsWithinTheLimit.Settings limit(String amount, String currency) {
        return new AmountIsWithinTheLimit.Settings(List.of(Money.of(amount, currency)));
    }

    private static Order in(String division) {
        return to(new Address("CN", division, "省", "市", "区", null, "某路 1 号", "林小雨", "13812345678", null));
    }

    @Test
    @DisplayName("O4 O6 what the shop's people write is looked at alike, and so are the flags that the shop names")
    void looksAtWhatSellersNote() {
        var settings = new RemarkAsksForNothing.Settings(List.of("改地址"), List.of(SellerNote.Flag.RED));
        assertThat(noted("改地址到公司", null, settings)).isEqualTo(Saw.concern("seller-remark-asks-for-something",
                new Figure("words", "改地址")));
        assertThat(noted("老客户", SellerNote.Flag.RED, settings)).isEqualTo(Saw.concern("flag-needs-a-look",
                new Figure("flag", "red")));
        assertThat(noted("老客户", SellerNote.Flag.BLUE, settings)).isEqualTo(Saw.fine());
    }

    private static Saw noted(String words, SellerNote.@Nullable Flag flag, RemarkAsksForNothing.Settings settings) {
        var note = new SellerNote(words, flag, OrderFixtures.AN, OrderFixtures.NOW);
        return new RemarkAsksForNothing().look(OrderFixtures.next(remarking(null).note(note, true)), settings,
                ALL_WELL);
    }

    private static Order remarking(@Nullable String remark) {
        var sale = OrderFixtures.aSale(OrderFixtures.anAddress());
        return Order.place("order-1", new Sale(sale.shop(), sale.orderNo(), sale.buyer(), sale.source(),
                sale.address(), remark, sale.goods(), sale.discounts(), sale.freight(), sale.total(), sale.placedAt(),
                sale.payBy(), sale.conversationId(), sale.platformOrder(), sale.language(), sale.receipt()),
                OrderFixtures.lines(), List.of()).aggregate();
    }

    private static Sku withFloor(String sku, String floor) {
        return new Sku("nuanyang", sku, 1, new Sku.Page(sku, sku, "apparel", Money.of("1.00", "CNY"), 1,
                ReturnTerms.ordinary(), true, Money.of(floor, "CNY"), List.of(), Map.of(), List.of(), null));
    }

    private static Sku withFloor(String sku, String everywhere, String country, String there) {
        return new Sku("nuanyang", sku, 1, new Sku.Page(sku, sku, "apparel", Money.of("1.00", "CNY"), 1,
                ReturnTerms.ordinary(), true, Money.of(everywhere, "CNY"), List.of(), Map.of(), List.of(), null,
                Map.of(country, new Sku.InMarket(Map.of(), Money.of(there, "CNY")))));
    }

    private static Sku soldIn(String sku, String... markets) {
        return new Sku("nuanyang", sku, 1, new Sku.Page(sku, sku, "apparel", Money.of("1.00", "CNY"), 1,
                ReturnTerms.ordinary(), true, null, List.of(markets), Map.of(), List.of(), null));
    }

    private static Order to(Address address) {
        return Order.place("order-1", OrderFixtures.aSale(address), OrderFixtures.lines(), List.of()).aggregate();
    }

    private static Surroundings with(Map<String, Sku> skus) {
        return new Surroundings(skus, Optional.empty(), "CN", "shunfeng");
    }

    private static Sku aSku(String sku, boolean onSale) {
        return new Sku("nuanyang", sku, 1, new Sku.Page(sku, sku, "apparel", Money.of("1.00", "CNY"), 1,
                ReturnTerms.ordinary(), onSale));
    }
}
