package io.shopcare.order.rules;

import java.util.Map;
import java.util.Optional;

import io.shopcare.order.catalogue.Sku;
import io.shopcare.platform.store.Rejection;

/**
 * What most rules need to know beside the order itself, gathered once before they look.
 *
 * @param skus     that the catalogue knows, by code
 * @param shortage why no stock is held for the order; empty when it is
 * @param region   whose phone numbers are written without a country code
 * @param carrier  that is to take it
 */
public record Surroundings(Map<String, Sku> skus, Optional<Rejection> shortage, String region, String carrier) {
    public Surroundings {
        skus = Map.copyOf(skus);
    }
}
