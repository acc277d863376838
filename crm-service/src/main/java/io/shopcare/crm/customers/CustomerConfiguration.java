package io.shopcare.crm.customers;

import java.time.Clock;

import com.mongodb.client.MongoDatabase;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.shopcare.crm.facts.FactBook;
import io.shopcare.crm.rules.CrmRules;
import io.shopcare.crm.scoring.CurrentCutPoints;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.AggregateStores;
import io.shopcare.platform.store.AggregateType;
import io.shopcare.platform.store.Claims;

/** Wires the profiles. */
@Configuration(proxyBeanMethods = false)
class CustomerConfiguration {

    @Bean
    AggregateType<Customer> customerType() {
        return Customer.TYPE;
    }

    @Bean
    AggregateStore<Customer> customers(AggregateStores stores) {
        return stores.of(Customer.TYPE);
    }

    @Bean
    Identities identities(Claims claims) {
        return new ClaimedIdentities(claims);
    }

    @Bean
    CustomerList customerList(MongoDatabase database) {
        return new MongoCustomerList(database);
    }

    @Bean
    RegisterCustomer registerCustomer(AggregateStore<Customer> customers, Identities identities, CrmRules rules,
            Clock clock) {
        return new RegisterCustomer(customers, identities, rules.lifecycle(), clock);
    }

    @Bean
    AssessCustomer assessCustomer(AggregateStore<Customer> customers, FactBook facts, CrmRules rules,
            CurrentCutPoints cutPoints, Clock clock) {
        return new AssessCustomer(customers, facts, rules.rfm(), cutPoints, rules.lifecycle(), clock);
    }

    @Bean
    CustomerDesk customerDesk(AggregateStore<Customer> customers, Identities identities) {
        return new CustomerDesk(customers, identities);
    }
}
