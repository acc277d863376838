package io.shopcare.order.catalogue;

import java.time.Instant;

import io.shopcare.order.trade.ActorRef;

/** A page as it was from one revision to the next: the evidence of what a buyer saw. It is never changed. */
public record SkuVersion(int revision, Sku.Page page, Selling selling, ActorRef by, Instant at) {}
