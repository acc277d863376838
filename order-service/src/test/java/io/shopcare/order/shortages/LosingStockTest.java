package io.shopcare.order.shortages;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.shopcare.order.Events;
import io.shopcare.order.MortalStore;
import io.shopcare.order.SalesDesk;
import io.shopcare.order.orders.Hold;
import io.shopcare.order.orders.Order;
import io.shopcare.order.orders.OrderFixtures;
import io.shopcare.order.orders.PlaceOrder;
import io.shopcare.order.orders.StockForOrder;
import io.shopcare.order.stock.BookStock;
import io.shopcare.order.stock.MoveStock;
import io.shopcare.order.stock.ReservationState;
import io.shopcare.order.stock.Reservations;
import io.shopcare.order.stock.SettleReservation;
import io.shopcare.order.stock.StockFigures;
import io.shopcare.order.stock.StockFixtures;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.ids.Ids;
import io.shopcare.platform.store.Outcome;
import io.shopcare.platform.store.Stored;
import io.shopcare.platform.testkit.store.InMemoryAggregateStore;

import static io.shopcare.order.SalesDesk.request;
import static io.shopcare.order.orders.OrderFixtures.LIN;
import static io.shopcare.order.orders.OrderFixtures.anAddress;
import static org.assertj.core.api.Assertions.assertThat;

/** Three coats are promised to three orders that were let through; then fewer are counted. */
class LosingStockTest {
    private static final CommandContext TEST = CommandContext.bySystem("test");
    private static final CommandContext KU = new CommandContext(StockFixtures.KU, "count", null, null, null);

    private final SalesDesk desk = new SalesDesk().withOnTheShelf("COAT", "899.00", 3);
    private final InMemoryAggregateStore<Shortage> store = new InMemoryAggregateStore<>();
    private final MortalStore.Life life = new MortalStore.Life();
    private final MortalStore<Order> orders = new MortalStore<>(desk.orders, life);
    private final Reservations reservations = new Reservations(new MortalStore<>(desk.reservationStore, life),
            new SettleReservation(new MortalStore<>(desk.reservationStore, life), new MortalStore<>(desk.stocks, life),
                    desk.clock),
            desk.clock);
    private final OrdersLoseStock losers = new OrdersLoseStock(orders, reservations, desk.clock);
    private final StockForOrder stock = new StockForOrder(desk.reserve, desk.reservations, desk.orders);
    private final BookStock book = new BookStock(new MoveStock(desk.stocks, desk.catalogue, desk.clock), desk.stocks,
            losers);
    private final SettleShortage settle = new SettleShortage(store, desk.orders, desk.reserve, desk.reservations, stock,
            (buyer, request, by) -> desk.orders.decide(request.orderId(), TEST, order -> order.reserveRefund(request
                    .refundId(), request.amount(), request.lines(), request.freight())),
            (orderId, swap, requestId, by) -> Optional.empty(), desk.clock);
    private final ChooseForShortage choose = new ChooseForShortage(store, (shop, sku) -> desk.stocks.all().stream()
            .map(Stored::aggregate).filter(each -> each.sku().equals(sku)).toList(), settle, desk.clock);
    private final Events events = new Events("shopcare.order.stock", desk.stocks, StockFixtures.KU);
    private String oldest = "";
    private String middle = "";
    private String youngest = "";

    @BeforeEach
    void sellAll() {
        oldest = approved("COAT", 1);
        middle = approved("COAT", 1);
        youngest = approved("COAT", 1);
    }

    @Test
    @DisplayName("O9 one fewer is counted: the youngest order loses its coat at once, is held, and has its choices; the others go on")
    void youngestGoesShort() {
        assertThat(count(2)).isEqualTo("accepted");
        assertThat(desk.figures("COAT")).isEqualTo(figures(2, 0, 2));
        deliver();

        assertThat(held()).containsExactly(youngest);
        assertThat(order(youngest).holds().open()).singleElement().satisfies(hold -> {
            assertThat(hold.code()).isEqualTo("stock-short");
            assertThat(hold.figures()).extracting(figure -> figure.value()).containsExactly("COAT", "1", "0");
        });
        assertThat(refused(permit(youngest))).isEqualTo("hold-open");
        assertThat(permit(oldest)).isInstanceOf(Outcome.Accepted.class);
        assertThat(shortage(youngest).state()).isEqualTo(ShortageState.OPEN);
        assertThat(choose.choices(order(youngest))).containsExactly(Choice.WAIT, Choice.SWAP, Choice.REFUND);
        assertThat(desk.reservations.of(youngest).orElseThrow().state()).isEqualTo(ReservationState.RELEASED);
    }

