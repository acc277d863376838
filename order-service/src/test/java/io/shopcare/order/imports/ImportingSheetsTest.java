package io.shopcare.order.imports;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.shopcare.order.Events;
import io.shopcare.order.FacetTable;
import io.shopcare.order.MortalStore;
import io.shopcare.order.orders.AuditState;
import io.shopcare.order.orders.Order;
import io.shopcare.order.orders.OrderFixtures;
import io.shopcare.order.orders.PaymentState;
import io.shopcare.order.trade.Invoice;
import io.shopcare.platform.commands.Actor;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.store.Decision;
import io.shopcare.platform.store.Outcome;
import io.shopcare.platform.store.Stored;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("O1: platform sheets")
class ImportingSheetsTest {
    private static final String COAT = "\"=\"\"3026110900000001\"\"\",lin_buyer,a***,899.00,12.00,0,911.00,0,911.00,0,"
            + "\"买家已付款,等待卖家发货\",请用礼盒,林测试,浙江省 杭州市 西湖区 文新街道 文三路138号(310012),快递,,'13800000001,"
            + "2026-11-10 09:52:10,2026/11/10 9:54,羊毛大衣 灰色 L [COAT-WOOL-GREY-L],1,,,,1,,,,,,,,,,,,,手机订单";
    private static final String SCARVES = "3026110900000001,lin_buyer,a***,525.99,0.00,0,525.99,0,525.99,0,"
            + "\"买家已付款,等待卖家发货\",,林测试,浙江省 杭州市 西湖区 文新街道 文三路138号,快递,,13800000001,"
            + "2026-11-10 09:52:10,2026-11-10 09:54:02,羊绒围巾 灰色 [SCARF-CASHMERE-GREY],1,,,,2,,,,,,,,,,,,,手机订单";

    private final ImportDesk desk = new ImportDesk();

    @Test
    void stagesAreReachableAndEnd() throws IOException {
        FacetTable.of(ImportState.class, ImportState.RUNNING)
                .reachesAllAndEndsIn(Set.of(ImportState.FINISHED, ImportState.FAILED)).isDrawnIn("import-state.md");
    }

