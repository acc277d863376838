package io.shopcare.aftersale.notices;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.shopcare.aftersale.cases.Case;
import io.shopcare.aftersale.cases.CasePolicies;
import io.shopcare.aftersale.orders.Contacts;
import io.shopcare.platform.events.Subscription;
import io.shopcare.platform.notices.Notices;
import io.shopcare.platform.store.AggregateStore;

/** Wires the notices. */
@Configuration(proxyBeanMethods = false)
class NoticeConfiguration {

    @Bean
    Subscription tellBuyers(AggregateStore<Case> store, Contacts contacts, CasePolicies policies, Notices notices) {
        return new CaseNotices(store, contacts, policies, notices::tell).subscription();
    }
}
