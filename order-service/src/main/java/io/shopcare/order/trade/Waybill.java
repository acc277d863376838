package io.shopcare.order.trade;

/**
 * The number under which a carrier moves a parcel (运单).
 *
 * @param carrier code as in rules.md
 */
public record Waybill(String carrier, String number) {}
