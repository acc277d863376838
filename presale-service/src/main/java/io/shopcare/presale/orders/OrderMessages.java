package io.shopcare.presale.orders;

import java.util.List;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.shopcare.platform.events.EventMeta;
import io.shopcare.platform.events.ReadModel;
import io.shopcare.platform.events.Subscription;

/** Reads the events of orders. */
@Configuration(proxyBeanMethods = false)
class OrderMessages {
    static final String TOPIC = "shopcare.order.orders";
    /** Events of which only the phase counts. */
    static final List<String> PHASES = List.of("paid", "payment-mismatched", "approved", "rejected", "cancelled",
            "shipped", "delivered", "received", "completed");

    @Bean
    Subscription ordersHeardOf(KnownOrders orders, OrderHeld held, OrderQuestions questions) {
        return heardBy(orders, held, questions).acting().keeping(
                ReadModel.in(KnownOrders.COLLECTION,
                        shadow -> heardBy(new KnownOrders(shadow), (order, event) -> {}, OrderQuestions.UNHEARD)));
    }

    private static Subscription heardBy(KnownOrders orders, OrderHeld held, OrderQuestions questions) {
        var subscription = Subscription.to(TOPIC).as("known-orders")
                .on("order.placed.v1", OrderEvents.Placed.class, orders::placed)
                .on("order.held.v1", OrderEvents.Held.class, (meta, data) -> onHeld(orders, held, meta, data))
                .on("order.question-asked.v1", OrderEvents.Asked.class,
                        (meta, data) -> onAsked(orders, questions, meta, data))
                .on("order.question-ended.v1", OrderEvents.Ended.class,
                        (meta, data) -> onEnded(orders, questions, meta, data))
                .on("order.hold-released.v1", OrderEvents.HoldReleased.class, orders::released);
        for (var phase : PHASES)
            subscription = subscription.on("order." + phase + ".v1", OrderEvents.Moved.class,
                    (meta, data) -> orders.moved(meta, phase));
        return subscription;
    }

    private static void onAsked(KnownOrders orders, OrderQuestions questions, EventMeta meta, OrderEvents.Asked data) {
        if (orders.noted(meta).isCurrent())
            orders.find(meta.subject()).ifPresent(order -> questions.asked(order, new OrderQuestion(data.questionId(),
                    data.to(), data.about(), data.language(), data.answerBy(), data.holds()), meta));
    }

    private static void onEnded(KnownOrders orders, OrderQuestions questions, EventMeta meta, OrderEvents.Ended data) {
        if (orders.noted(meta).isCurrent() && data.outcome().equals("answered"))
            orders.find(meta.subject()).ifPresent(
                    order -> questions.answered(order, data.questionId(), data.to(), meta));
    }

    private static void onHeld(KnownOrders orders, OrderHeld held, EventMeta meta, OrderEvents.Held data) {
        if (orders.held(meta, data).isCurrent())
            orders.find(meta.subject()).ifPresent(order -> held.held(order, meta));
    }
}
