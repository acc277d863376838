package io.shopcare.order.notices;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.shopcare.order.orders.Order;
import io.shopcare.order.trade.Shops;
import io.shopcare.order.trade.Waybill;
import io.shopcare.platform.events.EventMeta;
import io.shopcare.platform.money.Money;
import io.shopcare.platform.notices.Notice;
import io.shopcare.platform.notices.Telling;
import io.shopcare.platform.store.AggregateStore;

/** Tells the buyer what happens to the order, once per occasion, in the language of the order. */
@Component
final class NoticesFollowOrders {
    /** Holds that the buyer can do something about; of others the buyer need not know. */
    private static final Set<String> FOR_THE_BUYER = Set.of("address-incomplete", "phone-invalid");

    private final Telling notices;
    private final AggregateStore<Order> orders;
    private final Words words;
    private final Shops shops;

    NoticesFollowOrders(Telling notices, AggregateStore<Order> orders, Words words, Shops shops) {
        this.notices = notices;
        this.orders = orders;
        this.words = words;
        this.shops = shops;
    }

    /** An event that names its order. */
    record Told(String orderId) {}

    record Paid(String orderId, Money paid) {}

    record Held(String orderId, List<Hold> holds) {
        record Hold(String code) {}
    }

    record Shipped(String orderId, Waybill waybill) {}

    record Delivered(String orderId, String handover) {}

    record ReceiptDueSoon(String orderId, Instant receiptDue) {}

    /** @param caseId null when no case asked for it */
    record Refunded(String orderId, Money amount, @Nullable String caseId) {}

    /** @param reason code, section payment-request of reasons.yaml */
    record MoreAsked(String orderId, Money amount, String reason, Instant expiresAt) {}

    void placed(EventMeta meta, Told told) {
        tell(meta, told.orderId(), "order-received", Map.of());
    }

    void paid(EventMeta meta, Paid told) {
        tell(meta, told.orderId(), "order-paid", Map.of("paid", told.paid().toString()));
    }

    void held(EventMeta meta, Held told) {
        told.holds().stream().map(Held.Hold::code).filter(FOR_THE_BUYER::contains).distinct()
                .forEach(code -> tell(meta, told.orderId(), "order-held-" + code, Map.of()));
    }

    void shipped(EventMeta meta, Shipped told) {
        tell(meta, told.orderId(), "order-shipped",
                Map.of("carrier", told.waybill().carrier(), "number", told.waybill().number()));
    }

    void delivered(EventMeta meta, Delivered told) {
        tell(meta, told.orderId(),
                told.handover().equals("locker-or-station") ? "order-at-station" : "order-delivered", Map.of());
    }

    /** The day is said as people of the shop count it. */
    void receiptDueSoon(EventMeta meta, ReceiptDueSoon told) {
        tell(meta, told.orderId(), "receipt-due-soon", Map.of("until", local(told.orderId(), told.receiptDue())));
    }

    /** Nothing ships before it is paid, so the buyer hears of it at once, with the reason and until when. */
    void moreAsked(EventMeta meta, MoreAsked told) {
        tell(meta, told.orderId(), "payment-requested", Map.of("amount", told.amount().toString(), "reason",
                told.reason(), "until", local(told.orderId(), told.expiresAt())));
    }

    /** What it was asked for, once more, before it can not be paid any longer. */
    void moreDueSoon(EventMeta meta, MoreAsked told) {
        tell(meta, told.orderId(), "payment-due-soon", Map.of("amount", told.amount().toString(), "reason",
                told.reason(), "until", local(told.orderId(), told.expiresAt())));
    }

    private String local(String orderId, Instant at) {
        var order = orders.find(orderId).orElseThrow().aggregate();
        return at.atZone(shops.of(order.shop()).zone()).format(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm"));
    }

    /** Of a case's refund the case tells its buyer; nobody is told twice. */
    void refunded(EventMeta meta, Refunded told) {
        if (told.caseId() != null)
            return;
        tell(meta, told.orderId(), "order-refunded", Map.of("amount", told.amount().toString()));
    }

    private void tell(EventMeta meta, String orderId, String kind, Map<String, String> facts) {
        var sale = orders.find(orderId).orElseThrow().aggregate().sale();
        if (sale.platformOrder() != null && sale.address().email() == null)
            return; // the platform tells its buyers itself
        var language = words.language(sale.language());
        var all = new TreeMap<>(facts);
        all.put("orderNo", sale.orderNo());
        all.put("total", sale.total().toString());
        all.computeIfPresent("carrier", (name, code) -> words.carrier(code, language));
        all.computeIfPresent("reason", (name, code) -> words.reason(code, language));
        notices.tell(new Notice(Notice.idOf(meta, kind), sale.shop(), orderId, kind, language, sale.address().email(),
                all));
    }
}
