package io.shopcare.crm.violated;

/** Belongs to crm. */
public record Customer(String id) {}
