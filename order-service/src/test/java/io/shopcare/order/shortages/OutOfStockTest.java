package io.shopcare.order.shortages;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.shopcare.order.Events;
import io.shopcare.order.FacetTable;
import io.shopcare.order.MortalStore;
import io.shopcare.order.SalesDesk;
import io.shopcare.order.catalogue.Sku;
import io.shopcare.order.catalogue.WhenGone;
import io.shopcare.order.changes.ChangeSettings;
import io.shopcare.order.changes.ExchangeLine;
import io.shopcare.order.orders.AuditState;
import io.shopcare.order.orders.Hold;
import io.shopcare.order.orders.Order;
import io.shopcare.order.orders.OrderEvent;
import io.shopcare.order.orders.OrderFixtures;
import io.shopcare.order.orders.OrderLine;
import io.shopcare.order.orders.PlaceOrder;
import io.shopcare.order.orders.StockForOrder;
import io.shopcare.order.stock.MoveStock;
import io.shopcare.order.stock.ReservationState;
import io.shopcare.order.stock.StockFixtures;
import io.shopcare.order.stock.SwapStock;
import io.shopcare.order.trade.ActorRef;
import io.shopcare.order.trade.ReturnTerms;
import io.shopcare.platform.commands.Actor;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.ids.Ids;
import io.shopcare.platform.store.Outcome;
import io.shopcare.platform.store.Rejection;
import io.shopcare.platform.store.Stored;
import io.shopcare.platform.testkit.store.InMemoryAggregateStore;

import static io.shopcare.order.SalesDesk.request;
import static io.shopcare.order.orders.OrderFixtures.LIN;
import static io.shopcare.order.orders.OrderFixtures.anAddress;
import static io.shopcare.order.orders.OrderFixtures.cny;
import static org.assertj.core.api.Assertions.assertThat;

/** Goods are missing for an order that is paid: a coat is there, of three scarves only one. */
class OutOfStockTest {
    private static final CommandContext TEST = CommandContext.bySystem("test");
    private final SalesDesk desk = new SalesDesk().withOnTheShelf("COAT", "899.00", 1);
    private final InMemoryAggregateStore<Shortage> store = new InMemoryAggregateStore<>(new ShortagesConfiguration()
            .shortageType());
    private final MortalStore.Life life = new MortalStore.Life();
    private SettleShortage settle = settling();
    private ChooseForShortage choose = choosing();
    private String id = "";
    private Runnable afterSwap = () -> {};

    @BeforeEach
    void sellWhatIsMissing() {
        var page = new Sku.Page("SCARF", "围巾", "apparel", cny("131.50"), 200, ReturnTerms.ordinary(), true, null,
                List.of(), java.util.Map.of(), List.of(), WhenGone.PRE_ORDER);
        desk.listing.handle("nuanyang", "SCARF", page, null, TEST).orThrow();
        desk.listing.gone("nuanyang", "SCARF", true, TEST);
        id = aPaidOrderThatIsShort();
        receive("SCARF", 1);
    }

    @Test
    @DisplayName("O9 states of a shortage")
    void statesAreReachable() throws Exception {
        FacetTable.of(ShortageState.class, ShortageState.OPEN).reachesAllAndEndsIn(Set.of()).isDrawnIn("shortage.md");
    }

    @Test
    @DisplayName("O9 wait: nothing happens until all of it is there; then the order goes on by itself, once")
    void waits() {
        choose(Choice.WAIT).orThrow();
        settle.tryAgain(id);
        assertThat(shortage().state()).isEqualTo(ShortageState.WAITING);
        assertThat(desk.figures("COAT").reserved()).isZero();

        receive("SCARF", 2);
        settle.tryAgain(id);
        settle.tryAgain(id);
        assertThat(order().audit().state()).isEqualTo(AuditState.APPROVED);
        assertThat(shortage().state()).isEqualTo(ShortageState.SETTLED);
        assertThat(desk.reservations.of(id).orElseThrow().state()).isEqualTo(ReservationState.BOUND);
    }

