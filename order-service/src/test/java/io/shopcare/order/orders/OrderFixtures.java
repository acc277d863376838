package io.shopcare.order.orders;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.shopcare.order.trade.ActorRef;
import io.shopcare.order.trade.Address;
import io.shopcare.order.trade.Buyer;
import io.shopcare.order.trade.Invoice;
import io.shopcare.order.trade.LineQuantity;
import io.shopcare.order.trade.ProductSnapshot;
import io.shopcare.order.trade.Promise;
import io.shopcare.order.trade.ReceiptTerms;
import io.shopcare.order.trade.ReturnTerms;
import io.shopcare.order.trade.Tender;
import io.shopcare.order.trade.Waybill;
import io.shopcare.platform.money.Money;
import io.shopcare.platform.store.Decision;

/** Vocabulary of the tests about orders: Lin's coat and scarf for 1,103.90 CNY, as in the story. */
public final class OrderFixtures {
    public static final Instant NOW = Instant.parse("2026-11-10T02:00:00Z");
    public static final Instant PAY_BY = NOW.plus(Duration.ofHours(24));
    public static final Buyer LIN = new Buyer("nuanyang", "web", "lin");
    public static final ActorRef AN = new ActorRef("staff", "an");
    public static final ActorRef HAI = new ActorRef("staff", "hai");
    public static final Waybill SF = new Waybill("shunfeng", "SF1040022817365");
    public static final LineQuantity COAT = new LineQuantity("1", "COAT", 1);
    public static final LineQuantity SCARVES = new LineQuantity("2", "SCARF", 2);

    public static final ReceiptTerms OWN_SHOP = new ReceiptTerms("own-shop", ReceiptTerms.Start.DELIVERED,
            Duration.ofDays(7), Duration.ofDays(3), true, Duration.ofHours(24));
    public static final ReceiptTerms TAOBAO = new ReceiptTerms("taobao-default", ReceiptTerms.Start.SHIPPED,
            Duration.ofDays(10), Duration.ofDays(3), true, Duration.ofHours(24));

    private OrderFixtures() {}

    public static Money cny(String amount) {
        return Money.of(amount, "CNY");
    }

    /** For a company. */
    public static Invoice anInvoice(@Nullable String taxNumber) {
        return new Invoice(Invoice.Kind.COMPANY, "杭州暖阳服饰有限公司", taxNumber);
    }

    public static Address anAddress() {
        return new Address("CN", "330106", "浙江省", "杭州市", "西湖区", "文三路", "99 号 2 栋 301", "林小雨", "13812345678",
                "lin@example.com");
    }

    public static Sale aSale(Address address) {
        return new Sale("nuanyang", "NY20261110-000017", LIN, "shop", address, null, cny("1162.00"),
                List.of(new Sale.Discount("quote", "Q-1", cny("58.10"))), cny("0.00"), cny("1103.90"), NOW, PAY_BY,
                "conversation-1", null, "zh-CN", OWN_SHOP);
    }

    /** One coat for 854.05 and two scarves for 249.85 together. */
    public static List<OrderLine> lines() {
        return List.of(line("1", "COAT", 1, "899.00", "44.95"), line("2", "SCARF", 2, "131.50", "13.15"));
    }

    public static OrderLine line(String lineId, String sku, int quantity, String price, String discount) {
        return new OrderLine(lineId, sku, quantity, cny(price), cny(discount),
                cny(price).times(quantity).minus(cny(discount)), 500,
                new ProductSnapshot(sku, 1, sku, "apparel", ReturnTerms.ordinary()), LineProgress.NONE);
    }

    public static Order aPlacedOrder(Promise... promises) {
        return Order.place("order-1", aSale(anAddress()), lines(), List.of(promises)).aggregate();
    }

    /** One more like it, under another id. */
    public static Decision<Order> aPlacedOrder(String orderId) {
        return Order.place(orderId, aSale(anAddress()), lines(), List.of());
    }

