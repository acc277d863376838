package io.shopcare.order.orders;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.shopcare.order.catalogue.Catalogue;
import io.shopcare.order.trade.Address;
import io.shopcare.order.trade.Buyer;
import io.shopcare.order.trade.ProductSnapshot;
import io.shopcare.order.trade.ReturnTerms;
import io.shopcare.order.trade.Shops;
import io.shopcare.order.trade.Tender;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.ids.Ids;
import io.shopcare.platform.money.Money;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.Decision;
import io.shopcare.platform.store.Outcome;

/**
 * Takes in an order that a platform sold: one per shop, platform and number, whatever is imported again. What the
 * catalogue does not know is taken as it came, for the audit to hold; stock is asked for by the audit.
 */
@Component
public class ImportOrder {
    private final AggregateStore<Order> orders;
    private final Catalogue catalogue;
    private final OrderNumbers numbers;
    private final Shops shops;
    private final Clock clock;

    public ImportOrder(AggregateStore<Order> orders, Catalogue catalogue, OrderNumbers numbers, Shops shops,
            Clock clock) {
        this.orders = orders;
        this.catalogue = catalogue;
        this.numbers = numbers;
        this.shops = shops;
        this.clock = clock;
    }

    /**
     * A line as the platform tells of it.
     *
     * @param title    for SKUs that the catalogue does not know
     * @param discount of the whole line
     */
    public record ImportedLine(String sku, String title, int quantity, Money unitPrice, Money discount) {}

    /**
     * @param paid  what the platform collected, under its own number; null when it is not paid yet
     * @param payBy until when the platform waits for payment; null when it came in paid
     */
    public record Command(Buyer buyer, Sale.PlatformOrder platformOrder, List<ImportedLine> lines, Address address,
            @Nullable String remark, Money freight, Instant placedAt, @Nullable Tender paid,
            @Nullable Instant payBy) {}

    /** The id that an imported order has, before and after it was imported. */
    public static String idOf(String shop, Sale.PlatformOrder platformOrder) {
        return Ids.derived("platform-order", shop, platformOrder.platform(), platformOrder.number());
    }

    /** The order; {@code already-exists} when it was imported before. */
    public Outcome<Order> handle(Command command, Duration auditDelay, CommandContext context) {
        var shop = command.buyer().shop();
        var orderId = idOf(shop, command.platformOrder());
        var lines = new ArrayList<OrderLine>();
        for (var line : command.lines())
            lines.add(line(shop, Integer.toString(lines.size() + 1), line));
        return orders.create(orderId, context, () -> paid(
                Order.place(orderId, sale(orderId, command), lines, List.of()), command.paid(), auditDelay));
    }

    private Decision<Order> paid(Decision.Accepted<Order> placed, @Nullable Tender tender, Duration auditDelay) {
        if (tender == null)
            return placed;
        var paid = placed.aggregate().receivePayment(tender.paymentNo(), tender, clock.instant(), auditDelay);
        return switch (paid) {
            case Decision.Rejected<Order> rejected -> rejected;
            case Decision.Accepted<Order> accepted -> {
                var events = new ArrayList<>(placed.events());
                events.addAll(accepted.events());
                yield new Decision.Accepted<>(accepted.aggregate(), events, List.of(), Map.of());
            }
        };
    }

    private Sale sale(String orderId, Command command) {
        var shop = command.buyer().shop();
        var currency = command.freight().currency();
        var goods = Money.sum(currency,
                command.lines().stream().map(line -> line.unitPrice().times(line.quantity())).toList());
        var discount = Money.sum(currency, command.lines().stream().map(ImportedLine::discount).toList());
        var discounts = discount.isZero()
                ? List.<Sale.Discount>of()
                : List.of(new Sale.Discount("offer", null, discount));
        return new Sale(shop, numbers.of(shop, orderId, command.placedAt()), command.buyer(), "import",
                command.address(), command.remark(), goods, discounts, command.freight(),
                goods.minus(discount).plus(command.freight()), command.placedAt(), command.payBy(), null,
                command.platformOrder(), shops.of(shop).language());
    }

    private OrderLine line(String shop, String lineId, ImportedLine line) {
        var known = catalogue.find(shop, line.sku());
        var product = known.map(sku -> sku.snapshot()).orElseGet(() -> new ProductSnapshot(line.sku(), 1,
                line.title(), "unknown", ReturnTerms.ordinary()));
        return new OrderLine(lineId, line.sku(), line.quantity(), line.unitPrice(), line.discount(),
                line.unitPrice().times(line.quantity()).minus(line.discount()),
                known.map(sku -> sku.page().grams()).orElse(0), product, LineProgress.NONE);
    }
}
