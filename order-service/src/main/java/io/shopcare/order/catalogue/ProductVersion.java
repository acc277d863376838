package io.shopcare.order.catalogue;

import java.time.Instant;

import io.shopcare.order.trade.ActorRef;

/** A product as it was from one revision to the next. It is never changed. */
record ProductVersion(int revision, Product.Page page, boolean withdrawn, ActorRef by, Instant at) {}
