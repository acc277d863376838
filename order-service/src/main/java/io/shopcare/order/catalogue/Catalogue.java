package io.shopcare.order.catalogue;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

import org.springframework.stereotype.Component;

import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.Stored;

/** Looks SKUs up, known ones whether on sale or not. */
@Component
public class Catalogue {
    private final AggregateStore<Sku> skus;

    public Catalogue(AggregateStore<Sku> skus) {
        this.skus = skus;
    }

    /** One SKU as it is today. */
    public Optional<Sku> find(String shop, String sku) {
        return skus.find(Sku.id(shop, sku)).map(Stored::aggregate);
    }

    /** Those of these SKUs that are known, by code. */
    public Map<String, Sku> all(String shop, Collection<String> wanted) {
        var found = new HashMap<String, Sku>();
        for (var sku : new TreeSet<>(wanted))
            find(shop, sku).ifPresent(known -> found.put(sku, known));
        return found;
    }
}