    /** As a platform sold it: paid, one line, whatever the SKU. */
    public static Order anImportedOrder(String orderId, String sku, int quantity) {
        var line = line("1", sku, quantity, "10.00", "0.00");
        var sale = new Sale("nuanyang", "NY-" + orderId, LIN, "import", anAddress(), null, line.amount(), List.of(),
                cny("0.00"), line.amount(), NOW, null, null, new Sale.PlatformOrder("taobao", orderId), "zh-CN",
                TAOBAO);
        return next(pay(Order.place(orderId, sale, List.of(line), List.of()).aggregate(), "taobao-" + orderId,
                "taobao-" + orderId, line.amount().text()));
    }

    public static Order aPaidOrder(Promise... promises) {
        return next(pay(aPlacedOrder(promises), "N-1", "PAY-1", "1103.90"));
    }

    /** Held by the audit for its promise. */
    public static Order aHeldOrder() {
        return next(aPaidOrder(aGiftBox()).audited("nuanyang-1", List.of(), List.of(aHold("hold-1", "auditor")), NOW));
    }

    public static Question aQuestion(String to, String about) {
        return Question.of("question-1", to, about, null, AN, NOW, NOW.plus(Duration.ofHours(2)));
    }

    /** Held, and the buyer is asked for the address. */
    public static Order anAskedOrder() {
        return next(aHeldOrder().ask(aQuestion("buyer", "address")));
    }

    public static Address anotherAddress() {
        return new Address("CN", "330106", "浙江省", "杭州市", "西湖区", "天目山路", "12 号", "林小雨", "13812345678",
                "lin@example.com");
    }

    /** Approved; the scarves wait. */
    public static Order aSplitOrder() {
        return next(anApprovedOrder().split(List.of(COAT), AN, "ship-part-first", null, NOW));
    }

    /** The coat is to become another one. */
    public static Exchange anExchange(String worth) {
        return anExchange(worth, 1);
    }

    /** The first line of any order is to become another article of the same worth. */
    public static Exchange anExchange(Order order, String sku) {
        var line = order.lines().getFirst();
        return Exchange.asked("exchange-1", line, sku, line.product(), line.unitGrams(), line.unitPrice(),
                line.amount(), AN, NOW, "buyer-agreed", NOW.plus(Duration.ofHours(24)));
    }

    static Exchange anExchange(String worth, int units) {
        return new Exchange("exchange-1", "1", "COAT", lines().getFirst().product(), "LONG-COAT", units,
                new ProductSnapshot("LONG-COAT", 1, "LONG-COAT",
                        "apparel", ReturnTerms.ordinary()),
                700, cny(worth), AN, NOW, "buyer-agreed",
                NOW.plus(Duration.ofHours(24)), ExchangeState.ASKED, null, null, null, null, cny(worth));
    }

    public static Order anOrderInExchange() {
        return next(anApprovedOrder().askExchange(anExchange("914.05")));
    }

    /** Another approved order of the same buyer, to the same address. */
    public static Order aHost() {
        var paid = next(pay(Order.place("order-0", aSale(anAddress()), lines(), List.of()).aggregate(), "N-0", "PAY-0",
                "1103.90"));
        return next(paid.audited("nuanyang-1", List.of(), List.of(), NOW));
    }

    public static Order anApprovedOrder(Promise... promises) {
        return next(aPaidOrder(promises).audited("nuanyang-1", List.of(), List.of(), NOW));
    }

    public static Order aPermittedOrder(Promise... promises) {
        return next(anApprovedOrder(promises).permit("parcel-1"));
    }

    public static Order aPartlyShippedOrder(Promise... promises) {
        return next(aPermittedOrder(promises).shipped("parcel-1", SF, List.of(COAT), NOW));
    }

    public static Order aShippedOrder(Promise... promises) {
        return next(aPermittedOrder(promises).shipped("parcel-1", SF, List.of(COAT, SCARVES), NOW));
    }

