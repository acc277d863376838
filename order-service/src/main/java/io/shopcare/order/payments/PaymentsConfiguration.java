package io.shopcare.order.payments;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.AggregateStores;
import io.shopcare.platform.store.AggregateType;
import io.shopcare.platform.store.Claims;

/** Where payments are kept. What they mean is told by their orders, on the orders' topic. */
@Configuration(proxyBeanMethods = false)
class PaymentsConfiguration {

    @Bean
    AggregateType<Payment> paymentType() {
        return new AggregateType<>("payment", Payment.class, "payments", "shopcare.order.orders", Payment::shop);
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
