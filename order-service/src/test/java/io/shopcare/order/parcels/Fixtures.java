package io.shopcare.order.parcels;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import io.shopcare.order.SampleOrders;
import io.shopcare.order.logistics.TrackingState;
import io.shopcare.order.orders.Order;
import io.shopcare.order.trade.ActorRef;
import io.shopcare.order.trade.Buyer;
import io.shopcare.order.trade.Destination;
import io.shopcare.order.trade.LineQuantity;
import io.shopcare.order.trade.Promise;
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
            case RETURNED -> next(aParcelAt(ParcelStage.SHIPPED).scanned(Scans.scan(TrackingState.RETURN_SIGNED, null,
                    NOW.plusSeconds(90_000)), NOW.plusSeconds(90_000)));
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
        return SampleOrders.anApprovedOrder(orderId, promises);
    }

    static Money cny(String amount) {
        return Money.of(amount, "CNY");
    }

}
