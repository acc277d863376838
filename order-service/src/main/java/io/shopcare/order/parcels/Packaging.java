package io.shopcare.order.parcels;

/** A kind of box or bag and its own weight. */
public record Packaging(String kind, int grams) {}
