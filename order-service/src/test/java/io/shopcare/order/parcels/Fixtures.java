package io.shopcare.order.parcels;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import io.shopcare.order.orders.LineProgress;
import io.shopcare.order.orders.Order;
import io.shopcare.order.orders.OrderLine;
import io.shopcare.order.orders.Sale;
import io.shopcare.order.trade.ActorRef;
import io.shopcare.order.trade.Address;
import io.shopcare.order.trade.Buyer;
import io.shopcare.order.trade.Destination;
import io.shopcare.order.trade.LineQuantity;
import io.shopcare.order.trade.ProductSnapshot;
import io.shopcare.order.trade.Promise;
import io.shopcare.order.trade.ReturnTerms;
import io.shopcare.order.trade.Tender;
import io.shopcare.order.trade.Waybill;
import io.shopcare.platform.money.Money;
import io.shopcare.platform.store.Decision;

/** Vocabulary of the tests. */
final class Fixtures {
    static final Instant NOW = Instant.parse("2026-11-10T02:00:00Z");
    static final Buyer LIN = new Buyer("nuanyang", "web", "lin");
    static final Waybill SF = new Waybill("shunfeng", "SF1040022817365");
    static final Packaging BOX = new Packaging("box", 230);
    static final Packaging GIFT_BOX = new Packaging("gift-box-l", 480);
    static final Worker WEI = new Worker("wei", Set.of("waybill-clerk"));
    static final Worker PEI = new Worker("pei", Set.of("picker"));
    static final Worker JIAN = new Worker("jian", Set.of("inspector"));
    static final Worker BAO = new Worker("bao", Set.of("packer"));
    static final Worker CHENG = new Worker("cheng", Set.of("weigher"));
    static final Worker KU = new Worker("ku", Set.of("store-keeper"));
    static final List<ScannedUnit> COAT_AND_SCARF = List.of(new ScannedUnit("COAT-WOOL-GREY-L", 1),
            new ScannedUnit("SCARF-CASHMERE-GREY", 1));

    private Fixtures() {}

    static Parcel aParcel() {
        return Parcel.of("parcel-1", LIN, "main", new Destination("CN", "330106"),
                List.of(new PackedOrder("order-1", List.of(new LineQuantity("1", "COAT-WOOL-GREY-L", 1),
                        new LineQuantity("2", "SCARF-CASHMERE-GREY", 1)), 1800, 0)),
                BOX, NOW).aggregate();
    }

    /** A parcel that came to this stage in the ordinary way, except for the ends aside. */
    static Parcel aParcelAt(ParcelStage stage) {
        return switch (stage) {
            case CREATED -> aParcel();
            case PRINTED -> next(aParcel().print(WEI, SF, NOW));
            case PICKED -> next(aParcelAt(ParcelStage.PRINTED).pick(PEI, NOW));
            case STOPPED -> next(aParcelAt(ParcelStage.PICKED).inspect(JIAN,
                    List.of(new ScannedUnit("COAT-WOOL-BLUE-L", 1), new ScannedUnit("SCARF-CASHMERE-GREY", 1)),
                    Set.of(), Set.of(), false, NOW));
            case INSPECTED ->
                next(aParcelAt(ParcelStage.PICKED).inspect(JIAN, COAT_AND_SCARF, Set.of(), Set.of(), false,
                        NOW));
            case PACKED -> next(aParcelAt(ParcelStage.INSPECTED).pack(BAO, BOX, NOW));
            case WEIGHED -> next(aParcelAt(ParcelStage.PACKED).weigh(CHENG, 2065, NOW));
            case SHIPPED -> next(aParcelAt(ParcelStage.WEIGHED).handOver(KU, NOW));
            case DELIVERED -> next(aParcelAt(ParcelStage.SHIPPED).scanned(Scans.signed("301", NOW.plusSeconds(90_000)),
                    NOW.plusSeconds(90_000)));
            case WITHDRAWN -> next(aParcel().withoutOrder("order-1", NOW));
        };
    }

    static Parcel next(Decision<Parcel> decision) {
        return accepted(decision).aggregate();
    }

    static <A> Decision.Accepted<A> accepted(Decision<A> decision) {
        return switch (decision) {
            case Decision.Accepted<A> accepted -> accepted;
            case Decision.Rejected<A>(var why) -> throw new AssertionError("refused: " + why);
        };
    }

    static String refusal(Decision<?> decision) {
        return decision instanceof Decision.Rejected<?>(var why) ? why.code() : "accepted";
    }

    static Promise giftBox() {
        return new Promise("promise-gift-box", "packaging", "用礼盒包装", null, null, null, "conversation-1", 4L,
                new ActorRef("staff", "mei"));
    }

    static Promise shipsToday() {
        return new Promise("promise-ship-by", "ship-by", "今天发货", Instant.parse("2026-11-10T16:00:00Z"), null, null,
                "conversation-1", 5L, new ActorRef("staff", "mei"));
    }

    static Order anApprovedOrder(String orderId, Promise... promises) {
        var coat = new OrderLine("1", "COAT-WOOL-GREY-L", 1, cny("899.00"), cny("44.95"), cny("854.05"), 1600,
                page("coat-wool", "羊毛大衣 灰色 L"), NOTHING_YET);
        var scarf = new OrderLine("2", "SCARF-CASHMERE-GREY", 1, cny("263.00"), cny("13.15"), cny("249.85"), 200,
                page("scarf-cashmere", "羊绒围巾 灰色"), NOTHING_YET);
        var sale = new Sale("nuanyang", "NY20261110-0017", LIN, "shop",
                new Address("CN", "330106", "浙江省", "杭州市", "西湖区", "文新街道", "文三路 138 号", "林**", "13800000000",
                        "lin@example.com"),
                null, cny("1162.00"), List.of(new Sale.Discount("quote", "quote-1", cny("58.10"))), cny("0.00"),
                cny("1103.90"), NOW, NOW.plusSeconds(86_400), "conversation-1", null, "zh-CN");
        Order placed = Order.place(orderId, sale, List.of(coat, scarf), List.of(promises)).aggregate();
        Order paid = accepted(
                placed.receivePayment("N-1", new Tender("PAY-1", "sandbox", cny("1103.90")), NOW, Duration.ZERO))
                .aggregate();
        return accepted(paid.audited("nuanyang-1", List.of(), List.of(), NOW)).aggregate();
    }

    private static final LineProgress NOTHING_YET = new LineProgress(0, 0, 0, 0, 0, 0, 0);

    private static ProductSnapshot page(String productId, String title) {
        return new ProductSnapshot(productId, 3, title, "apparel", ReturnTerms.ordinary());
    }

    static Money cny(String amount) {
        return Money.of(amount, "CNY");
    }

}