    @Test
    @DisplayName("O9 R6 partial: what is there is held and ships, the rest is paid back to the last unit")
    void shipsInPart() {
        assertThat(choose.choices(order())).containsExactly(Choice.WAIT, Choice.SWAP, Choice.PARTIAL,
                Choice.REFUND);
        choose(Choice.PARTIAL).orThrow();

        assertThat(order().audit().state()).isEqualTo(AuditState.APPROVED);
        assertThat(order().lines()).extracting(OrderLine::toShip).containsExactly(1, 1);
        assertThat(order().refunds().all()).singleElement().satisfies(share -> {
            assertThat(share.amount()).isEqualTo(cny("263.00"));
            assertThat(share.lines().getFirst().quantity()).isEqualTo(2);
        });
        assertThat(desk.figures("SCARF").reserved()).isEqualTo(1);
        assertThat(shortage().state()).isEqualTo(ShortageState.SETTLED);
        assertThat(choose.choices(order())).isEmpty();
    }

    @Test
    @DisplayName("O9 O17 partial, and the refund is refused: what is not there does not ship, and finance may try it again")
    void shipsNoMoreThanIsThere() {
        choose(Choice.PARTIAL).orThrow();
        var refund = order().refunds().all().getFirst();
        desk.orders.decide(id, TEST, order -> order.refundFailed(refund.refundId())).orThrow();
        assertThat(order().lines()).extracting(OrderLine::toShip).containsExactly(1, 1);
        assertThat(desk.orders.published(OrderEvent.UnitsRestored.class)).isEmpty();
        assertThat(order().balance().total()).as("the money is owed").isEqualTo(cny("263.00").plus(cny("1030.50")));

        desk.orders.decide(id, TEST, order -> order.reserveRefundOfMissing(refund.refundId(), refund.amount(),
                refund.lines(), cny("0.00"))).orThrow();
        assertThat(order().lines()).extracting(OrderLine::toShip).containsExactly(1, 1);
        desk.orders.decide(id, TEST, order -> order.refundSucceeded(refund.refundId())).orThrow();
        assertThat(order().lines()).extracting(line -> line.progress().refunded()).containsExactly(0, 2);
    }

    @Test
    @DisplayName("O9 refund: the order is cancelled for want of stock")
    void paysBack() {
        choose(Choice.REFUND).orThrow();
        assertThat(order().isCancelled()).isTrue();
        assertThat(shortage().state()).isEqualTo(ShortageState.SETTLED);
        assertThat(refused(choose(Choice.WAIT))).isEqualTo("shortage-over");
    }

    @Test
    @DisplayName("O9 O10 swap: another article that is there takes the place of what is missing, at its price")
    void takesAnother() {
        desk.withOnTheShelf("SHAWL", "150.00", 2);
        assertThat(refused(choose(Choice.SWAP, new Swap("2", "SHAWL")))).as("three are wanted")
                .isEqualTo("stock-short");
        assertThat(shortage().state()).isEqualTo(ShortageState.OPEN);
        receive("SHAWL", 1);
        assertThat(refused(choose(Choice.SWAP, new Swap("9", "SHAWL")))).isEqualTo("line-unknown");
        choose(Choice.SWAP, new Swap("2", "SHAWL")).orThrow();

        assertThat(shortage().state()).isEqualTo(ShortageState.SETTLED);
        assertThat(order().lines()).extracting(OrderLine::sku).containsExactly("COAT", "SHAWL");
        assertThat(order().payment().openRequests()).singleElement()
                .satisfies(request -> assertThat(request.amount()).isEqualTo(cny("55.50")));
        assertThat(order().audit().state()).as("the rules look at it anew").isEqualTo(AuditState.WAITING);
        assertThat(stock().shortage(order())).isEmpty();
        assertThat(desk.figures("SHAWL").reserved()).isEqualTo(3);
        assertThat(desk.figures("SCARF").reserved()).isZero();
    }

    @Test
    @DisplayName("O9 what can't be swapped is refused, and somebody chooses again")
    void refusesAnother() {
        desk.withOnTheShelf("SHAWL", "150.00", 3);
        desk.orders.decide(id, TEST, order -> order.askExchange(OrderFixtures.anExchange("1.00"))).orThrow();
        assertThat(refused(choose(Choice.SWAP, new Swap("2", "SHAWL")))).isEqualTo("exchange-open");
        assertThat(shortage().state()).isEqualTo(ShortageState.OPEN);
        assertThat(shortage().round()).isEqualTo(1);
    }

