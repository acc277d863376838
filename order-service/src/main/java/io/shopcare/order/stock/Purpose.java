package io.shopcare.order.stock;

/** What reservations are for: tells whether an order was written after its stock was held. */
public interface Purpose {
    /** Whether there is such an order. */
    boolean exists(String orderId);
}
