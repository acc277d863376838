package io.shopcare.order.changes;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.shopcare.order.MortalStore;
import io.shopcare.order.SalesDesk;
import io.shopcare.order.catalogue.Sku;
import io.shopcare.order.offers.OfferFixtures;
import io.shopcare.order.offers.Terms;
import io.shopcare.order.orders.ExchangeState;
import io.shopcare.order.orders.Order;
import io.shopcare.order.orders.OrderEvent;
import io.shopcare.order.orders.OrderFixtures;
import io.shopcare.order.orders.PlaceOrder;
import io.shopcare.order.stock.ReservationState;
import io.shopcare.order.stock.SettleReservation;
import io.shopcare.order.stock.StockFigures;
import io.shopcare.order.stock.StockFixtures;
import io.shopcare.order.stock.SwapStock;
import io.shopcare.order.trade.LineAmount;
import io.shopcare.order.trade.ReturnTerms;
import io.shopcare.order.trade.Tender;
import io.shopcare.platform.commands.Actor;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.money.Money;
import io.shopcare.platform.store.Decision;
import io.shopcare.platform.store.Outcome;

import static io.shopcare.order.orders.OrderFixtures.LIN;
import static io.shopcare.order.orders.OrderFixtures.anAddress;
import static io.shopcare.order.orders.OrderFixtures.cny;
import static org.assertj.core.api.Assertions.assertThat;

/** A paid line becomes another article: stock swapped all or nothing, the difference paid or given back. */
class ExchangingALineTest {
    private final SalesDesk desk = new SalesDesk().withOnTheShelf("COAT", "899.00", 3)
            .withOnTheShelf("LONG-COAT", "959.00", 2).withOnTheShelf("JACKET", "859.00", 1)
            .withOnTheShelf("SCARF", "263.00", 5);
    private final MortalStore.Life life = new MortalStore.Life();

    @Test
    @DisplayName("O10 for a dearer one: the stock is swapped, the difference asked for, and printing waits until it is paid")
    void asksForTheDifference() {
        var id = anApprovedOrder("k-1");
        var order = exchange(id, "LONG-COAT", "x-1").orThrow().stored().aggregate();
        assertThat(order.lines().getFirst().sku()).isEqualTo("LONG-COAT");
        assertThat(order.lines().getFirst().amount()).as("what was paid stays what it was").isEqualTo(cny("899.00"));
        assertThat(desk.orders.published(OrderEvent.LineExchanged.class)).singleElement()
                .satisfies(event -> assertThat(event.toPay()).isEqualTo(cny("60.00")));
        assertThat(desk.figures("COAT").available()).isEqualTo(3);
        assertThat(desk.figures("LONG-COAT").allocated()).isEqualTo(1);
        assertThat(desk.figures("SCARF").allocated()).isEqualTo(1);

        assertThat(code(permit(id))).isEqualTo("payment-request-open");
        var request = order.payment().openRequests().getFirst();
        decide(id, it -> it.receiveRequested(request.requestId(), "N-2", new Tender("PAY-2", "sandbox", cny("60.00")),
                desk.clock.instant(), Duration.ZERO)).orThrow();
        assertThat(code(permit(id))).isEqualTo("accepted");
        assertThat(desk.order(id).balance().total()).isEqualTo(cny("1222.00"));
    }

    @Test
    @DisplayName("O10 the difference is paid, whatever the clock said of the instance that finished the exchange")
    void isPaidByAnyClock() {
        var asked = OrderFixtures.anOrderInExchange();
        var done = OrderFixtures.next(asked.exchanged("exchange-1", OrderFixtures.NOW.minusSeconds(60)));
        var request = done.payment().openRequests().getFirst();
        var paid = OrderFixtures.next(done.receiveRequested(request.requestId(), "N-2",
                new Tender("PAY-2", "sandbox", request.amount()), OrderFixtures.NOW, Duration.ZERO));
        assertThat(OrderFixtures.accepted(paid.permit("parcel-1")).aggregate().fulfilment().permits())
                .containsExactly("parcel-1");
    }