    @Test
    @DisplayName("O9 swap, and the audit was faster: what it found missing again is open again")
    void isMissingAgain() {
        desk.withOnTheShelf("SHAWL", "150.00", 3);
        afterSwap = () -> desk.orders.decide(id, TEST, order -> order.audited("nuanyang-1", List.of(), List.of(hold(
                "h9", "stock-short")), desk.clock.instant())).orThrow();
        choose(Choice.SWAP, new Swap("2", "SHAWL")).orThrow();
        assertThat(shortage().state()).isEqualTo(ShortageState.OPEN);
        assertThat(shortage().skus()).as("now these are waited for").containsExactly("COAT", "SHAWL");
    }

    @Test
    @DisplayName("O9 a swap that is killed after any write goes on by its deadline: one exchange, one request for the rest")
    void swapsThroughKills() {
        for (int writes = 0; writes < 12; writes++) {
            var each = new OutOfStockTest();
            each.sellWhatIsMissing();
            each.desk.withOnTheShelf("SHAWL", "150.00", 3);
            var swap = new Swap("2", "SHAWL");
            each.life.endsAfter(writes);
            try {
                each.choose(Choice.SWAP, swap);
            } catch (MortalStore.Killed e) {
                // as meant
            }
            each.life.goesOn();
            each.desk.clock.advance(Duration.ofMinutes(1));
            var now = each.desk.clock.instant();
            each.store.due(now).forEach(due -> each.settle.settle(due.id()));
            if (each.shortage().state() == ShortageState.OPEN) // killed before the choice was stored
                each.choose(Choice.SWAP, swap).orThrow();

            assertThat(each.shortage().state()).as("after %d writes", writes).isEqualTo(ShortageState.SETTLED);
            assertThat(each.order().exchanges()).hasSize(1);
            assertThat(each.order().payment().openRequests()).hasSize(1);
            assertThat(each.order().lines()).extracting(OrderLine::sku).containsExactly("COAT", "SHAWL");
        }
    }

    @Test
    @DisplayName("O9 nothing of it there: it can't ship in part")
    void hasNothingToShip() {
        count("COAT", 0);
        count("SCARF", 0);
        assertThat(choose.choices(order())).containsExactly(Choice.WAIT, Choice.SWAP, Choice.REFUND);
        assertThat(refused(choose(Choice.PARTIAL))).isEqualTo("nothing-to-ship");
    }

    @Test
    @DisplayName("O9 another hold stays: the goods are there, and a person still looks")
    void leavesOtherHolds() {
        desk.orders.decide(id, TEST, order -> order.hold(hold("h2", "phone-invalid")));
        choose(Choice.PARTIAL).orThrow();
        assertThat(order().audit().state()).isEqualTo(AuditState.HELD);
        assertThat(order().holds().open()).extracting(Hold::code).containsExactly("phone-invalid");
    }

    @Test
    @DisplayName("O8 O9 an auditor's question stays: the goods are there, and the order waits for the answer")
    void leavesQuestions() {
        desk.orders.decide(id, TEST, order -> order.ask(OrderFixtures.aQuestion("presales", "price"))).orThrow();
        receive("SCARF", 2);
        settle.tryAgain(id);
        assertThat(order().audit().state()).isEqualTo(AuditState.HELD);
        assertThat(order().holds().open()).isEmpty();
        assertThat(order().questions().waitsFor()).isEqualTo("presales");
        assertThat(shortage().state()).isEqualTo(ShortageState.SETTLED);
    }

