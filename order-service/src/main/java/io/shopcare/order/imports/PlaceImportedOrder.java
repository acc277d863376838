package io.shopcare.order.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.shopcare.order.catalogue.Catalogue;
import io.shopcare.order.orders.LineProgress;
import io.shopcare.order.orders.Order;
import io.shopcare.order.orders.OrderLine;
import io.shopcare.order.orders.OrderNumbers;
import io.shopcare.order.orders.Sale;
import io.shopcare.order.payments.AuditDelay;
import io.shopcare.order.trade.ActorRef;
import io.shopcare.order.trade.Buyer;
import io.shopcare.order.trade.Invoice;
import io.shopcare.order.trade.ProductSnapshot;
import io.shopcare.order.trade.ReturnTerms;
import io.shopcare.order.trade.SellerNote;
import io.shopcare.order.trade.Shops;
import io.shopcare.order.trade.Tender;
import io.shopcare.platform.commands.Actor;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.ids.Ids;
import io.shopcare.platform.money.Money;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.Decision;
import io.shopcare.platform.store.Outcome;

/**
 * Places an order that was paid on a platform, in one write, under an id that its number derives: one order per shop,
 * platform and number, whoever brings it how often. A SKU that the shop does not know is placed too; the audit holds it.
 */
@Component
final class PlaceImportedOrder {
    private static final Actor IMPORT = Actor.service("import");
    private static final int NOTE_LENGTH = 500;

    private final AggregateStore<Order> orders;
    private final Catalogue catalogue;
    private final OrderNumbers numbers;
    private final AuditDelay auditDelay;
    private final Shops shops;
    private final TakeNews news;

    PlaceImportedOrder(AggregateStore<Order> orders, Catalogue catalogue, OrderNumbers numbers, AuditDelay auditDelay,
            Shops shops, TakeNews news) {
        this.orders = orders;
        this.catalogue = catalogue;
        this.numbers = numbers;
        this.auditDelay = auditDelay;
        this.shops = shops;
        this.news = news;
    }

    /** What came of an order's rows. */
    enum Result {
        /** It is an order now. */
        PLACED,
        /** It was there before, with the same content. */
        REPEATED,
        /** It was there before, with other content. */
        DIFFERENT
    }

    /** @param whole whether these are all rows of the order; others may bring news of it */
    Result handle(OrderImport behind, List<SheetRow> rows, boolean whole) {
        var first = rows.getFirst();
        var orderId = idOf(behind, first.orderNo());
        var key = String.join("/", behind.importId(), first.orderNo(), Long.toString(first.record()));
        var context = CommandContext.keyed(IMPORT, "import-order", key, "");
        var lines = lines(behind.shop(), rows);
        return switch (orders.create(orderId, context, () -> placed(orderId, behind, rows, lines))) {
            case Outcome.Accepted<Order> accepted -> { // also when this very import was killed after it
                news.placed(accepted.stored().aggregate(), said(rows));
                yield Result.PLACED;
            }
            case Outcome.Rejected<Order> rejected -> known(
                    orders.find(orderId).orElseThrow().aggregate(), lines, rows, whole);
        };
    }

    /** The order of a platform has an id that follows from its number there. */
    static String idOf(OrderImport behind, String orderNo) {
        return Ids.derived("imported-order", behind.shop(), behind.platform(), orderNo);
    }

    /** Where it goes and what the buyer wrote may have changed there since; an auditor looks at it, once for each change. */
    private Result known(Order there, List<OrderLine> lines, List<SheetRow> rows, boolean whole) {
        news.paid(there, said(rows), whole);
        return !whole || news.isOf(there, bought(lines)) ? Result.REPEATED : Result.DIFFERENT;
    }

    private static LastTold.Said said(List<SheetRow> rows) {
        return new LastTold.Said(rows.getFirst().address(), remark(rows), first(rows, SheetRow::sellerRemark),
                first(rows, SheetRow::shipping));
    }

    private static @Nullable String remark(List<SheetRow> rows) {
        return first(rows, SheetRow::remark);
    }

    private static @Nullable String first(List<SheetRow> rows, Function<SheetRow, String> cell) {
        return rows.stream().map(cell).filter(words -> !words.isEmpty()).findFirst().orElse(null);
    }

    /** The sheet has a title alone. */
    private static @Nullable Invoice invoice(List<SheetRow> rows) {
        return rows.stream().map(SheetRow::invoiceTitle).filter(title -> !title.isEmpty()).findFirst()
                .map(title -> new Invoice(Invoice.Kind.UNSTATED, title, null)).orElse(null);
    }