    @Test
    @DisplayName("O1: several items make one order; it comes in paid and waits for the audit; amounts add up to the last fen")
    void placesAnOrderOfSeveralItems() throws IOException {
        var done = finished("k", sheet(COAT, SCARVES));
        assertThat(done.progress()).isEqualTo(new OrderImport.Progress(2, 1, 0, 0));
        var order = onlyOrder();
        assertThat(order.payment().state()).isEqualTo(PaymentState.PAID);
        assertThat(order.audit().state()).isEqualTo(AuditState.WAITING);
        assertThat(order.lines()).extracting(line -> line.amount().text()).containsExactly("899.00", "525.99");
        assertThat(order.lines().get(1).unitPrice().text()).isEqualTo("263.00");
        assertThat(order.lines().get(1).discount().text()).isEqualTo("0.01");
        assertThat(order.sale().total().text()).isEqualTo("1436.99");
        assertThat(order.sale().placedAt()).isEqualTo("2026-11-10T01:52:10Z");
        assertThat(order.sale().remark()).isEqualTo("请用礼盒");
        assertThat(order.sale().address().district()).isEqualTo("西湖区");
        assertThat(order.sale().address().street()).isEqualTo("文新街道");
        assertThat(order.sale().address().detail()).isEqualTo("文三路138号");
        assertThat(order.sale().address().phone()).isEqualTo("13800000001");
        assertThat(order.sale().platformOrder().number()).isEqualTo("3026110900000001");
        assertThat(order.buyer().buyerId()).doesNotContain("lin");
        assertThat(new Events("shopcare.order.orders", desk.orders, Actor.service("import"))
                .all(desk.clock.instant())).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030"})
    void tellsTheEncodingsApart(String charset) throws IOException {
        finished("k", sheet(COAT).getBytes(Charset.forName(charset)));
        assertThat(onlyOrder().sale().address().province()).isEqualTo("浙江省");
    }

    @Test
    void bearsAByteOrderMark() throws IOException {
        finished("k", ("\ufeff" + sheet(COAT)).getBytes(UTF_8));
        assertThat(desk.orders.all()).hasSize(1);
    }

    @Test
    void refusesWhatIsNoSheet() throws IOException {
        var refused = desk.start("k", "order,amount\n1,2\n".getBytes(UTF_8));
        assertThat(refused).isInstanceOfSatisfying(Outcome.Rejected.class,
                why -> assertThat(why.rejection().code()).isEqualTo("header-unknown"));
    }

    @ParameterizedTest
    @DisplayName("O1: each bad row is reported with its line and reason, good ones are kept")
    @CsvSource(delimiter = '|', value = {"899.00,12.00|x,12.00|not-a-number",
            "911.00,0,911.00|912.00,0,911.00|import-amounts-differ",
            "2026-11-10 09:52:10|gestern|not-a-time", "买家已付款|等待买家付款|not-paid-yet", "[COAT-WOOL-GREY-L]||sku-missing",
            ",,,,1,,,,,,|,,,,0,,,,,,|quantity-wrong", "林测试||value-missing", "手机订单|手机订单,,|columns-missing"})
    void reportsABadRow(String good, String bad, String reason) throws IOException {
        var other = COAT.replace("3026110900000001", "3026110900000002");
        assertThat(COAT).contains(good);
        var done = finished("k", sheet(COAT.replace(good, bad == null ? "" : bad), other));
        assertThat(done.progress()).isEqualTo(new OrderImport.Progress(2, 1, 0, 1));
        assertThat(desk.badRows()).singleElement().satisfies(row -> {
            assertThat(row.line()).isEqualTo(2);
            assertThat(row.reason()).isEqualTo(reason);
        });
    }

    @Test
    void takesNoOrderOfWhichARowIsBad() throws IOException {
        finished("k", sheet(COAT, SCARVES.replace("525.99,0.00", "-1,0.00")));
        assertThat(desk.orders.all()).isEmpty();
        assertThat(desk.badRows()).extracting(BadRow::line, BadRow::reason).containsExactlyInAnyOrder(
                org.assertj.core.groups.Tuple.tuple(3L, "not-a-number"),
                org.assertj.core.groups.Tuple.tuple(2L, "row-of-order-bad"));
    }

    @Test
    void countsLinesOverLineBreaksInRemarks() throws IOException {
        var broken = COAT.replace("请用礼盒", "\"请用\n礼盒\"");
        finished("k", sheet(broken, "x" + SCARVES.substring(1).replace("525.99,0.00", "-1,0.00")));
        assertThat(desk.badRows()).extracting(BadRow::line).containsExactly(4L);
    }

    @Test
    void placesAnUnknownSkuForTheAuditToHold() throws IOException {
        finished("k", sheet(COAT.replace("COAT-WOOL-GREY-L", "OLD-SKU-1")));
        assertThat(onlyOrder().lines().getFirst().product().title()).isEqualTo("羊毛大衣 灰色 L");
    }

    @Test
    @DisplayName("O1 O5: what cost nothing on the platform is paid in the write that places it, and goes on; cancelled, nothing goes back")
    void isPaidWithNothing() throws IOException {
        finished("k", sheet(COAT.replace("899.00,12.00,0,911.00,0,911.00", "0.00,0.00,0,0.00,0,0.00")));
        var order = onlyOrder();
        assertThat(order.payment().state()).isEqualTo(PaymentState.PAID);
        assertThat(order.audit().state()).isEqualTo(AuditState.WAITING);
        assertThat(order.due().isZero()).isTrue();
        assertThat(new Events("shopcare.order.orders", desk.orders, Actor.service("import"))
                .all(desk.clock.instant())).extracting(heard -> heard.meta().type())
                .containsExactly("order.placed.v1", "order.paid.v1");
        decide(order.orderId(), there -> there.cancel("buyer-request"));
        assertThat(onlyOrder().refunds().all()).isEmpty();
        assertThat(onlyOrder().balance().surplus().isZero()).isTrue();
    }

    @Test
    @DisplayName("O1 O6: the title of the invoice comes along; whose it is the sheet does not say")
    void bringsTheInvoice() throws IOException {
        finished("k", sheet(COAT.replace("],1,,,,1,,,,,,", "],1,,,,1,,,,,,杭州暖阳服饰有限公司")));
        assertThat(onlyOrder().sale().invoice()).isEqualTo(new Invoice(Invoice.Kind.UNSTATED, "杭州暖阳服饰有限公司", null));
    }

    @Test
    @DisplayName("O1 O8a: a later sheet brings news of a known order: each is one hold with a deadline, never a second order")
    void bringsNews() throws IOException {
        finished("first", sheet(COAT));
        for (var times = 0; times < 2; times++) {
            finished("asked-" + times, sheet(COAT.replace("买家已付款", "退款中")));
            finished("shipped-" + times, sheet(COAT.replace("买家已付款", "卖家已发货")));
            finished("moved-" + times, sheet(COAT.replace("文三路", "天目山路")));
            finished("remark-" + times, sheet(COAT.replace("请用礼盒", "不要礼盒")));
        }
        assertThat(onlyOrder().holds().open()).extracting(hold -> hold.code()).containsExactlyInAnyOrder(
                "refund-asked", "shipped-on-platform", "address-changed", "remark-changed");
        assertThat(onlyOrder().holds().open()).allSatisfy(hold -> assertThat(hold.deadline()).isNotNull());
        assertThat(onlyOrder().sale().address().detail()).as("an auditor decides").isEqualTo("文三路138号");
        assertThat(desk.badRows()).isEmpty();
    }

    @Test
    @DisplayName("O1 O8a: another way of shipping and a colleague's other words on the platform are news, once each")
    void bringsNewsOfShippingAndNotes() throws IOException {
        finished("first", sheet(COAT));
        for (var times = 0; times < 2; times++) {
            finished("ems-" + times, sheet(COAT.replace("快递", "EMS")));
            finished("noted-" + times, sheet(noted("先别发").replace("快递", "EMS")));
        }
        assertThat(onlyOrder().holds().all()).extracting(hold -> hold.code()).containsExactly("logistics-changed",
                "seller-remark-changed");
        assertThat(onlyOrder().sale().sellerNote()).as("an auditor looks there").isNull();
        for (var hold : onlyOrder().holds().open())
            decide(onlyOrder().orderId(), order -> order.releaseHold(hold.holdId(), OrderFixtures.AN, "looked-at",
                    OrderFixtures.NOW));
        finished("silent", sheet(COAT.replace("快递", "")));
        assertThat(onlyOrder().holds().open()).as("a sheet that says nothing of it changes nothing").isEmpty();
        finished("back", sheet(noted("可以发了")));
        assertThat(onlyOrder().holds().open()).extracting(hold -> hold.code()).containsExactly(
                "seller-remark-changed", "logistics-changed");
        assertThat(desk.badRows()).isEmpty();
    }

    @Test
    @DisplayName("O1 O8a: of an order that was told before its shipping and notes were kept, the first words are no news")
    void learnsWhatWasNotKept() throws IOException {
        finished("first", sheet(COAT));
        var order = onlyOrder();
        desk.told.decide(order.orderId(), CommandContext.bySystem("test"),
                told -> Decision.accept(LastTold.placing(order)));
        finished("second", sheet(noted("老客户")));
        assertThat(onlyOrder().holds().all()).isEmpty();
        finished("third", sheet(noted("先别发").replace("快递", "EMS")));
        assertThat(onlyOrder().holds().open()).extracting(hold -> hold.code()).containsExactly(
                "seller-remark-changed", "logistics-changed");
    }

    private static String noted(String words) {
        return COAT.replace("[COAT-WOOL-GREY-L],1,,,,1", "[COAT-WOOL-GREY-L],1,,," + words + ",1");
    }

    @Test
    @DisplayName("O1 O8a: what we changed here is no news of the platform; what comes there a second time is")
    void comparesWithTheLastSheet() throws IOException {
        finished("first", sheet(COAT));
        var id = onlyOrder().orderId();
        decide(id, order -> order.changeAddress(OrderFixtures.anotherAddress(), OrderFixtures.AN, true,
                OrderFixtures.NOW));
        decide(id, order -> order.changeRemark("no box", OrderFixtures.AN, true, OrderFixtures.NOW));
        finished("again", sheet(COAT));
        assertThat(onlyOrder().holds().all()).isEmpty();

        for (int asks = 1; asks <= 2; asks++) {
            for (int times = 0; times < 2; times++)
                finished("asked-" + asks + times, sheet(COAT.replace("买家已付款", "退款中")));
            assertThat(onlyOrder().holds().all()).hasSize(asks).allMatch(hold -> hold.code().equals("refund-asked"));
            for (var hold : onlyOrder().holds().open())
                decide(id,
                        order -> order.releaseHold(hold.holdId(), OrderFixtures.AN, "buyer-agreed", OrderFixtures.NOW));
            finished("asked-no-more-" + asks, sheet(COAT));
        }
        assertThat(onlyOrder().holds().open()).isEmpty();
    }

    @Test
    @DisplayName("O1 O10: after an exchange here the platform's sheets are known as before, and its news is heard")
    void hearsNewsAfterAnExchange() throws IOException {
        desk.know("COAT-WOOL-BLUE-L", "899.00", 1600);
        finished("first", sheet(COAT, SCARVES));
        decide(onlyOrder().orderId(), order -> order.audited("nuanyang-1", List.of(), List.of(), OrderFixtures.NOW));
        decide(onlyOrder().orderId(), order -> order.askExchange(OrderFixtures.anExchange(order, "COAT-WOOL-BLUE-L")));
        decide(onlyOrder().orderId(), order -> order.exchanged("exchange-1", OrderFixtures.NOW));
        assertThat(onlyOrder().lines().getFirst().sku()).isEqualTo("COAT-WOOL-BLUE-L");
        assertThat(finished("again", sheet(COAT, SCARVES)).progress()).isEqualTo(new OrderImport.Progress(2, 0, 1, 0));
        finished("moved", sheet(COAT.replace("文三路", "天目山路"), SCARVES.replace("文三路", "天目山路")));
        assertThat(onlyOrder().holds().open()).extracting(hold -> hold.code()).containsExactly("address-changed");
        assertThat(finished("other", sheet(COAT.replace("899.00,12.00,0,911.00", "888.00,12.00,0,900.00"), SCARVES))
                .progress().bad()).as("what was bought there is another thing").isEqualTo(2);
    }

    @Test
    @DisplayName("O1 O8a: rows of one order with different statuses are one hold, and the same sheet again is none")
    void holdsOnceForRowsThatDiffer() throws IOException {
        finished("first", sheet(COAT, SCARVES));
        for (var status : List.of("退款中", "交易关闭"))
            for (int times = 0; times < 3; times++) {
                finished(status + times, sheet(COAT.replace("买家已付款", status), SCARVES));
                for (var hold : onlyOrder().holds().open())
                    decide(onlyOrder().orderId(), order -> order.releaseHold(hold.holdId(), OrderFixtures.AN,
                            "buyer-agreed", OrderFixtures.NOW));
            }
        assertThat(onlyOrder().holds().all()).extracting(hold -> hold.code()).containsExactly("refund-asked",
                "closed-on-platform");
        assertThat(desk.badRows()).isEmpty();
        assertThat(onlyOrder().isCancelled()).as("closed in part").isFalse();
    }

    private void decide(String orderId, Function<Order, Decision<Order>> question) {
        desk.orders.decide(orderId, CommandContext.bySystem("test"), question).orThrow();
    }

    @Test
    @DisplayName("O1 O8a: what is closed on its platform is cancelled here, or held when it is in the warehouse already")
    void closesWhatIsClosed() throws IOException {
        finished("first", sheet(COAT));
        finished("closed", sheet(COAT.replace("买家已付款", "交易关闭")));
        assertThat(onlyOrder().fulfilment().cancelled()).isEqualTo("closed-on-platform");
        var unknown = finished("unknown", sheet(COAT.replace("买家已付款", "交易关闭").replace("3026110900000001",
                "3026110900000077")));
        assertThat(unknown.progress()).isEqualTo(new OrderImport.Progress(1, 0, 0, 1));
    }

    @Test
    @DisplayName("O1 O4: what the shop noted on the platform comes with the order")
    void bringsWhatTheShopNoted() throws IOException {
        finished("k", sheet(COAT.replace("[COAT-WOOL-GREY-L],1,,,,1", "[COAT-WOOL-GREY-L],1,,,老客户,1")));
        assertThat(onlyOrder().sale().sellerNote().remark()).isEqualTo("老客户");
        finished("k2", sheet(COAT.replace("3026110900000001", "3026110900000002")));
        assertThat(desk.orders.all()).extracting(order -> order.aggregate().sale().sellerNote()).containsNull();
    }

    @Test
    @DisplayName("O1: safe to run twice; a known order with other content is reported, not doubled")
    void recognisesWhatWasImportedBefore() throws IOException {
        finished("first", sheet(COAT));
        assertThat(finished("second", sheet(COAT)).progress()).isEqualTo(new OrderImport.Progress(1, 0, 1, 0));
        var other = finished("third", sheet(COAT.replace("899.00,12.00,0,911.00", "888.00,12.00,0,900.00")));
        assertThat(other.progress()).isEqualTo(new OrderImport.Progress(1, 0, 0, 1));
        assertThat(desk.badRows()).singleElement()
                .satisfies(row -> assertThat(row.reason()).isEqualTo("known-with-other-content"));
        assertThat(desk.orders.all()).hasSize(1);
    }

    @Test
    void reportsRowsOfAnOrderThatStandApart() throws IOException {
        var between = COAT.replace("3026110900000001", "3026110900000002");
        assertThat(finished("k", sheet(COAT, between, SCARVES)).progress())
                .isEqualTo(new OrderImport.Progress(3, 2, 0, 1));
    }

    @Test
    void theSameKeyWithAnotherFileIsRefused() throws IOException {
        finished("k", sheet(COAT));
        assertThat(desk.start("k", sheet(COAT, SCARVES).getBytes(UTF_8))).isInstanceOf(Outcome.Rejected.class);
        assertThat(desk.start("k", sheet(COAT).getBytes(UTF_8))).isInstanceOfSatisfying(Outcome.Accepted.class,
                again -> assertThat(again.repeated()).isTrue());
    }

    @Test
    @DisplayName("S11: killed after any write and run again: the result is the same")
    void isTheSameWhereverItWasKilled() throws IOException {
        var sheet = String.join("\n", Files.readAllLines(SampleSheet.FILE).subList(0, 121)).getBytes(UTF_8);
        var clean = new ImportDesk();
        var importId = importOf(clean.start("k", sheet));
        var expected = clean.theImport(importId).progress();
        assertThat(expected.rows()).isEqualTo(120);
        for (int writes = 1; writes < expected.placed() + 8; writes += 7) {
            var killed = new ImportDesk();
            killed.diesAfterWrites(writes);
            try {
                killed.start("k", sheet);
            } catch (MortalStore.Killed e) {
                // as meant
            }
            killed.livesOn();
            killed.readOn(importId);
            assertThat(killed.theImport(importId).progress()).as("killed after %d writes", writes).isEqualTo(expected);
            assertThat(killed.theImport(importId).state()).isEqualTo(ImportState.FINISHED);
            assertThat(numbers(killed)).isEqualTo(numbers(clean));
        }
    }

    @Test
    @DisplayName("The sample is what its generator writes; some 2 % of its rows are bad, all in known ways")
    void importsTheSample() throws IOException {
        if ("write".equals(System.getProperty("samples")))
            SampleSheet.main(new String[0]);
        assertThat(Files.readString(SampleSheet.FILE)).as("written by -Dsamples=write").isEqualTo(SampleSheet.text());
        var done = finished("k", Files.readAllBytes(SampleSheet.FILE));
        assertThat(done.progress().rows()).isEqualTo(SampleSheet.ROWS);
        assertThat(done.progress().placed()).isBetween(1300L, 1700L);
        var own = desk.badRows().stream().filter(row -> !row.reason().equals("row-of-order-bad")).toList();
        assertThat(own).hasSizeBetween(25, 60);
        assertThat(own.stream().map(BadRow::reason).collect(Collectors.toSet())).containsExactlyInAnyOrder(
                "quantity-wrong", "not-a-number", "import-amounts-differ", "not-a-time", "not-paid-yet", "sku-missing",
                "value-missing", "columns-missing");
        assertThat(desk.orders.all()).extracting(order -> order.aggregate().lines().size()).contains(1, 2, 3);
    }

    private OrderImport finished(String key, String sheet) throws IOException {
        return finished(key, sheet.getBytes(StandardCharsets.UTF_8));
    }

    private OrderImport finished(String key, byte[] sheet) throws IOException {
        var done = desk.theImport(importOf(desk.start(key, sheet)));
        assertThat(done.state()).isEqualTo(ImportState.FINISHED);
        return done;
    }

    private static String importOf(Outcome<OrderImport> outcome) {
        return outcome.orThrow().stored().id();
    }

    private Order onlyOrder() {
        assertThat(desk.orders.all()).hasSize(1);
        return desk.orders.all().getFirst().aggregate();
    }

    private static Set<String> numbers(ImportDesk desk) {
        return desk.orders.all().stream().map(Stored::id).collect(Collectors.toSet());
    }

    private static String sheet(String... rows) {
        return SampleSheet.HEADER + "\n" + String.join("\n", List.of(rows)) + "\n";
    }
}
