package io.shopcare.order.offers;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.shopcare.platform.store.EventType;

/** An offer was made, changed or ended. */
@EventType("offer.revised.v1")
record OfferRevised(String shop, String offerId, String offer, int version, String title, String kind,
        boolean coupon, Instant from, Instant until, boolean ended, @Nullable String owner) {}
