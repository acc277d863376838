package io.shopcare.order.shortages;

/**
 * The article that the buyer takes instead of what is missing.
 *
 * @param lineId whose units it replaces, all of them
 */
record Swap(String lineId, String sku) {}