    @Test
    @DisplayName("O10 an unpaid difference does not go away by waiting; exchanged back, the order prints")
    void doesNotPrintUnpaid() {
        var id = anApprovedOrder("k-1");
        var order = exchange(id, "LONG-COAT", "x-1").orThrow().stored().aggregate();
        decide(id, it -> it.withdrawPaymentRequest(order.payment().openRequests().getFirst().requestId())).orThrow();
        assertThat(code(permit(id))).isEqualTo("exchange-unpaid");
        var back = exchange(id, "COAT", "x-2").orThrow().stored().aggregate();
        assertThat(back.exchanges().getLast().toPay()).isNull();
        assertThat(back.exchanges().getLast().toRefund()).isNull();
        assertThat(code(permit(id))).isEqualTo("accepted");
        assertThat(desk.figures("LONG-COAT").available()).isEqualTo(2);
        assertThat(desk.figures("COAT").allocated()).isEqualTo(1);
    }

    @Test
    @DisplayName("O10 for a cheaper one the difference goes back; nothing waits for it")
    void givesTheDifferenceBack() {
        var id = anApprovedOrder("k-1");
        exchange(id, "JACKET", "x-1").orThrow();
        assertThat(desk.orders.published(OrderEvent.LineExchanged.class)).singleElement()
                .satisfies(event -> assertThat(event.toRefund()).isEqualTo(cny("40.00")));
        assertThat(code(permit(id))).isEqualTo("accepted");
    }

    @Test
    @DisplayName("O10 there and back again: each way settles what was really paid; goodwill on the line is not taken back")
    void settlesEachWay() {
        var id = anApprovedOrder("k-1");
        decide(id, it -> it.reserveRefund("goodwill", cny("20.00"), List.of(new LineAmount("1", 0, cny("20.00"))),
                cny("0.00"))).orThrow();
        var order = exchange(id, "LONG-COAT", "x-1").orThrow().stored().aggregate();
        assertThat(order.exchanges().getLast().toPay()).isEqualTo(cny("60.00"));
        decide(id, it -> it.receiveRequested(order.payment().openRequests().getFirst().requestId(), "N-2",
                new Tender("PAY-2", "sandbox", cny("60.00")), desk.clock.instant(), Duration.ZERO)).orThrow();
        assertThat(exchange(id, "JACKET", "x-2").orThrow().stored().aggregate().exchanges().getLast().toRefund())
                .isEqualTo(cny("100.00"));
        assertThat(exchange(id, "COAT", "x-3").orThrow().stored().aggregate().exchanges().getLast().toPay())
                .as("also before that refund was made").isEqualTo(cny("40.00"));
    }

    @Test
    @DisplayName("O10 exchanged back, a line is worth what it was bought for, whatever its page says today")
    void goesBackAtThePriceOfThePurchase() {
        var id = anApprovedOrder("k-1");
        exchange(id, "LONG-COAT", "x-1").orThrow();
        listedAnew("COAT", "929.00", List.of());
        decide(id, it -> it.withdrawPaymentRequest(it.payment().openRequests().getFirst().requestId())).orThrow();
        var back = exchange(id, "COAT", "x-2").orThrow().stored().aggregate();
        assertThat(back.exchanges().getLast().toPay()).isNull();
        assertThat(back.exchanges().getLast().toRefund()).isNull();
        assertThat(code(permit(id))).isEqualTo("accepted");
    }

    @Test
    @DisplayName("O9 O10 one of two was left out and paid back: what still ships is swapped, and the difference is that of one")
    void exchangesWhatWasNotLeftOut() {
        var id = anApprovedOrder("k-1", new PlaceOrder.WantedLine("COAT", 2, false));
        decide(id, it -> it.reserveRefundOfMissing("missing", cny("899.00"), List.of(new LineAmount("1", 1,
                cny("899.00"))), cny("0.00"))).orThrow();
        var order = exchange(id, "LONG-COAT", "x-1").orThrow().stored().aggregate();
        assertThat(desk.orders.published(OrderEvent.LineExchanged.class)).singleElement().satisfies(event -> {
            assertThat(event.to().quantity()).isEqualTo(1);
            assertThat(event.toPay()).isEqualTo(cny("60.00"));
        });
        assertThat(order.lines().getFirst().toShip()).isEqualTo(1);
        assertThat(desk.figures("LONG-COAT").allocated()).isEqualTo(1);
        decide(id, it -> it.receiveRequested(order.payment().openRequests().getFirst().requestId(), "N-2",
                new Tender("PAY-2", "sandbox", cny("60.00")), desk.clock.instant(), Duration.ZERO)).orThrow();
        assertThat(desk.order(id).balance().total()).isEqualTo(cny("959.00"));

        assertThat(exchange(id, "JACKET", "x-2").orThrow().stored().aggregate().exchanges().getLast().toRefund())
                .isEqualTo(cny("100.00"));
        assertThat(exchange(id, "COAT", "x-3").orThrow().stored().aggregate().exchanges().getLast().toPay())
                .as("as it was bought").isEqualTo(cny("40.00"));
        asksForNothing(id);
        assertThat(exchange(id, "LONG-COAT", "x-4").orThrow().stored().aggregate().exchanges().getLast().toPay())
                .as("and away again").isEqualTo(cny("100.00"));
    }

