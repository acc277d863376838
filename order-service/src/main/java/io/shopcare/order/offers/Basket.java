package io.shopcare.order.offers;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.shopcare.platform.money.Money;

/**
 * What a price is calculated of.
 *
 * @param coupons that the buyer named
 * @param quote   taken off by an agent; null when nothing was
 * @param at      the moment whose offers count
 */
public record Basket(String channel, List<Item> items, List<String> coupons, @Nullable Money quote, Money freight,
        Instant at) {

    public Basket {
        items = List.copyOf(items);
        coupons = List.copyOf(coupons);
    }

    /** One line. */
    public record Item(String lineId, String sku, String productId, String category, Money unitPrice, int quantity) {
        /** Before anything is taken off. */
        public Money full() {
            return unitPrice.times(quantity);
        }
    }

    /** Currency of all of it. */
    public String currency() {
        return freight.currency();
    }
}
