package io.shopcare.order.stock;

/** Whether a shop ships from two warehouses what no single one has whole. */
@FunctionalInterface
public interface Scattering {
    boolean isAllowed(String shop);
}
