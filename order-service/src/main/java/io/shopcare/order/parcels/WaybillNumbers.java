package io.shopcare.order.parcels;

import java.util.Optional;

import io.shopcare.order.trade.Waybill;

/** Who holds which waybill number. */
interface WaybillNumbers {
    /** Takes a number for a parcel, once for ever; true also when it has it already. */
    boolean claim(Waybill waybill, String parcelId);

    Optional<String> parcelOf(Waybill waybill);
}
