package io.shopcare.order.payments;

import java.util.List;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.shopcare.order.orders.Order;
import io.shopcare.order.orders.OrderDeadlines;
import io.shopcare.platform.deadlines.DeadlineHandler;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.AggregateStores;
import io.shopcare.platform.store.AggregateType;
import io.shopcare.platform.store.Claims;
import io.shopcare.platform.store.Deadline;

/** Where payments are kept. What they mean is told by their orders, on the orders' topic. */
@Configuration(proxyBeanMethods = false)
class PaymentsConfiguration {
    private static final String ASK = "ask-provider";

    @Bean
    AggregateType<Payment> paymentType() {
        return new AggregateType<>("payment", Payment.class, "payments", "shopcare.order.orders", Payment::shop)
                .withDeadlines(List.of(Deadline.handled(ASK, Payment::askAt)));
    }

    /** What nobody told us the end of is asked for. */
    @Bean
    DeadlineHandler askingForPayments(AggregateType<Payment> paymentType, AskForPayment ask) {
        return DeadlineHandler.of(paymentType, ASK, ask::handle);
    }

    @Bean
    DeadlineHandler closingOfUnpaidOrders(AggregateType<Order> orderType, AskBeforeTheEnd end) {
        return DeadlineHandler.of(orderType, OrderDeadlines.UNPAID_CLOSE, end::closeUnpaid);
    }

    @Bean
    DeadlineHandler expiryOfPaymentRequests(AggregateType<Order> orderType, AskBeforeTheEnd end) {
        return DeadlineHandler.of(orderType, OrderDeadlines.REQUEST_EXPIRY, end::expireRequests);
    }

    @Bean
    AggregateStore<Payment> payments(AggregateStores stores, AggregateType<Payment> paymentType) {
        return stores.of(paymentType);
    }

    @Bean
    PaymentKeys paymentKeys(Claims claims) {
        return (key, asked) -> claims.claim("payment-key/" + key, asked);
    }

    @Bean
    TransferReferences transferReferences(Claims claims) {
        return (shop, reference, content) -> claims.claim("bank-transfer/" + shop + "/" + reference, content);
    }
}
