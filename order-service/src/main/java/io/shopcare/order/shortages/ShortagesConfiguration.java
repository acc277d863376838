package io.shopcare.order.shortages;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.shopcare.order.changes.ExchangeLine;
import io.shopcare.order.orders.Order;
import io.shopcare.order.refunds.AskRefund;
import io.shopcare.order.stock.WaitingOrders;
import io.shopcare.order.trade.Buyer;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.deadlines.DeadlineHandler;
import io.shopcare.platform.events.EventMeta;
import io.shopcare.platform.events.Subscription;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.AggregateStores;
import io.shopcare.platform.store.AggregateType;
import io.shopcare.platform.store.Deadline;
import io.shopcare.platform.store.Outcome;

/** Where shortages are kept, and what opens and ends them. */
@Configuration(proxyBeanMethods = false)
class ShortagesConfiguration {
    static final String TOPIC = "shopcare.order.shortages";
    private static final String SETTLE = "settle";
    private static final Set<String> SHORT = Set.of("stock-short", "stock-scattered", "lost-to-another");
    /** Causes of movements after which more may be free. */
    private static final Set<String> MORE = Set.of("received", "released", "returned", "restored", "counted",
            "transferred-in");

    /** A hold of {@code order.held.v1}. */
    record Hold(String code) {}

    /** Fields of {@code order.held.v1}. */
    record Held(String shop, String orderId, Buyer buyer, List<Hold> holds) {}

    /** Fields of {@code stock.changed.v1}. */
    record Changed(String shop, String sku, String cause) {}

    @Bean
    AggregateType<Shortage> shortageType() {
        return new AggregateType<>("shortage", Shortage.class, "shortages", TOPIC, Shortage::shop)
                .withDeadlines(List.of(Deadline.handled(SETTLE, Shortage::settleBy)));
    }

    @Bean
    AggregateStore<Shortage> shortages(AggregateStores stores, AggregateType<Shortage> shortageType) {
        return stores.of(shortageType);
    }

    @Bean
    PaysBack paysBackWhatIsMissing(AskRefund refunds) {
        return refunds::handle;
    }

    @Bean
    static SwapsLine swapsWhatIsMissing(AggregateStore<Order> orders, ExchangeLine exchange) {
        return (orderId, swap, requestId, by) -> exchange.handle(orders.find(orderId).orElseThrow().aggregate(),
                swap.lineId(), null, swap.sku(), "out-of-stock",
                CommandContext.keyed(by, "swap-missing", requestId, "")) instanceof Outcome.Rejected<Order>(var why)
                        ? Optional.of(why)
                        : Optional.empty();
    }

    @Bean
    DeadlineHandler settlingOfShortages(AggregateType<Shortage> shortageType, SettleShortage settle) {
        return DeadlineHandler.of(shortageType, SETTLE, (orderId, now) -> settle.settle(orderId));
    }

    @Bean
    Subscription shortagesOfOrders(AggregateStore<Shortage> shortages, AggregateStore<Order> orders,
            SettleShortage settle) {
        return Subscription.to("shopcare.order.orders").as("shortages").on("order.held.v1", Held.class,
                (meta, held) -> open(meta, held, shortages, orders, settle)).acting();
    }

    @Bean
    WaitingOrders ordersThatAreShort(ShortageLists lists, SettleShortage settle) {
        return (shop, sku) -> lists.waitingFor(shop, sku).forEach(settle::tryAgain);
    }

    @Bean
    Subscription ordersFollowStock(WaitingOrders waiting, OrdersLoseStock losers) {
        return Subscription.to("shopcare.order.stock").as("restocked").on("stock.changed.v1", Changed.class,
                (meta, changed) -> {
                    if (MORE.contains(changed.cause()))
                        waiting.serve(changed.shop(), changed.sku());
                }).on("stock.lost.v1", OrdersLoseStock.Lost.class, losers::lost).acting();
    }

    /** More may have come in before anybody knew that it is waited for. */
    static void open(EventMeta meta, Held held, AggregateStore<Shortage> shortages, AggregateStore<Order> orders,
            SettleShortage settle) {
        if (held.holds().stream().noneMatch(hold -> SHORT.contains(hold.code())))
            return;
        var skus = Shortage.skusOf(orders.find(held.orderId()).orElseThrow().aggregate());
        shortages.decideOrCreate(held.orderId(), CommandContext.bySystem("open-shortage"),
                () -> Shortage.open(held.orderId(), held.shop(), held.buyer(), skus, meta.time()),
                shortage -> shortage.openAgain(skus));
        settle.tryAgain(held.orderId());
    }
}
