package io.shopcare.order.notices;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.shopcare.platform.events.Subscription;

/** What gives reason to tell the buyer something. */
@Configuration(proxyBeanMethods = false)
class NoticesConfiguration {

    @Bean
    Subscription noticesHearOrders(NoticesFollowOrders handler) {
        return Subscription.to("shopcare.order.orders").as("notices")
                .on("order.placed.v1", NoticesFollowOrders.Told.class, handler::placed)
                .on("order.paid.v1", NoticesFollowOrders.Paid.class, handler::paid)
                .on("order.held.v1", NoticesFollowOrders.Held.class, handler::held)
                .on("order.shipped.v1", NoticesFollowOrders.Shipped.class, handler::shipped)
                .on("order.delivered.v1", NoticesFollowOrders.Delivered.class, handler::delivered)
                .on("order.receipt-due-soon.v1", NoticesFollowOrders.ReceiptDueSoon.class, handler::receiptDueSoon)
                .on("payment-request.opened.v1", NoticesFollowOrders.MoreAsked.class, handler::moreAsked)
                .on("payment-request.due-soon.v1", NoticesFollowOrders.MoreAsked.class, handler::moreDueSoon)
                .acting();
    }

    @Bean
    Subscription noticesHearRefunds(NoticesFollowOrders handler) {
        return Subscription.to("shopcare.order.refunds").as("notices")
                .on("refund.succeeded.v1", NoticesFollowOrders.Refunded.class, handler::refunded).acting();
    }
}
