package io.shopcare.order.catalogue;

/** What is there of a SKU right now, over all warehouses. */
public interface LiveStock {

    /**
     * @param onHand    sellable units
     * @param reserved  held for orders that are not paid
     * @param allocated promised to orders
     * @param available free to be ordered
     */
    record Level(int onHand, int reserved, int allocated, int available) {}

    /** Zeros where nothing was ever stocked. */
    Level of(String shop, String sku);
}
