package io.shopcare.order.audit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.shopcare.order.SalesDesk;
import io.shopcare.order.SampleOrders;
import io.shopcare.order.orders.AuditState;
import io.shopcare.order.orders.Order;
import io.shopcare.order.orders.OrderEvent;
import io.shopcare.order.orders.OrderFixtures;
import io.shopcare.order.orders.Phase;
import io.shopcare.order.orders.PlaceOrder;
import io.shopcare.order.orders.StockForOrder;
import io.shopcare.order.rules.RulesOfTests;
import io.shopcare.order.stock.MoveStock;
import io.shopcare.order.stock.ReservationState;
import io.shopcare.order.stock.StockFixtures;
import io.shopcare.order.trade.Tender;
import io.shopcare.platform.commands.Actor;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.store.Decision;
import io.shopcare.platform.store.Outcome;

import static io.shopcare.order.orders.OrderFixtures.LIN;
import static io.shopcare.order.orders.OrderFixtures.aGiftBox;
import static io.shopcare.order.orders.OrderFixtures.anAddress;
import static io.shopcare.order.orders.OrderFixtures.anImportedOrder;
import static io.shopcare.order.orders.OrderFixtures.cny;
import static org.assertj.core.api.Assertions.assertThat;

/** The audit of paid orders: once, in time, by rules and by people. */
class AuditingPaidOrdersTest {
    private final SalesDesk desk = new SalesDesk().withOnTheShelf("COAT", "899.00", 2);
    private final StockForOrder stock = new StockForOrder(desk.reserve, desk.reservations, desk.orders);
    private final DecideAudit decide = new DecideAudit(desk.orders, stock, desk.clock);

    @Test
    @DisplayName("O7 straight through, and only once, whatever is delivered again")
    void passesOnce() {
        var id = aPaidOrder(Duration.ZERO);
        for (int times = 0; times < 3; times++)
            audit().handle(id);
        assertThat(desk.order(id).phase()).isEqualTo(Phase.AWAITING_FULFILMENT);
        assertThat(desk.orders.published(OrderEvent.Approved.class)).hasSize(1);
        assertThat(desk.order(id).audit().findings()).hasSameSizeAs(RulesOfTests.book().rules());
    }

    @Test
    @DisplayName("O6 it waits a settable time after the payment")
    void waits() {
        var id = aPaidOrder(Duration.ofMinutes(5));
        audit().handle(id);
        assertThat(desk.order(id).audit().state()).isEqualTo(AuditState.WAITING);
        desk.clock.advance(Duration.ofMinutes(5));
        audit().handle(id);
        assertThat(desk.order(id).audit().state()).isEqualTo(AuditState.APPROVED);
    }

    @Test
    @DisplayName("O6 O9 an imported order gets its stock from the audit, or is held with the figures")
    void asksForTheStockOfImports() {
        var there = anImport("T-1", "COAT", 2);
        audit().handle(there);
        assertThat(desk.order(there).phase()).isEqualTo(Phase.AWAITING_FULFILMENT);
        assertThat(desk.reservations.of(there).orElseThrow().state()).isEqualTo(ReservationState.BOUND);

        var missing = anImport("T-2", "COAT", 1);
        audit().handle(missing);
        assertThat(desk.order(missing).holds().open()).singleElement()
                .satisfies(hold -> assertThat(hold.code()).isEqualTo("stock-short"));
        var unknown = anImport("T-3", "GLOVES", 1);
        audit().handle(unknown);
        assertThat(desk.order(unknown).holds().open()).extracting(hold -> hold.code())
                .containsExactly("sku-unknown", "stock-short");
    }

    @Test
    @DisplayName("O6 O9 killed after it held the stock of an imported order, the audit binds it when it comes again")
    void bindsTheStockThatItHeldBeforeItDied() {
        var id = anImport("T-1", "COAT", 2);
        desk.reserve.handle(StockFixtures.request(id, java.util.Map.of("COAT", 2), null), Actor.system("audit"))
                .orThrow();
        audit().handle(id);
        assertThat(desk.reservations.of(id).orElseThrow().state()).isEqualTo(ReservationState.BOUND);
    }

