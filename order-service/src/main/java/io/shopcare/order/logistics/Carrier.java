package io.shopcare.order.logistics;

import io.shopcare.order.trade.Waybill;

/** A carrier's order desk. Asked again for the same parcel and attempt it answers the same number. */
public interface Carrier {
    /** Code as in rules.md. */
    String code();

    /**
     * Orders a waybill number.
     *
     * @param attempt from 0; a number that turned out to be taken is followed by another attempt
     */
    Waybill order(String parcelId, int attempt);
}
