package io.shopcare.order.promises;

import java.time.Clock;
import java.util.Optional;
import java.util.function.BiConsumer;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

import io.shopcare.order.orders.Order;
import io.shopcare.order.orders.OrderLists;
import io.shopcare.order.promises.PromisesOfConversation.Made;
import io.shopcare.order.trade.Buyer;
import io.shopcare.order.trade.Promise;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.events.EventMeta;
import io.shopcare.platform.events.Facts;
import io.shopcare.platform.events.ReadModel;
import io.shopcare.platform.events.Subscription;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.Stored;

/**
 * A promise finds its order (P9): one that is there when the promise is made, or one that is placed later. Both sides
 * look, so that whichever comes last finds the other.
 */
@Component
class PromisesFollowConversations {
    private static final int LATEST = 20;

    private final PromiseBook book;
    private final AggregateStore<Order> orders;
    private final OrderLists lists;
    private final Clock clock;

    PromisesFollowConversations(PromiseBook book, AggregateStore<Order> orders, OrderLists lists, Clock clock) {
        this.book = book;
        this.orders = orders;
        this.lists = lists;
        this.clock = clock;
    }

    /** Fields of {@code promise.made.v1}. */
    record PromiseMade(String conversationId, Buyer buyer, Promise promise, @Nullable String orderId) {
        Made asOf(EventMeta meta) {
            return new Made(promise, orderId, meta.time());
        }
    }

    /** Fields of {@code order.placed.v1}. */
    record OrderPlaced(String orderId, Buyer buyer, @Nullable String conversationId) {}

    @Bean
    static Subscription promisesMade(PromisesFollowConversations promises) {
        return ofPromises(promises::made).acting()
                .keeping(ReadModel.in(PromiseBook.COLLECTION, shadow -> keptIn(PromiseBook.facts(shadow))));
    }

    @Bean
    static Subscription promisesOfPlacedOrders(PromisesFollowConversations promises) {
        return Subscription.to("shopcare.order.orders").as("promises").on("order.placed.v1", OrderPlaced.class,
                (meta, placed) -> promises.placed(placed)).acting();
    }

    private static Subscription keptIn(Facts<PromisesOfConversation> facts) {
        return ofPromises((meta, told) -> PromiseBook.learn(facts, meta, told.buyer(), told.asOf(meta)));
    }

    private static Subscription ofPromises(BiConsumer<EventMeta, PromiseMade> action) {
        return Subscription.to("shopcare.presale.conversations").as("promises").on("promise.made.v1",
                PromiseMade.class, action);
    }

    void made(EventMeta meta, PromiseMade told) {
        var step = book.learn(meta, told.buyer(), told.asOf(meta));
        if (step.isCurrent())
            orderFor(told).filter(order -> book.isFor(order.orderId(), told.promise()))
                    .ifPresent(order -> attach(order.orderId(), told.promise()));
    }

    void placed(OrderPlaced told) {
        book.waitingFor(told.orderId(), told.buyer(), told.conversationId())
                .forEach(promise -> attach(told.orderId(), promise));
    }

    private Optional<Order> orderFor(PromiseMade told) {
        if (told.orderId() != null)
            return orders.find(told.orderId()).map(Stored::aggregate)
                    .filter(order -> order.buyer().equals(told.buyer()));
        return lists.openOf(told.buyer(), LATEST).stream()
                .filter(order -> told.conversationId().equals(order.sale().conversationId())).findFirst();
    }

    private void attach(String orderId, Promise promise) {
        orders.decide(orderId, CommandContext.bySystem("attach-promise"),
                order -> order.attachPromise(promise, clock.instant()));
    }
}
