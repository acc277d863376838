package io.shopcare.crm.customers;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.shopcare.crm.scoring.Group;
import io.shopcare.platform.store.Stored;
import io.shopcare.platform.testkit.store.InMemoryAggregateStore;

/** {@link CustomerList} over a store without a database. */
record InMemoryCustomerList(InMemoryAggregateStore<Customer> store) implements CustomerList {

    @Override
    public List<Customer> page(String shop, @Nullable Group group, @Nullable String after, int most) {
        return ofShop(shop, after).filter(customer -> group == null || customer.group() == group).limit(most).toList();
    }

    @Override
    public List<String> ids(String shop, @Nullable String after, int most) {
        return ofShop(shop, after).map(Customer::customerId).limit(most).toList();
    }

    @Override
    public List<String> due(Instant until, int most) {
        return store.all().stream().map(Stored::aggregate)
                .filter(customer -> customer.nextLookAt() != null && !customer.nextLookAt().isAfter(until))
                .sorted(Comparator.comparing(customer -> Objects.requireNonNull(customer.nextLookAt())))
                .map(Customer::customerId).limit(most).toList();
    }

    private Stream<Customer> ofShop(String shop, @Nullable String after) {
        return store.all().stream().map(Stored::aggregate)
                .filter(customer -> customer.shop().equals(shop))
                .filter(customer -> after == null || customer.customerId().compareTo(after) > 0)
                .sorted(Comparator.comparing(Customer::customerId));
    }
}