    @Test
    @DisplayName("O9 two found damaged: the two youngest lose; none that is printed does, and where only such are left it is refused")
    void printedOnesKeepTheirs() {
        permit(youngest);
        assertThat(book(MoveStock.Cause.DAMAGED, 2)).isEqualTo("accepted");
        deliver();
        assertThat(held()).containsExactlyInAnyOrder(oldest, middle);
        assertThat(desk.figures("COAT")).isEqualTo(new StockFigures(1, 0, 0, 1, 2));
        assertThat(count(0)).isEqualTo("stock-short");
        assertThat(desk.figures("COAT").onHand()).isEqualTo(1);
    }

    @Test
    @DisplayName("O9 the goods come in: the order goes on, promised for good, and may be printed; told of the loss again it stays so")
    void goesOnWhenTheyComeIn() {
        count(2);
        deliver();
        receive(StockFixtures.WAREHOUSE, 1);
        settle.tryAgain(youngest);
        assertThat(order(youngest).holds().open()).isEmpty();
        assertThat(desk.reservations.of(youngest).orElseThrow().state()).isEqualTo(ReservationState.ALLOCATED);
        assertThat(desk.figures("COAT")).isEqualTo(figures(3, 0, 3));
        assertThat(shortage(youngest).state()).isEqualTo(ShortageState.SETTLED);

        events.all(desk.clock.instant()).forEach(this::hear);
        assertThat(order(youngest).holds().open()).isEmpty();
        assertThat(desk.figures("COAT")).isEqualTo(figures(3, 0, 3));
        assertThat(permit(youngest)).isInstanceOf(Outcome.Accepted.class);
    }

    @Test
    @DisplayName("O9 its parcel is in this warehouse: what another has does not help it, until it is transferred")
    void staysInItsWarehouse() {
        count(2);
        deliver();
        receive("beijing-1", 5);
        settle.tryAgain(youngest);
        assertThat(held()).containsExactly(youngest);
    }

    @Test
    @DisplayName("O9 refund: the order is cancelled for want of stock; a person can't let the hold go while they are missing")
    void isPaidBack() {
        count(2);
        deliver();
        var hold = order(youngest).holds().open().getFirst();
        assertThat(order(youngest).isShortBy(hold.holdId())).isTrue();
        assertThat(stock.shortage(order(youngest))).isPresent();
        choose.handle(order(youngest), Choice.REFUND, null, TEST).orThrow();
        assertThat(order(youngest).isCancelled()).isTrue();
    }

    @Test
    @DisplayName("O9 partial: of three that it was promised two are there; they are kept for it, the third is paid back")
    void shipsInPart() {
        receive(StockFixtures.WAREHOUSE, 3);
        var three = approved("COAT", 3);
        assertThat(count(5)).isEqualTo("accepted");
        deliver();
        assertThat(held()).containsExactly(three);
        assertThat(choose.choices(order(three))).contains(Choice.PARTIAL);
        choose.handle(order(three), Choice.PARTIAL, null, TEST).orThrow();
        assertThat(order(three).holds().open()).isEmpty();
        assertThat(order(three).lines().getFirst().toShip()).isEqualTo(2);
        assertThat(desk.reservations.of(three).orElseThrow().state()).isEqualTo(ReservationState.ALLOCATED);
        assertThat(desk.figures("COAT")).isEqualTo(figures(5, 0, 5));
    }

    @Test
    @DisplayName("O9 what nobody has paid loses first, and is not held: its audit finds it short")
    void unpaidLosesFirst() {
        receive(StockFixtures.WAREHOUSE, 1);
        var unpaid = placed("COAT", 1);
        desk.clock.advance(Duration.ofMinutes(1));
        count(3);
        deliver();
        assertThat(held()).isEmpty();
        assertThat(desk.reservations.of(unpaid).orElseThrow().state()).isEqualTo(ReservationState.RELEASED);
        assertThat(desk.figures("COAT")).isEqualTo(figures(3, 0, 3));
    }

    @Test
    @DisplayName("O9 killed after any write while the loss is told, and told again: one hold, nothing promised twice")
    void survivesKills() {
        for (int writes = 0; writes < 6; writes++) {
            var each = new LosingStockTest();
            each.sellAll();
            each.count(2);
            each.life.endsAfter(writes);
            try {
                each.events.all(each.desk.clock.instant()).forEach(each::hear);
            } catch (MortalStore.Killed e) {
                // as meant
            }
            each.life.goesOn();
            each.deliver();
            assertThat(each.held()).as("after %d writes", writes).containsExactly(each.youngest);
            assertThat(each.order(each.youngest).holds().all()).hasSize(1);
            assertThat(each.desk.figures("COAT")).isEqualTo(figures(2, 0, 2));
        }
    }

