package io.shopcare.aftersale.remedies;

import java.time.Clock;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.shopcare.aftersale.cases.Authority;
import io.shopcare.aftersale.cases.Case;
import io.shopcare.aftersale.cases.CasePolicies;
import io.shopcare.aftersale.cases.Cases;
import io.shopcare.aftersale.orders.OrderCopies;
import io.shopcare.platform.store.AggregateStore;

/** Wires the remedies. */
@Configuration(proxyBeanMethods = false)
class RemedyConfiguration {

    @Bean
    ProposeRemedies proposeRemedies(AggregateStore<Case> store, Cases cases, OrderCopies orders,
            CasePolicies policies, Authority authority, Clock clock) {
        return new ProposeRemedies(store, cases, orders, policies, authority, clock);
    }
}