    @Test
    @DisplayName("O9 O10 while a refund may still give units back the line is not exchanged; once it is made, what is left is, to the cent")
    void waitsForTheRefundOfAPart() {
        desk.withOnTheShelf("A", "100.00", 9).withOnTheShelf("MORE", "150.00", 9);
        OfferFixtures.made(desk.offers.store(), "twenty", OfferFixtures.terms("twenty",
                OfferFixtures.off("200.00", "20.00"), false, Terms.Goods.ALL, null, null));
        var id = anApprovedOrder("k-1", new PlaceOrder.WantedLine("A", 3, false));
        decide(id,
                it -> it.reserveRefund("r-1", cny("93.33"), List.of(new LineAmount("1", 1, cny("93.33"))), cny("0.00")))
                .orThrow();
        assertThat(code(exchange(id, "MORE", "x-1"))).isEqualTo("line-in-refund");
        decide(id, it -> it.refundSucceeded("r-1")).orThrow();
        var order = exchange(id, "MORE", "x-2").orThrow().stored().aggregate();
        assertThat(order.exchanges().getLast().units()).isEqualTo(2);
        assertThat(order.exchanges().getLast().toPay()).as("two of 150 for two of 100, the discount stays")
                .isEqualTo(cny("100.00"));
        assertThat(desk.figures("MORE").allocated()).isEqualTo(2);
        decide(id, it -> it.receiveRequested(order.payment().openRequests().getFirst().requestId(), "N-2",
                new Tender("PAY-2", "sandbox", cny("100.00")), desk.clock.instant(), Duration.ZERO)).orThrow();
        decide(id, it -> it.reserveRefund("r-2", cny("143.33"), List.of(new LineAmount("1", 1, cny("143.33"))),
                cny("0.00"))).orThrow();
        decide(id, it -> it.refundSucceeded("r-2")).orThrow();
        assertThat(code(permit(id))).as("what is left out later is no unpaid difference").isEqualTo("accepted");
        assertThat(desk.order(id).lines().getFirst().toShip()).isEqualTo(1);
    }

    @Test
    @DisplayName("O10 O9a of two lines exchanged one after the other, a discount that goes or comes back counts once")
    void countsADiscountOnce() {
        desk.withOnTheShelf("A", "100.00", 9).withOnTheShelf("B", "100.00", 9).withOnTheShelf("HALF-A", "50.00", 9)
                .withOnTheShelf("HALF-B", "50.00", 9).withOnTheShelf("MORE", "150.00", 9);
        OfferFixtures.made(desk.offers.store(), "twenty", OfferFixtures.terms("twenty",
                OfferFixtures.off("200.00", "20.00"), false, Terms.Goods.ALL, null, null));

        var cheap = anApprovedOrder("k-1", "A", "B");
        exchange(cheap, "1", "HALF-A", "x-1").orThrow();
        exchange(cheap, "2", "HALF-B", "x-2").orThrow();
        assertThat(worth(cheap)).as("without any offer").containsExactly(cny("60.00"), cny("40.00"));
        var full = anApprovedOrder("k-2", "A", "B");
        exchange(full, "1", "HALF-A", "x-3").orThrow();
        exchange(full, "2", "MORE", "x-4").orThrow();
        assertThat(worth(full)).as("the threshold is reached again").containsExactly(cny("60.00"), cny("120.00"));
        asksForNothing(full);
        exchange(full, "1", "A", "x-5").orThrow();
        asksForNothing(full);
        exchange(full, "2", "B", "x-6").orThrow();
        assertThat(Money.sum("CNY", worth(full))).as("as it was bought").isEqualTo(cny("180.00"));
    }

    private void asksForNothing(String id) {
        decide(id, it -> it.withdrawPaymentRequest(it.payment().openRequests().getFirst().requestId())).orThrow();
    }

    private List<Money> worth(String id) {
        return desk.order(id).lines().stream().map(desk.order(id)::worth).toList();
    }

