package io.shopcare.order.offers;

/** Tells whether an order was written after its offers were claimed. */
public interface OrdersThatExist {
    /** Whether there is such an order, and it got this offer: a first attempt may have claimed others. */
    boolean got(String orderId, String offerId);
}
