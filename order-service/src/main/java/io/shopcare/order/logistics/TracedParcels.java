package io.shopcare.order.logistics;

import io.shopcare.order.trade.Waybill;

/** Where scans go: the parcels, which know their waybill. */
public interface TracedParcels {
    /**
     * Adds a scan to the parcel under this waybill; a known one changes nothing.
     *
     * @return false when there is no such waybill
     */
    boolean scanned(Waybill waybill, Scan scan);
}
