package io.shopcare.order.trade;

/** So many units of one order line. */
public record LineQuantity(String lineId, String sku, int quantity) {}