    /** With 10.00 of freight. */
    public static Order aShippedOrderWithFreight(String orderId) {
        var sale = new Sale("nuanyang", "NY20261110-000018", LIN, "shop", anAddress(), null, cny("1162.00"),
                List.of(new Sale.Discount("quote", "Q-1", cny("58.10"))), cny("10.00"), cny("1113.90"), NOW, PAY_BY,
                null, null, "zh-CN", OWN_SHOP);
        var paid = next(pay(Order.place(orderId, sale, lines(), List.of()).aggregate(), "N-2", "PAY-2", "1113.90"));
        var approved = next(paid.audited("nuanyang-1", List.of(), List.of(), NOW));
        return next(next(approved.permit("parcel-1")).shipped("parcel-1", SF, List.of(COAT, SCARVES), NOW));
    }

    /** On its way back to us. */
    public static Order aStoppedOrder() {
        return next(aShippedOrder().parcelStopped("parcel-1", NOW));
    }

    public static Order aDeliveredOrder(Promise... promises) {
        return next(aShippedOrder(promises).delivered("parcel-1", "in-person", NOW, NOW));
    }

    public static Order aReceivedOrder() {
        return next(aDeliveredOrder().receive(NOW, "buyer-confirmed"));
    }

    public static Order aCompletedOrder() {
        return next(aReceivedOrder().complete(NOW, "deadline"));
    }

    public static Order aCancelledOrder() {
        return next(aPlacedOrder().cancel("buyer-request"));
    }

    /** The coat became a dearer one: 60.00 more, within a day. */
    public static PaymentRequest aPaymentRequest() {
        return PaymentRequest.of("q-1", cny("60.00"), PaymentReason.EXCHANGE_DIFFERENCE, "1", null, AN, NOW,
                NOW.plus(Duration.ofHours(24)));
    }

    public static Order anOrderWithARequest() {
        return next(anApprovedOrder().requestPayment(aPaymentRequest()));
    }

    public static Promise aGiftBox() {
        return aPromise("promise-1", "packaging", null);
    }

    public static Promise shipsBy(Instant due) {
        return aPromise("promise-2", "ship-by", due);
    }

    public static Promise aPromise(String id, String kind, @Nullable Instant due) {
        return new Promise(id, kind, "用礼盒包装", due, null, null, "conversation-1", 4L, new ActorRef("staff", "mei"));
    }

    public static Hold aHold(String id, String owner) {
        return Hold.of(id, "promise-needs-a-look", List.of(), owner, NOW.plus(Duration.ofHours(2)), null,
                ActorRef.system("audit"), NOW);
    }

    public static Decision<Order> pay(Order order, String receiptNo, String paymentNo, String amount) {
        return order.receivePayment(receiptNo, new Tender(paymentNo, "sandbox", cny(amount)), NOW, Duration.ZERO);
    }

    public static Order next(Decision<Order> decision) {
        return accepted(decision).aggregate();
    }

    public static Decision.Accepted<Order> accepted(Decision<Order> decision) {
        return switch (decision) {
            case Decision.Accepted<Order> accepted -> accepted;
            case Decision.Rejected<Order>(var why) -> throw new AssertionError("refused: " + why);
        };
    }

    /** Reason code of a refusal. */
    public static String refused(Decision<Order> decision) {
        return switch (decision) {
            case Decision.Accepted<Order> accepted -> throw new AssertionError("accepted: " + accepted.events());
            case Decision.Rejected<Order>(var why) -> why.code();
        };
    }

    /** The one event of this kind that a decision brings. */
    public static <E> E event(Decision<Order> decision, Class<E> type) {
        var found = accepted(decision).events().stream().filter(type::isInstance).map(type::cast).toList();
        if (found.size() != 1)
            throw new AssertionError(found.size() + " of " + type.getSimpleName() + " in " + decision);
        return found.getFirst();
    }
}
