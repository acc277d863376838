package io.shopcare.order.offers;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Finds offers. */
public interface Offers {
    /** Those of a shop that are given to everybody at this moment; coupons are not among them. */
    List<Offer> running(String shop, Instant at);

    /** Those that are given to everybody at any moment of this time. */
    List<Offer> during(String shop, Instant from, Instant until);

    /** One by its id, or a coupon by its code. */
    Optional<Offer> find(String shop, String offerId);

    /** One in the version that an order got. */
    Optional<Offer> find(String shop, String offerId, int version);
}
