package io.shopcare.order.adjustments;

import java.util.Optional;

import io.shopcare.platform.money.Money;

/** The least that one unit of a SKU is to cost where it goes. */
@FunctionalInterface
interface FloorPrices {
    /** Empty where there is no such limit. */
    Optional<Money> of(String shop, String sku, String country);
}
