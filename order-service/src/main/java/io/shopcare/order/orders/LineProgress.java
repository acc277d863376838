package io.shopcare.order.orders;

/**
 * Units of a line that have come so far (O2).
 *
 * @param audited   let through by the audit
 * @param picked    off the shelf, as the parcels told last
 * @param packed    in a closed parcel, as they told last
 * @param withdrawn units refunded before they shipped: they stay here, the rest goes on (O8a)
 * @param refunded  units given back, with or without the goods
 */
public record LineProgress(int paid, int audited, int picked, int packed, int shipped, int delivered, int received,
        int returned, int refunded,
        int withdrawn) {

    /** Before anything came. */
    public static final LineProgress NONE = new LineProgress(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    LineProgress pay(int units) {
        return new LineProgress(units, audited, picked, packed, shipped, delivered, received, returned, refunded,
                withdrawn);
    }

    LineProgress audit(int units) {
        return new LineProgress(paid, units, picked, packed, shipped, delivered, received, returned, refunded,
                withdrawn);
    }

    LineProgress taken(int nowPicked, int nowPacked) {
        return new LineProgress(paid, audited, nowPicked, nowPacked, shipped, delivered, received, returned, refunded,
                withdrawn);
    }

    LineProgress ship(int units) {
        return new LineProgress(paid, audited, picked, packed, shipped + units, delivered, received, returned, refunded,
                withdrawn);
    }

    LineProgress deliver(int units) {
        return new LineProgress(paid, audited, picked, packed, shipped, delivered + units, received, returned, refunded,
                withdrawn);
    }

    LineProgress receive(int units) {
        return new LineProgress(paid, audited, picked, packed, shipped, delivered, units, returned, refunded,
                withdrawn);
    }

    LineProgress takeBack(int units) {
        return new LineProgress(paid, audited, picked, packed, shipped, delivered, received, returned + units, refunded,
                withdrawn);
    }

    LineProgress refund(int units) {
        return new LineProgress(paid, audited, picked, packed, shipped, delivered, received, returned, refunded + units,
                withdrawn);
    }

    LineProgress withdraw(int units) {
        return new LineProgress(paid, audited, picked, packed, shipped, delivered, received, returned, refunded,
                withdrawn + units);
    }
}
