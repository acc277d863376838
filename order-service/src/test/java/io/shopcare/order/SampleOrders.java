package io.shopcare.order;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.shopcare.order.orders.LineProgress;
import io.shopcare.order.orders.Order;
import io.shopcare.order.orders.OrderFixtures;
import io.shopcare.order.orders.OrderLine;
import io.shopcare.order.orders.Sale;
import io.shopcare.order.trade.Address;
import io.shopcare.order.trade.Buyer;
import io.shopcare.order.trade.ProductSnapshot;
import io.shopcare.order.trade.Promise;
import io.shopcare.order.trade.ReturnTerms;
import io.shopcare.order.trade.Tender;
import io.shopcare.platform.money.Money;
import io.shopcare.platform.store.Decision;

/** Lin's coat and scarf, 1,103.90 CNY, for the features that come after the order. */
public final class SampleOrders {
    public static final Instant NOW = Instant.parse("2026-11-10T02:00:00Z");
    public static final Buyer LIN = new Buyer("nuanyang", "web", "lin");

    private SampleOrders() {}

    public static Order anApprovedOrder(String orderId, Promise... promises) {
        return accepted(aPaidOrder(orderId, promises).audited("nuanyang-1", List.of(), List.of(), NOW)).aggregate();
    }

    /** Held by the audit. */
    public static Order aHeldOrder(String orderId) {
        return accepted(aPaidOrder(orderId).audited("nuanyang-1", List.of(),
                List.of(OrderFixtures.aHold("hold-1", "auditor")), NOW)).aggregate();
    }

    private static Order aPaidOrder(String orderId, Promise... promises) {
        var coat = new OrderLine("1", "COAT-WOOL-GREY-L", 1, cny("899.00"), cny("44.95"), cny("854.05"), 1600,
                page("coat-wool", "羊毛大衣 灰色 L"), LineProgress.NONE);
        var scarf = new OrderLine("2", "SCARF-CASHMERE-GREY", 1, cny("263.00"), cny("13.15"), cny("249.85"), 200,
                page("scarf-cashmere", "羊绒围巾 灰色"), LineProgress.NONE);
        var sale = new Sale("nuanyang", "NY20261110-0017", LIN, "shop",
                new Address("CN", "330106", "浙江省", "杭州市", "西湖区", "文新街道", "文三路 138 号", "林**", "13800000000",
                        "lin@example.com"),
                null, cny("1162.00"), List.of(new Sale.Discount("quote", "quote-1", cny("58.10"))), cny("0.00"),
                cny("1103.90"), NOW, NOW.plusSeconds(86_400), "conversation-1", null, "zh-CN",
                OrderFixtures.OWN_SHOP);
        Order placed = Order.place(orderId, sale, List.of(coat, scarf), List.of(promises)).aggregate();
        return accepted(
                placed.receivePayment("PAY-1", new Tender("PAY-1", "sandbox", cny("1103.90")), NOW, Duration.ZERO))
                .aggregate();
    }

    private static ProductSnapshot page(String productId, String title) {
        return new ProductSnapshot(productId, 3, title, "apparel", ReturnTerms.ordinary());
    }

    private static Money cny(String amount) {
        return Money.of(amount, "CNY");
    }

    private static Decision.Accepted<Order> accepted(Decision<Order> decision) {
        return (Decision.Accepted<Order>) decision;
    }
}