    @Test
    @DisplayName("O9 O10 missing again after an exchange: the goods that the order has now are waited for")
    void waitsForWhatItIsNow() {
        choose(Choice.WAIT).orThrow();
        store.decide(id, TEST, known -> known.openAgain(List.of("COAT", "SHAWL"))).orThrow();
        assertThat(shortage().skus()).containsExactly("COAT", "SHAWL");
        assertThat(shortage().state()).as("the choice stands").isEqualTo(ShortageState.WAITING);
        choose(Choice.REFUND).orThrow();
        store.decide(id, TEST, known -> known.openAgain(List.of("COAT"))).orThrow();
        assertThat(shortage().state()).isEqualTo(ShortageState.OPEN);
        assertThat(shortage().skus()).containsExactly("COAT");
    }

    @Test
    @DisplayName("O9 killed after any write: the deadline goes on; one refund, one reservation, one way")
    void survivesKills() {
        for (int writes = 0; writes < 12; writes++) {
            var each = new OutOfStockTest();
            each.sellWhatIsMissing();
            each.life.endsAfter(writes);
            try {
                each.choose(Choice.PARTIAL);
            } catch (MortalStore.Killed e) {
                // as meant
            }
            each.life.goesOn();
            each.desk.clock.advance(Duration.ofMinutes(1));
            var now = each.desk.clock.instant();
            each.store.due(now).forEach(due -> each.settle.settle(due.id()));
            if (each.shortage().state() == ShortageState.OPEN) // killed before the choice was stored
                each.choose(Choice.PARTIAL).orThrow();

            assertThat(each.order().audit().state()).as("after %d writes", writes).isEqualTo(AuditState.APPROVED);
            assertThat(each.order().refunds().all()).hasSize(1);
            assertThat(each.order().lines()).extracting(OrderLine::toShip).containsExactly(1, 1);
            assertThat(each.desk.figures("SCARF").reserved()).isEqualTo(1);
            assertThat(each.desk.figures("COAT").reserved()).isEqualTo(1);
        }
    }

    @Test
    @DisplayName("O9 each step is told once, as the contract says: offered, chosen, settled; what could not be carried out is offered again")
    void tellsEachStep() {
        desk.orders.decide(id, TEST, order -> order.askExchange(OrderFixtures.anExchange("1.00"))).orThrow();
        desk.withOnTheShelf("SHAWL", "150.00", 3);
        choose(Choice.SWAP, new Swap("2", "SHAWL"));
        choose(Choice.WAIT).orThrow();
        choose(Choice.WAIT).orThrow();
        choose(Choice.PARTIAL).orThrow();
        settle.settle(id);
        assertThat(told()).containsExactly("offered [COAT, SCARF]", "chosen swap 2 SHAWL", "offered [COAT, SCARF]",
                "chosen wait", "chosen partial 263.00", "settled in-part");
    }

    @Test
    @DisplayName("O9 it is told why a shortage is over: restocked, swapped, refunded, not needed")
    void tellsWhyItIsOver() {
        receive("SCARF", 2);
        settle.tryAgain(id);
        settle.tryAgain(id);
        assertThat(told()).containsExactly("offered [COAT, SCARF]", "settled restocked");

        var swapped = new OutOfStockTest();
        swapped.sellWhatIsMissing();
        swapped.desk.withOnTheShelf("SHAWL", "150.00", 3);
        swapped.choose(Choice.SWAP, new Swap("2", "SHAWL")).orThrow();
        assertThat(swapped.told()).endsWith("settled swapped");

        var refunded = new OutOfStockTest();
        refunded.sellWhatIsMissing();
        refunded.choose(Choice.REFUND).orThrow();
        assertThat(refunded.told()).endsWith("chosen refund", "settled refunded");

        var cancelled = new OutOfStockTest();
        cancelled.sellWhatIsMissing();
        cancelled.desk.orders.decide(cancelled.id, TEST, order -> order.cancel("buyer-request")).orThrow();
        cancelled.settle.tryAgain(cancelled.id);
        assertThat(cancelled.told()).endsWith("settled not-needed");
    }

    /** As consumers hear it, held against the schemas. */
    private List<String> told() {
        new Events(ShortagesConfiguration.TOPIC, store, Actor.system("shortages")).all(desk.clock.instant());
        return store.published().stream().map(published -> switch ((ShortageEvent) published.event()) {
            case ShortageEvent.Offered offered -> "offered " + offered.skus();
            case ShortageEvent.Chosen chosen -> "chosen " + chosen.choice().code()
                    + (chosen.sku() == null ? "" : " " + chosen.lineId() + " " + chosen.sku())
                    + (chosen.back() == null ? "" : " " + chosen.back().text());
            case ShortageEvent.Settled settled -> "settled " + settled.outcome().code();
        }).toList();
    }