    @Test
    @DisplayName("O10 O9a an article that is not sold where the order goes is refused")
    void isSoldThere() {
        var id = anApprovedOrder("k-1");
        listedAnew("JACKET", "859.00", List.of("DE"));
        assertThat(code(exchange(id, "JACKET", "x-1"))).isEqualTo("not-sold-there");
    }

    @Test
    @DisplayName("O10 O9 what is not there is not promised: the line, its stock and its money stay as they were")
    void staysAsItWas() {
        var other = anApprovedOrder("k-1");
        exchange(other, "JACKET", "x-1").orThrow();
        var id = anApprovedOrder("k-2");
        var refused = exchange(id, "JACKET", "x-2");
        assertThat(code(refused)).isEqualTo("stock-short");
        assertThat(((Outcome.Rejected<Order>) refused).rejection().facts())
                .isEqualTo(Map.of("sku", "JACKET", "wanted", 1, "available", 0));
        assertThat(code(exchange(id, "JACKET", "x-2"))).as("a repeat hears the same").isEqualTo("stock-short");
        assertThat(desk.order(id).lines().getFirst().sku()).isEqualTo("COAT");
        assertThat(desk.order(id).exchanges()).extracting(it -> it.state()).containsExactly(ExchangeState.REFUSED);
        assertThat(desk.figures("COAT").allocated()).isEqualTo(1);
        assertThat(code(permit(id))).isEqualTo("accepted");
        assertThat(code(exchange(id, "LONG-COAT", "x-3"))).isEqualTo("in-fulfilment");
    }

    @Test
    @DisplayName("O10 O9 killed after any write, the deadline finishes it: the stock of one article, one difference")
    void survivesAKillAfterEveryWrite() {
        for (int writes = 0; writes < 16; writes++) {
            var key = "k-" + writes;
            desk.withOnTheShelf("SPARE-" + writes, "899.00", 1);
            var id = anApprovedOrder(key);
            life.endsAfter(writes);
            try {
                exchange(id, "SPARE-" + writes, "x-" + writes);
            } catch (MortalStore.Killed e) {
                // and is started again
            }
            life.goesOn();
            assertThat(code(permit(id))).as("nothing prints half exchanged, after " + writes)
                    .isIn("exchange-open", "accepted");
            exchange(id, "SPARE-" + writes, "x-" + writes);
            desk.reservations.allocate(id); // what the next event of the order does
            var sku = desk.order(id).lines().getFirst().sku();
            assertThat(sku).as("after %d writes", writes).isEqualTo(writes == 0 ? "COAT" : "SPARE-" + writes);
            assertThat(desk.reservations.of(id).orElseThrow().lines()).extracting(line -> line.sku())
                    .containsExactlyInAnyOrder(sku, "SCARF");
            assertThat(desk.figures("SPARE-" + writes).allocated()).isEqualTo(writes == 0 ? 0 : 1);
            desk.reservations.release(id, "cancelled");
            assertThat(desk.figures("COAT").available()).as("after %d writes", writes).isEqualTo(3);
            assertThat(desk.figures("SPARE-" + writes).available()).isEqualTo(1);
            assertThat(desk.figures("SCARF").available()).isEqualTo(5);
        }
    }

    @Test
    @DisplayName("O10 O9 killed after any write, then cancelled: whoever finishes it gives all goods back")
    void givesBackWhatWasClaimed() {
        for (int writes = 1; writes < 16; writes++) {
            desk.withOnTheShelf("SPARE-" + writes, "899.00", 1);
            var id = anApprovedOrder("k-" + writes);
            life.endsAfter(writes);
            try {
                exchange(id, "SPARE-" + writes, "x-" + writes);
            } catch (MortalStore.Killed e) {
                // and is started again
            }
            life.goesOn();
            decide(id, order -> order.cancel("buyer-request")).orThrow();
            desk.reservations.release(id, "cancelled");
            exchanging().finish(id, desk.clock.instant());
            assertThat(desk.figures("SPARE-" + writes).available()).as("after %d writes", writes).isEqualTo(1);
            assertThat(desk.figures("COAT").available()).as("after %d writes", writes).isEqualTo(3);
            assertThat(desk.figures("SCARF").available()).isEqualTo(5);
        }
    }

