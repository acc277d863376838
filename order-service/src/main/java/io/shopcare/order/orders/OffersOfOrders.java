package io.shopcare.order.orders;

import java.util.function.Consumer;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.shopcare.order.offers.OrdersThatExist;
import io.shopcare.order.offers.UseOffers;
import io.shopcare.platform.events.Subscription;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.Stored;

/** Uses of offers follow their order: firm, given back, spent (rules.md R7). */
@Configuration(proxyBeanMethods = false)
class OffersOfOrders {

    /** What this consumer needs of any event of an order or of its refund. */
    record OfOrder(String orderId) {}

    @Bean
    OrdersThatExist ordersThatExist(AggregateStore<Order> orders) {
        return (orderId, offerId) -> orders.find(orderId).map(Stored::aggregate).filter(order -> !order.isCancelled())
                .stream()
                .flatMap(order -> order.sale().used().stream()).anyMatch(used -> used.offerId().equals(offerId));
    }

    @Bean
    Subscription ordersUseOffers(UseOffers uses, AggregateStore<Order> orders) {
        return Subscription.to("shopcare.order.orders").as("offers")
                .on("order.placed.v1", OfOrder.class, (meta, of) -> with(of, orders, order -> confirm(order, uses)))
                .on("order.revived.v1", OfOrder.class, (meta, of) -> with(of, orders, order -> confirm(order, uses)))
                .on("order.cancelled.v1", OfOrder.class, (meta, of) -> with(of, orders, order -> {
                    if (order.isCancelled()) // and not revived since
                        uses.giveBack(order.orderId(), order.buyer(), order.sale().used());
                }))
                .on("order.completed.v1", OfOrder.class, (meta, of) -> with(of, orders,
                        order -> uses.spend(order.orderId(), order.buyer(), order.sale().used())))
                .acting();
    }

    @Bean
    Subscription refundsGiveOffersBack(UseOffers uses, AggregateStore<Order> orders) {
        return Subscription.to("shopcare.order.refunds").as("offers-of-refunds")
                .on("refund.succeeded.v1", OfOrder.class, (meta, of) -> with(of, orders, order -> {
                    if (isAllRefunded(order))
                        uses.giveBack(order.orderId(), order.buyer(), order.sale().used());
                })).acting();
    }

    /** What it used is firm while it is carried out; told late, of an order that is off or over, there is nothing to keep. */
    private static void confirm(Order order, UseOffers uses) {
        if (!order.isCancelled() && order.fulfilment().state() != FulfilmentState.COMPLETED)
            uses.confirm(order.orderId(), order.buyer(), order.sale().used());
    }

    private static void with(OfOrder of, AggregateStore<Order> orders, Consumer<Order> step) {
        orders.find(of.orderId()).map(Stored::aggregate).filter(order -> !order.sale().used().isEmpty())
                .ifPresent(step);
    }

    private static boolean isAllRefunded(Order order) {
        return order.payment().isPaid() && order.balance().lines().stream().allMatch(line -> line.left().isZero());
    }
}
