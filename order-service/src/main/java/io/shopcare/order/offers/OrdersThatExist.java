package io.shopcare.order.offers;

/** Tells whether an order was written after its offers were claimed. */
public interface OrdersThatExist {
    /** Whether there is such an order. */
    boolean exists(String orderId);
}
