package io.shopcare.order.offers;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What an offer gives, to whom, and when.
 *
 * @param coupon whether the buyer has to name it (优惠券)
 * @param on     goods that it is given on; all where it names none
 * @param units  of these goods that have to be bought at least
 * @param only   channels in which it is given; none for all
 * @param from   first moment
 * @param until  first moment at which it is over
 * @param limits how often it is given
 */
public record Terms(String name, Benefit benefit, boolean coupon, Goods on, int units, List<String> only, Instant from,
        Instant until, Limits limits) {

    /** Goods by code, product or category; one of them is enough. None at all: every one. */
    public record Goods(List<String> skus, List<String> products, List<String> categories) {
        /** Every one. */
        public static final Goods ALL = new Goods(List.of(), List.of(), List.of());

        public Goods {
            skus = List.copyOf(skus);
            products = List.copyOf(products);
            categories = List.copyOf(categories);
        }

        boolean include(Basket.Item item) {
            return equals(ALL) || skus.contains(item.sku()) || products.contains(item.productId())
                    || categories.contains(item.category());
        }
    }

    /**
     * @param total    times in all; null for no end
     * @param perBuyer times for one buyer; null for no end
     */
    public record Limits(@Nullable Integer total, @Nullable Integer perBuyer) {
        /** As often as they like. */
        public static final Limits NONE = new Limits(null, null);
    }

    boolean runs(Instant at) {
        return !at.isBefore(from) && at.isBefore(until);
    }

    public Terms {
        only = List.copyOf(only);
    }
}