    private Decision<Order> placed(String orderId, OrderImport behind, List<SheetRow> rows, List<OrderLine> lines) {
        var first = rows.getFirst();
        var sale = sale(orderId, behind, rows, lines);
        var placed = Order.place(orderId, sale, lines, List.of());
        var paid = Money.sum(sale.currency(), rows.stream().map(SheetRow::paid).toList());
        if (!paid.isPositive() && sale.total().isPositive())
            return placed; // what costs nothing is paid with nothing, as the platform says
        var tender = new Tender(new Sale.PlatformOrder(behind.platform(), first.orderNo()).paymentAtPlatform(),
                "alipay",
                paid);
        return placed.aggregate().receivePayment(tender.paymentNo(), tender, first.paidAt(),
                auditDelay.of(behind.shop())) instanceof Decision.Accepted<Order> received
                        ? new Decision.Accepted<>(received.aggregate(),
                                Stream.concat(placed.events().stream(), received.events().stream()).toList(),
                                received.riders(), received.answers())
                        : placed;
    }

    private Sale sale(String orderId, OrderImport behind, List<SheetRow> rows, List<OrderLine> lines) {
        var first = rows.getFirst();
        var shop = shops.of(behind.shop());
        var goods = Money.sum(shop.currency(),
                lines.stream().map(line -> line.unitPrice().times(line.quantity())).toList());
        var discount = Money.sum(shop.currency(), lines.stream().map(OrderLine::discount).toList());
        var freight = Money.sum(shop.currency(), rows.stream().map(SheetRow::freight).toList());
        var sale = new Sale(behind.shop(), numbers.of(behind.shop(), orderId, first.createdAt()),
                new Buyer(behind.shop(), behind.platform(), buyerId(behind, first)), "import", first.address(),
                remark(rows), goods,
                discount.isZero() ? List.of() : List.of(new Sale.Discount("adjustment", null, discount)), freight,
                goods.minus(discount).plus(freight), first.createdAt(), null, null,
                new Sale.PlatformOrder(behind.platform(), first.orderNo()), shop.language(),
                shop.receiptOf(behind.platform())).invoicedTo(invoice(rows));
        return noted(sale, rows);
    }

    /** What the shop's people wrote there, as far as there is room for it. */
    private static Sale noted(Sale sale, List<SheetRow> rows) {
        return rows.stream().map(SheetRow::sellerRemark).filter(words -> !words.isEmpty()).findFirst()
                .map(words -> sale.noted(new SellerNote(words.substring(0, Math.min(words.length(), NOTE_LENGTH)), null,
                        ActorRef.of(IMPORT), sale.placedAt())))
                .orElse(sale);
    }

    /** Opaque: the member's name stays out of events. */
    private static String buyerId(OrderImport behind, SheetRow row) {
        return "m-" + Ids.digest(behind.shop(), behind.platform(), row.member()).substring(0, 16);
    }

    private List<OrderLine> lines(String shop, List<SheetRow> rows) {
        var lines = new ArrayList<OrderLine>();
        for (var row : rows)
            lines.add(line(shop, Integer.toString(lines.size() + 1), row));
        return lines;
    }

    /** A price that does not divide by the quantity is the next higher unit price, less a discount of some minor units. */
    private OrderLine line(String shop, String lineId, SheetRow row) {
        var known = catalogue.find(shop, row.sku());
        var currency = row.amount().currency();
        var unitPrice = new Money(Math.ceilDiv(row.amount().minor(), row.quantity()), currency);
        var discount = unitPrice.times(row.quantity()).minus(row.amount());
        var product = known.map(sku -> sku.snapshot()).orElseGet(
                () -> new ProductSnapshot(row.sku(), 1, shortened(row.title()), "unknown", ReturnTerms.ordinary()));
        return new OrderLine(lineId, row.sku(), row.quantity(), unitPrice, discount, row.amount(),
                known.map(sku -> sku.page().grams()).orElse(0), product, LineProgress.NONE);
    }

    private static String shortened(String title) {
        return title.length() <= 200 ? title : title.substring(0, 200);
    }

    private static List<LastTold.Bought> bought(List<OrderLine> lines) {
        return lines.stream().map(line -> new LastTold.Bought(line.sku(), line.quantity(), line.amount())).toList();
    }
}