    private String aPaidOrderThatIsShort() {
        var order = desk.place.handle(new PlaceOrder.Command(LIN, "shop", List.of(new PlaceOrder.WantedLine("COAT", 1,
                false), new PlaceOrder.WantedLine("SCARF", 3, false)), anAddress(), null, null, null, null), request(
                        "lin", Ids.next(), "b"))
                .orThrow().stored().aggregate();
        desk.orders.decide(order.orderId(), TEST, unpaid -> OrderFixtures.pay(unpaid, "N-1", "PAY-1", order.sale()
                .total().text())).orThrow();
        desk.orders.decide(order.orderId(), TEST, paid -> paid.audited("nuanyang-1", List.of(), List.of(hold("h1",
                "stock-short")), desk.clock.instant())).orThrow();
        store.create(order.orderId(), TEST, () -> Shortage.open(order.orderId(), "nuanyang", LIN, List.of("COAT",
                "SCARF"), desk.clock.instant()));
        return order.orderId();
    }

    private Hold hold(String holdId, String code) {
        return Hold.of(holdId, code, List.of(), "auditor", null, null, ActorRef.system("audit"), Instant.EPOCH);
    }

    private void receive(String sku, int units) {
        StockFixtures.stocked(new MoveStock(desk.stocks, desk.catalogue, desk.clock), sku, StockFixtures.WAREHOUSE,
                units);
    }

    private void count(String sku, int units) {
        new MoveStock(desk.stocks, desk.catalogue, desk.clock).handle(new MoveStock.Command("nuanyang", sku,
                StockFixtures.WAREHOUSE, units, MoveStock.Cause.COUNTED, null), TEST).orThrow();
    }

    private SettleShortage settling() {
        var orders = new MortalStore<>(desk.orders, life);
        return new SettleShortage(new MortalStore<>(store, life), orders, desk.reserve, desk.reservations,
                new StockForOrder(desk.reserve, desk.reservations, orders),
                (buyer, request, by) -> orders.decide(request.orderId(), TEST, order -> order
                        .reserveRefundOfMissing(request.refundId(), request.amount(), request.lines(),
                                request.freight())),
                this::swap, desk.clock);
    }

    private Optional<Rejection> swap(String orderId, Swap swap, String requestId, Actor by) {
        var orders = new MortalStore<>(desk.orders, life);
        var exchange = new ExchangeLine(orders, desk.catalogue, desk.prices, new SwapStock(desk.reservationStore,
                desk.stocks, desk.settle, desk.clock), new ChangeSettings(Duration.ofHours(24)), desk.clock);
        var why = ShortagesConfiguration.swapsWhatIsMissing(orders, exchange).handle(orderId, swap, requestId, by);
        afterSwap.run();
        return why;
    }

    private StockForOrder stock() {
        return new StockForOrder(desk.reserve, desk.reservations, desk.orders);
    }

    private ChooseForShortage choosing() {
        return new ChooseForShortage(new MortalStore<>(store, life), (shop, sku) -> desk.stocks.all().stream()
                .map(Stored::aggregate).filter(stock -> stock.sku().equals(sku)).toList(), settle, desk.clock);
    }

    private Outcome<Shortage> choose(Choice choice) {
        return choose(choice, null);
    }

    private Outcome<Shortage> choose(Choice choice, @Nullable Swap swap) {
        return choose.handle(order(), choice, swap, CommandContext.keyed(Actor.buyer("lin"), "choose", Ids.next(), ""));
    }

    private Order order() {
        return desk.order(id);
    }

    private Shortage shortage() {
        return store.find(id).orElseThrow().aggregate();
    }

    private static String refused(Outcome<?> outcome) {
        return outcome instanceof Outcome.Rejected<?>(var why) ? why.code() : "accepted";
    }
}