    @Test
    @DisplayName("O9 O14 of goods in two warehouses those of one are lost: each comes from where its parcel is, or ships in part")
    void staysInBothWarehouses() {
        desk.scatters = true;
        desk.withOnTheShelf("SCARF", "199.00", 0);
        receive("beijing-1", "SCARF", 2);
        receive(StockFixtures.WAREHOUSE, "COAT", 4);
        var both = approved(placed(List.of(new PlaceOrder.WantedLine("COAT", 2, false), new PlaceOrder.WantedLine(
                "SCARF", 2, false))));
        desk.scatters = false;
        assertThat(refused(book.handle(new MoveStock.Command("nuanyang", "SCARF", "beijing-1", 1,
                MoveStock.Cause.COUNTED, null), KU))).isEqualTo("accepted");
        deliver();
        assertThat(held()).containsExactly(both);
        assertThat(refused(permit(both))).isEqualTo("hold-open");

        receive(StockFixtures.WAREHOUSE, "SCARF", 9);
        settle.tryAgain(both);
        assertThat(held()).as("its parcel is in Beijing").containsExactly(both);

        choose.handle(order(both), Choice.PARTIAL, null, TEST).orThrow();
        assertThat(order(both).lines()).extracting(line -> line.toShip()).containsExactly(2, 1);
        assertThat(desk.reservations.of(both).orElseThrow().places()).isEqualTo(Map.of("COAT", StockFixtures.WAREHOUSE,
                "SCARF", "beijing-1"));
        assertThat(desk.reservations.of(both).orElseThrow().state()).isEqualTo(ReservationState.ALLOCATED);
        assertThat(held()).isEmpty();
    }

    private String approved(String sku, int units) {
        return approved(placed(sku, units));
    }

    private String approved(String orderId) {
        desk.orders.decide(orderId, TEST, unpaid -> OrderFixtures.pay(unpaid, "N-1", "PAY-1", unpaid.sale().total()
                .text())).orThrow();
        desk.orders.decide(orderId, TEST, paid -> paid.audited("nuanyang-1", List.of(), List.of(),
                desk.clock.instant())).orThrow();
        desk.reservations.allocate(orderId);
        desk.clock.advance(Duration.ofMinutes(1));
        return orderId;
    }

    private String placed(String sku, int units) {
        return placed(List.of(new PlaceOrder.WantedLine(sku, units, false)));
    }

    private String placed(List<PlaceOrder.WantedLine> lines) {
        var orderId = desk.place
                .handle(new PlaceOrder.Command(LIN, "shop", lines, anAddress(), null, null, null, null),
                        request("lin", Ids.next(), "b"))
                .orThrow()
                .stored().aggregate().orderId();
        desk.reservations.bind(orderId);
        return orderId;
    }

    private String count(int units) {
        return book(MoveStock.Cause.COUNTED, units);
    }

    private String book(MoveStock.Cause cause, int units) {
        return refused(book.handle(new MoveStock.Command("nuanyang", "COAT", StockFixtures.WAREHOUSE, units, cause,
                null), KU));
    }

    private void receive(String warehouse, int units) {
        receive(warehouse, "COAT", units);
    }

    private void receive(String warehouse, String sku, int units) {
        StockFixtures.stocked(new MoveStock(desk.stocks, desk.catalogue, desk.clock), sku, warehouse, units);
    }

    private Outcome<Order> permit(String orderId) {
        return desk.orders.decide(orderId, TEST, order -> order.permit("parcel-" + orderId));
    }

    /** What the stock tells, and the holds that follow open shortages. */
    private void deliver() {
        events.all(desk.clock.instant()).forEach(this::hear);
        for (var held : held())
            if (store.find(held).isEmpty())
                store.create(held, TEST, () -> Shortage.open(held, "nuanyang", LIN, List.of("COAT"),
                        desk.clock.instant()));
        held().forEach(settle::tryAgain);
    }

    private void hear(Events.Heard heard) {
        if (heard.meta().type().equals("stock.lost.v1"))
            losers.lost(heard.meta(), heard.as(OrdersLoseStock.Lost.class));
    }

    private List<String> held() {
        return desk.orders.all().stream().map(Stored::aggregate)
                .filter(order -> order.holds().open().stream().map(Hold::code).anyMatch("stock-short"::equals))
                .map(Order::orderId).toList();
    }

    private Order order(String orderId) {
        return desk.order(orderId);
    }

    private Shortage shortage(String orderId) {
        return store.find(orderId).orElseThrow().aggregate();
    }

    private static StockFigures figures(int onHand, int reserved, int allocated) {
        return new StockFigures(onHand, 0, reserved, allocated, 0);
    }

    private static String refused(Outcome<?> outcome) {
        return outcome instanceof Outcome.Rejected<?>(var why) ? why.code() : "accepted";
    }
}
