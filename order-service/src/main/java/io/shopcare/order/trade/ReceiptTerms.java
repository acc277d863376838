package io.shopcare.order.trade;

import java.time.Duration;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When a sale is over although the buyer says nothing (O16, rules.md "Platform clocks"). Agreed when the order is placed:
 * what is changed in the settings later counts for later orders.
 *
 * @param profile     of the platform whose clock this is; named where the clock decides
 * @param from        what starts the clock
 * @param within      how long it runs
 * @param extension   what the buyer may ask for on top, once
 * @param caseStopsIt whether it stands still while a case is open
 * @param warning     how long before its end the buyer is told
 */
public record ReceiptTerms(@DefaultValue("own-shop") String profile, @DefaultValue("delivered") Start from,
        @DefaultValue("7d") Duration within, @DefaultValue("3d") Duration extension,
        @DefaultValue("true") boolean caseStopsIt, @DefaultValue("24h") Duration warning) {

    /** What starts the clock. */
    public enum Start {
        /** The last parcel has left. */
        SHIPPED,
        /** The last parcel has arrived, signed for where somebody signed. */
        DELIVERED
    }
}
