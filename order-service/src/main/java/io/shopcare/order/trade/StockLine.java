package io.shopcare.order.trade;

/** Units of one SKU in one warehouse. */
public record StockLine(String sku, String warehouse, int quantity) {}