    @Test
    @DisplayName("O6 O9 an imported order that is cancelled while the audit holds its stock keeps none of it")
    void keepsNoStockOfAnOrderThatIsCancelledMeanwhile() {
        var id = anImport("T-1", "COAT", 2);
        var seen = desk.order(id);
        desk.orders.decide(id, CommandContext.bySystem("test"), order -> order.cancel("buyer-request")).orThrow();
        stock.shortage(seen);
        assertThat(desk.reservations.of(id).orElseThrow().state()).isEqualTo(ReservationState.RELEASED);
    }

    @Test
    @DisplayName("O8 what is not in stock can't be approved; once it is, it can")
    void approvesNoOrderWithoutStock() {
        audit().handle(anImport("T-1", "COAT", 2));
        var second = anImport("T-2", "COAT", 1);
        audit().handle(second);

        assertThat(code(decide.approve(desk.order(second), "buyer-agreed", null, by("an")))).isEqualTo("stock-short");
        StockFixtures.stocked(new MoveStock(desk.stocks, desk.catalogue, desk.clock), "COAT",
                StockFixtures.WAREHOUSE, 1);
        decide.approve(desk.order(second), "buyer-agreed", null, by("an")).orThrow();
        assertThat(desk.order(second).phase()).isEqualTo(Phase.AWAITING_FULFILMENT);
    }

    @Test
    @DisplayName("O8 O8a a hold that comes while an auditor lets an order through is not let go with those that were seen")
    void letsNothingGoUnseen() {
        var resolve = new ResolveOrder(desk.orders, stock, desk.clock);
        var host = anImport("T-1", "COAT", 1);
        audit().handle(host);
        var id = aHeldImport("T-2");
        var seen = desk.order(id);
        desk.orders.decide(id, CommandContext.bySystem("import"),
                order -> order.hold(OrderFixtures.aHold("refund-asked-there", "auditor"))).orThrow();

        assertThat(code(decide.approve(seen, "buyer-agreed", null, by("an")))).isEqualTo("hold-open");
        assertThat(code(resolve.merge(seen, desk.order(host), null, by("an")))).isEqualTo("hold-open");
        assertThat(desk.order(id).holds().open()).hasSize(2);
        decide.approve(desk.order(id), "buyer-agreed", null, by("an")).orThrow();
        assertThat(desk.order(id).holds().open()).isEmpty();
        assertThat(code(decide.approve(seen, "buyer-agreed", null, by("bo")))).as("who is late hears who was first")
                .isEqualTo("already-decided");
    }

    @Test
    @DisplayName("O8 O14 what is served from two warehouses is not merged; the auditor hears why, and the order stays held")
    void mergesWhatIsInOneWarehouse() {
        var resolve = new ResolveOrder(desk.orders, stock, desk.clock);
        var host = anImport("T-1", "COAT", 2);
        audit().handle(host);
        StockFixtures.stocked(new MoveStock(desk.stocks, desk.catalogue, desk.clock), "COAT", "beijing-1", 1);
        var far = aHeldImport("T-2");
        assertThat(code(resolve.merge(desk.order(far), desk.order(host), null, by("an")))).isEqualTo("other-warehouse");
        assertThat(desk.order(far).audit().state()).isEqualTo(AuditState.HELD);

        StockFixtures.stocked(new MoveStock(desk.stocks, desk.catalogue, desk.clock), "COAT", StockFixtures.WAREHOUSE,
                1);
        var near = aHeldImport("T-3");
        resolve.merge(desk.order(near), desk.order(host), null, by("an")).orThrow();
        assertThat(desk.order(near).packing().with()).isEqualTo(host);
    }

