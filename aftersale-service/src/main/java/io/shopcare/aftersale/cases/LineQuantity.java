package io.shopcare.aftersale.cases;

/** So many units of one order line, as the contract writes it. */
public record LineQuantity(String lineId, String sku, int quantity) {}
