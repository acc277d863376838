package io.shopcare.order.orders;

/**
 * Units of a line that have come so far.
 *
 * @param withdrawn units refunded before they shipped: they stay here, the rest goes on (O8a)
 * @param refunded  units given back, with or without the goods
 */
public record LineProgress(int paid, int shipped, int delivered, int received, int returned, int refunded,
        int withdrawn) {

    static final LineProgress NONE = new LineProgress(0, 0, 0, 0, 0, 0, 0);

    LineProgress pay(int units) {
        return new LineProgress(units, shipped, delivered, received, returned, refunded, withdrawn);
    }

    LineProgress ship(int units) {
        return new LineProgress(paid, shipped + units, delivered, received, returned, refunded, withdrawn);
    }

    LineProgress deliver(int units) {
        return new LineProgress(paid, shipped, delivered + units, received, returned, refunded, withdrawn);
    }

    LineProgress receive(int units) {
        return new LineProgress(paid, shipped, delivered, units, returned, refunded, withdrawn);
    }

    LineProgress takeBack(int units) {
        return new LineProgress(paid, shipped, delivered, received, returned + units, refunded, withdrawn);
    }

    LineProgress refund(int units) {
        return new LineProgress(paid, shipped, delivered, received, returned, refunded + units, withdrawn);
    }

    LineProgress withdraw(int units) {
        return new LineProgress(paid, shipped, delivered, received, returned, refunded, withdrawn + units);
    }
}
