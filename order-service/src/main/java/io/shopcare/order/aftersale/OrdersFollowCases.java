package io.shopcare.order.aftersale;

import java.time.Clock;
import java.util.List;

import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

import io.shopcare.order.orders.Order;
import io.shopcare.order.stock.TakeBack;
import io.shopcare.order.trade.LineQuantity;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.events.EventMeta;
import io.shopcare.platform.events.Subscription;
import io.shopcare.platform.store.AggregateStore;

/** An order follows its cases: held while one is open before it ships, and its goods come back into stock (O17). */
@Component
class OrdersFollowCases {
    private final AggregateStore<Order> orders;
    private final TakeBack stock;
    private final Clock clock;

    OrdersFollowCases(AggregateStore<Order> orders, TakeBack stock, Clock clock) {
        this.orders = orders;
        this.stock = stock;
        this.clock = clock;
    }

    /** Fields of {@code case.opened.v1} and {@code case.closed.v1}. */
    record OfCase(String caseId, String orderId) {}

    /** Fields of {@code goods.graded.v1}. */
    record Graded(String shop, String caseId, String orderId, String warehouse, List<Grade> grades) {}

    /** @param disposition restock, damaged-stock, or what stock has nothing to do with */
    record Grade(String lineId, String sku, int quantity, String disposition) {}

    @Bean
    static Subscription casesOfOrders(OrdersFollowCases follow) {
        return Subscription.to("shopcare.aftersale.cases").as("orders-of-cases")
                .on("case.opened.v1", OfCase.class, follow::opened)
                .on("case.closed.v1", OfCase.class, follow::closed)
                .on("goods.graded.v1", Graded.class, follow::graded).acting();
    }

    void opened(EventMeta meta, OfCase told) {
        orders.decide(told.orderId(), by(meta, "case-opened", ""),
                order -> order.caseOpened(told.caseId(), clock.instant()));
    }

    void closed(EventMeta meta, OfCase told) {
        orders.decide(told.orderId(), by(meta, "case-closed", ""),
                order -> order.caseClosed(told.caseId(), clock.instant()));
    }

    /** Each grade is a return of its own: two of one SKU meet in one stock. */
    void graded(EventMeta meta, Graded told) {
        for (int i = 0; i < told.grades().size(); i++) {
            var grade = told.grades().get(i);
            boolean sellable = grade.disposition().equals("restock");
            if (sellable || grade.disposition().equals("damaged-stock"))
                stock.handle(new TakeBack.Return("%s/%d/%d".formatted(told.caseId(), meta.sequence(), i), told.shop(),
                        grade.sku(), told.warehouse(), told.caseId(), null, told.orderId(), grade.quantity(), sellable),
                        by(meta, "take-back", "/" + i)).orThrow();
        }
        orders.decide(told.orderId(), by(meta, "goods-returned", ""),
                order -> order.goodsReturned(told.grades().stream()
                        .filter(grade -> !grade.disposition().equals("none"))
                        .map(grade -> new LineQuantity(grade.lineId(), grade.sku(), grade.quantity())).toList()));
    }

    private static CommandContext by(EventMeta meta, String name, String part) {
        var event = CommandContext.ofEvent(name, meta.sourceKey() + part, meta.sequence());
        return new CommandContext(meta.actor(), name, null, event.inbox(), null);
    }
}
