package io.shopcare.aftersale.refunds;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.shopcare.aftersale.cases.Case;
import io.shopcare.platform.events.Subscription;
import io.shopcare.platform.store.AggregateStore;

/** Wires the refunds. */
@Configuration(proxyBeanMethods = false)
class RefundConfiguration {

    @Bean
    Subscription caseRefunds(AggregateStore<Case> store) {
        return new RefundMessages(store).subscription();
    }
}
