package io.shopcare.order.stock;

/** Paid orders that wait for goods. */
public interface WaitingOrders {
    /** Those that wait for this SKU take what they need of it, the longest waiting first. */
    void serve(String shop, String sku);
}
