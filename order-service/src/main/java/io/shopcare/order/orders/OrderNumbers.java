package io.shopcare.order.orders;

import java.time.Instant;

/** Gives orders the numbers that people read out. */
public interface OrderNumbers {
    /** The number of this order, the same whenever it is asked for; unique in the shop. */
    String of(String shop, String orderId, Instant placedAt);
}
