package io.shopcare.order.orders;

import io.shopcare.order.trade.LineQuantity;
import io.shopcare.order.trade.ProductSnapshot;
import io.shopcare.platform.money.Money;

/**
 * One line of an order: what was agreed, what the buyer saw, and how far it is.
 *
 * @param discount  share of all discounts, by largest remainder
 * @param amount    {@code unitPrice x quantity - discount}
 * @param unitGrams weight of one unit
 */
public record OrderLine(String lineId, String sku, int quantity, Money unitPrice, Money discount, Money amount,
        int unitGrams, ProductSnapshot product, LineProgress progress) {

    /** Units that may still leave. */
    public int toShip() {
        return quantity - progress.shipped() - progress.withdrawn();
    }

    /** So many units of this line. */
    public LineQuantity of(int units) {
        return new LineQuantity(lineId, sku, units);
    }

    /** The same units and money, of another article. */
    OrderLine exchanged(String otherSku, ProductSnapshot otherProduct, int grams) {
        return new OrderLine(lineId, otherSku, quantity, unitPrice, discount, amount, grams, otherProduct, progress);
    }

    OrderLine lowered(Money off) {
        return new OrderLine(lineId, sku, quantity, unitPrice, discount.plus(off), amount.minus(off), unitGrams,
                product, progress);
    }

    OrderLine with(LineProgress next) {
        return new OrderLine(lineId, sku, quantity, unitPrice, discount, amount, unitGrams, product, next);
    }
}
