package io.shopcare.order.catalogue;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.shopcare.order.trade.ActorRef;

/**
 * A page as it was from one revision to the next: the evidence of what a buyer saw. It is never changed.
 *
 * @param product what it followed of its product; null while there was none
 */
public record SkuVersion(int revision, Sku.Page page, Selling selling, Sku.@Nullable OfProduct product, ActorRef by,
        Instant at) {}