    @Test
    @DisplayName("O8 O14 goods in two warehouses: no merger takes them along, and no split by hand mixes them")
    void splitsWhereTheGoodsAre() {
        desk.scatters = true;
        desk.withOnTheShelf("SCARF", "129.00", 0);
        StockFixtures.stocked(new MoveStock(desk.stocks, desk.catalogue, desk.clock), "SCARF", "beijing-1", 2);
        var resolve = new ResolveOrder(desk.orders, stock, desk.clock);
        var host = anImport("T-1", "COAT", 1);
        audit().handle(host);
        var id = held(desk.orders.create("order-1", CommandContext.bySystem("import"),
                () -> Decision.accept(OrderFixtures.aPaidOrder())).orThrow().stored().id());

        assertThat(code(resolve.merge(desk.order(id), desk.order(host), null, by("an")))).isEqualTo("other-warehouse");
        for (var mixed : List.of(List.of(new ResolveOrder.Units("1", 1), new ResolveOrder.Units("2", 1)),
                List.of(new ResolveOrder.Units("2", 1))))
            assertThat(code(resolve.split(desk.order(id), mixed, "ship-part-first", null, by("an"))))
                    .isEqualTo("parts-apart");
        resolve.split(desk.order(id), List.of(new ResolveOrder.Units("2", 2)), "ship-part-first", null, by("an"))
                .orThrow();
        assertThat(desk.order(id).packing().split()).isNotNull();

        desk.withOnTheShelf("COAT-WOOL-GREY-L", "899.00", 2).withOnTheShelf("SCARF-CASHMERE-GREY", "263.00", 0);
        StockFixtures.stocked(new MoveStock(desk.stocks, desk.catalogue, desk.clock), "SCARF-CASHMERE-GREY",
                "beijing-1",
                2);
        var alike = SampleOrders.anApprovedOrder("order-2");
        assertThat(stock.shortage(alike)).isEmpty();
        desk.orders.create("order-3", CommandContext.bySystem("import"),
                () -> Decision.accept(SampleOrders.aHeldOrder("order-3"))).orThrow();
        assertThat(code(resolve.merge(desk.order("order-3"), alike, null, by("an"))))
                .as("one parcel can't leave from both").isEqualTo("other-warehouse");
    }

    private String aHeldImport(String number) {
        return held(anImport(number, "COAT", 1));
    }

    private String held(String id) {
        desk.orders.decide(id, CommandContext.bySystem("test"), order -> order.audited("v", List.of(),
                List.of(OrderFixtures.aHold("hold-" + id, "auditor")), desk.clock.instant())).orThrow();
        return id;
    }

    @Test
    @DisplayName("O8 S2 twenty auditors press approve in the same second: one wins, all others hear who")
    void decidesOnce() throws Exception {
        desk.promises.add(aGiftBox());
        var id = aPaidOrder(Duration.ZERO);
        audit().handle(id);
        var seen = desk.order(id);
        var presses = new ArrayList<Callable<Outcome<Order>>>();
        for (int i = 0; i < 20; i++) {
            var auditor = "auditor-" + i;
            presses.add(() -> decide.approve(seen, "promise-accepted", null, by(auditor)));
        }
        var outcomes = new ArrayList<Outcome<Order>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(presses))
                outcomes.add(answer.get());
        }
        var winner = desk.order(id).audit().decidedBy();
        assertThat(outcomes.stream().filter(Outcome.Accepted.class::isInstance)).hasSize(1);
        assertThat(outcomes.stream().filter(Outcome.Rejected.class::isInstance).map(Outcome.Rejected.class::cast))
                .allSatisfy(rejected -> {
                    assertThat(rejected.rejection().code()).isEqualTo("already-decided");
                    assertThat(rejected.rejection().facts()).isEqualTo(Map.of("who",
                            Objects.requireNonNull(winner).id(), "when", desk.clock.instant().toString()));
                });
    }

    private AuditOrder audit() {
        return new AuditOrder(desk.orders, stock, desk.catalogue, RulesOfTests.current(), desk.shops,
                shop -> "shunfeng", desk.clock);
    }

    private String aPaidOrder(Duration delay) {
        var placed = desk.place.handle(new PlaceOrder.Command(LIN, "shop", List.of(new PlaceOrder.WantedLine("COAT", 1,
                false)), anAddress(), null, null, null, null), SalesDesk.request("lin", "k", "b")).orThrow().stored();
        desk.reservations.bind(placed.id());
        desk.orders.decide(placed.id(), CommandContext.bySystem("pay"), order -> order.receivePayment("N-1",
                new Tender("PAY-1", "sandbox", cny("899.00")), desk.clock.instant(), delay)).orThrow();
        return placed.id();
    }

    private String anImport(String orderId, String sku, int quantity) {
        return desk.orders.create(orderId, CommandContext.bySystem("import"),
                () -> Decision.accept(anImportedOrder(orderId, sku, quantity))).orThrow().stored().id();
    }

    private static CommandContext by(String auditor) {
        return CommandContext.keyed(Actor.staff(auditor), "approve", "k", "b");
    }

    private static String code(Outcome<Order> outcome) {
        return outcome instanceof Outcome.Rejected<Order>(var why) ? why.code() : "accepted";
    }
}
