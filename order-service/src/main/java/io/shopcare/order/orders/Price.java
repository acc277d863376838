package io.shopcare.order.orders;

import java.util.List;

import io.shopcare.order.offers.Calculation;
import io.shopcare.order.offers.UseOffers.Used;

/**
 * How the price of an order came about; kept with it, so that a refund or a change settles at the prices of the purchase.
 *
 * @param used offers with limits that it has used
 */
public record Price(Calculation calculation, List<Used> used) {
    public Price {
        used = List.copyOf(used);
    }
}
