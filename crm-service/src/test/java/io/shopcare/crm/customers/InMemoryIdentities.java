package io.shopcare.crm.customers;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import io.shopcare.crm.buyers.Buyer;

/** {@link Identities} without a database. */
final class InMemoryIdentities implements Identities {
    private final Map<Buyer, String> links = new ConcurrentHashMap<>();

    @Override
    public Optional<String> customerOf(Buyer buyer) {
        return Optional.ofNullable(links.get(buyer));
    }

    @Override
    public String link(Buyer buyer, String customerId) {
        var first = links.putIfAbsent(buyer, customerId);
        return first == null ? customerId : first;
    }
}
