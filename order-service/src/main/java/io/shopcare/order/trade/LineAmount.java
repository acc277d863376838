package io.shopcare.order.trade;

import io.shopcare.platform.money.Money;

/**
 * Money of one order line.
 *
 * @param quantity units concerned; 0 when money is given back and the goods are kept
 */
public record LineAmount(String lineId, int quantity, Money amount) {}