    @Test
    @DisplayName("O10 O9 two at once: one exchange, and the stock of one")
    void twoAtOnce() throws Exception {
        var id = anApprovedOrder("k-1");
        var presses = List.<Callable<Outcome<Order>>>of(() -> exchange(id, "LONG-COAT", "x-1"),
                () -> exchange(id, "LONG-COAT", "x-1"), () -> exchange(id, "JACKET", "x-2"));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(presses))
                answer.get();
        }
        var sku = desk.order(id).lines().getFirst().sku();
        assertThat(desk.reservations.of(id).orElseThrow().state()).isEqualTo(ReservationState.ALLOCATED);
        assertThat(desk.reservations.of(id).orElseThrow().lines()).extracting(line -> line.sku())
                .containsExactlyInAnyOrder(sku, "SCARF");
        desk.reservations.release(id, "cancelled");
        assertThat(desk.figures("LONG-COAT").available()).isEqualTo(2);
        assertThat(desk.figures("JACKET").available()).isEqualTo(1);
        assertThat(desk.figures("COAT").available()).isEqualTo(3);
    }

    @Test
    @DisplayName("O8 O10 of two auditors at one line the second hears who was first, and no other line's goods are touched")
    void theSecondHearsWho() {
        var id = anApprovedOrder("k-1", "COAT", "COAT");
        var seen = desk.order(id);
        exchange(seen, "1", "COAT", "JACKET", "mei", "x-1").orThrow();
        for (var late : List.of(exchange(seen, "1", null, "LONG-COAT", "an", "x-2"),
                exchange(desk.order(id), "1", "COAT", "LONG-COAT", "an", "x-3"))) {
            assertThat(code(late)).isEqualTo("already-decided");
            assertThat(((Outcome.Rejected<Order>) late).rejection().facts()).containsEntry("who", "mei");
        }
        assertThat(desk.order(id).lines()).extracting(line -> line.sku()).containsExactly("JACKET", "COAT");
        assertThat(desk.reservations.of(id).orElseThrow().lines()).extracting(line -> line.sku())
                .containsExactlyInAnyOrder("JACKET", "COAT");
        assertThat(code(exchange(seen, "1", "COAT", "JACKET", "mei", "x-1"))).as("a repeat").isEqualTo("accepted");
        assertThat(code(exchange(desk.order(id), "2", "SCARF", "LONG-COAT", "an", "x-4"))).isEqualTo("sku-unknown");
        assertThat(code(exchange(desk.order(id), "1", "JACKET", "COAT", "an", "x-5"))).isEqualTo("accepted");
    }

    @Test
    @DisplayName("O10 O14 the rest of a split order: killed after any write, its line is swapped, and what has left is taken off once")
    void exchangesTheRest() {
        for (int writes = 0; writes < 16; writes++) {
            desk.withOnTheShelf("HAT-" + writes, "263.00", 3);
            var hat = "HAT-" + writes;
            var id = anApprovedOrder("k-" + writes, hat, "SCARF");
            partLeaves(id, hat);
            life.endsAfter(writes);
            try {
                exchange(id, "2", hat, "x-" + writes); // the very article of which one has left
            } catch (MortalStore.Killed e) {
                // and is started again
            }
            life.goesOn();
            assertThat(code(exchange(id, "2", hat, "x-" + writes))).isEqualTo("accepted");
            exchanging().finish(id, desk.clock.instant());
            assertThat(desk.figures(hat)).as("after %d writes", writes).isEqualTo(new StockFigures(2, 1, 0, 1, 0));
            assertThat(desk.figures("SCARF").available()).as("after %d writes", writes).isEqualTo(5);

            desk.reservations.ship(id, "parcel-2", Map.of(hat, 1), true);
            desk.reservations.ship(id, "parcel-1", Map.of(hat, 1), false); // told again
            assertThat(desk.figures(hat)).as("after %d writes", writes).isEqualTo(new StockFigures(1, 1, 0, 0, 0));
            assertThat(desk.reservations.of(id).orElseThrow().state()).isEqualTo(ReservationState.SHIPPED);
        }
    }

    @Test
    @DisplayName("O9 O10 one of two lines of an article has left, the other becomes another: nothing of it stays held")
    void freesWhatIsExchangedAway() {
        var id = anApprovedOrder("k-1", "SCARF", "SCARF");
        partLeaves(id, "SCARF");
        exchange(id, "2", "COAT", "x-1").orThrow();
        assertThat(desk.figures("SCARF")).isEqualTo(new StockFigures(4, 4, 0, 0, 0));
        assertThat(desk.figures("COAT").allocated()).isEqualTo(1);
    }

    @Test
    @DisplayName("O10 O14 what has left is not exchanged, nor the rest once it may be printed")
    void leavesWhatHasLeft() {
        var id = anApprovedOrder("k-1");
        partLeaves(id, "COAT");
        assertThat(code(exchange(id, "1", "LONG-COAT", "x-1"))).isEqualTo("line-in-refund");
        decide(id, order -> order.permit("parcel-2")).orThrow();
        assertThat(code(exchange(id, "2", "LONG-COAT", "x-2"))).isEqualTo("in-fulfilment");

        var half = anApprovedOrder("k-2", new PlaceOrder.WantedLine("SCARF", 2, false));
        partLeaves(half, "SCARF");
        assertThat(code(exchange(half, "1", "LONG-COAT", "x-3"))).as("half of it has left").isEqualTo("line-in-refund");
    }

    /** The first line is on its way, the second waits. */
    private void partLeaves(String id, String sku) {
        var first = desk.order(id).lines().getFirst().of(1);
        decide(id,
                order -> order.split(List.of(first), OrderFixtures.AN, "ship-part-first", null, desk.clock.instant()))
                .orThrow();
        permit(id).orThrow();
        decide(id, order -> order.shipped("parcel-1", OrderFixtures.SF, List.of(first), desk.clock.instant()))
                .orThrow();
        desk.reservations.ship(id, "parcel-1", Map.of(sku, 1), false);
    }

    private void listedAnew(String sku, String price, List<String> markets) {
        var page = new Sku.Page(sku, sku, "apparel", cny(price), 500, ReturnTerms.ordinary(), true, null, markets,
                Map.of(), List.of(), null);
        desk.skus.decide(Sku.id(StockFixtures.SHOP, sku), CommandContext.bySystem("list"),
                there -> Decision.accept(new Sku(StockFixtures.SHOP, sku, 2, page))).orThrow();
    }

    private Outcome<Order> exchange(String id, String sku, String key) {
        return exchange(id, "1", sku, key);
    }

    private Outcome<Order> exchange(String id, String line, String sku, String key) {
        return exchange(desk.order(id), line, null, sku, "mei", key);
    }

    private Outcome<Order> exchange(Order seen, String line, @Nullable String from, String sku, String who,
            String key) {
        return exchanging().handle(seen, line, from, sku, "buyer-agreed",
                CommandContext.keyed(Actor.staff(who), "exchange", key, sku));
    }

    private ExchangeLine exchanging() {
        var stocks = new MortalStore<>(desk.stocks, life);
        var reservations = new MortalStore<>(desk.reservationStore, life);
        var swap = new SwapStock(reservations, stocks, new SettleReservation(reservations, stocks, desk.clock),
                desk.clock);
        return new ExchangeLine(new MortalStore<>(desk.orders, life), desk.catalogue, desk.prices, swap,
                new ChangeSettings(Duration.ofHours(24)), desk.clock);
    }

    /** A coat and a scarf, paid and approved, its stock promised for good. */
    private String anApprovedOrder(String key) {
        return anApprovedOrder(key, "COAT", "SCARF");
    }

    private String anApprovedOrder(String key, String one, String other) {
        return anApprovedOrder(key, new PlaceOrder.WantedLine(one, 1, false), new PlaceOrder.WantedLine(other, 1,
                false));
    }

    private String anApprovedOrder(String key, PlaceOrder.WantedLine... lines) {
        var placed = desk.place
                .handle(new PlaceOrder.Command(LIN, "shop", List.of(lines), anAddress(), null, null, null, null),
                        SalesDesk.request("lin", key, "b"))
                .orThrow().stored();
        desk.reservations.bind(placed.id());
        decide(placed.id(), order -> order.receivePayment("N-" + key, new Tender("PAY-" + key, "sandbox",
                order.sale().total()), desk.clock.instant(), Duration.ZERO)).orThrow();
        decide(placed.id(), order -> order.audited("nuanyang-1", List.of(), List.of(), desk.clock.instant())).orThrow();
        desk.reservations.allocate(placed.id());
        return placed.id();
    }

    private Outcome<Order> permit(String id) {
        return decide(id, order -> order.permit("parcel-1"));
    }

    private Outcome<Order> decide(String id,
            java.util.function.Function<Order, Decision<Order>> question) {
        return desk.orders.decide(id, CommandContext.bySystem("test"), question);
    }

    private static String code(Outcome<Order> outcome) {
        return outcome instanceof Outcome.Rejected<Order>(var why) ? why.code() : "accepted";
    }
}
