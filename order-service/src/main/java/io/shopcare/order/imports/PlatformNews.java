package io.shopcare.order.imports;

import java.util.Locale;
import java.util.Optional;

/** What a platform's sheet tells of an order that it sold to us before (O1, O8a); of the statuses, graver ones later. */
enum PlatformNews {
    /** It was shipped there already, by whomever. */
    SHIPPED_ON_PLATFORM,
    /** The buyer asks for the money back there. */
    REFUND_ASKED,
    /** It is closed there. */
    CLOSED_ON_PLATFORM,
    /** It goes elsewhere now. */
    ADDRESS_CHANGED,
    /** The buyer wrote something else. */
    REMARK_CHANGED,
    /** A colleague noted something else there. */
    SELLER_REMARK_CHANGED,
    /** It is to travel another way. */
    LOGISTICS_CHANGED;

    /** What a status of the sheet means; empty where it is no news. */
    static Optional<PlatformNews> ofStatus(String status) {
        if (status.contains("退款"))
            return Optional.of(REFUND_ASKED);
        if (status.startsWith("卖家已发货") || status.startsWith("交易成功"))
            return Optional.of(SHIPPED_ON_PLATFORM);
        return status.startsWith("交易关闭") ? Optional.of(CLOSED_ON_PLATFORM) : Optional.empty();
    }

    /** Reason of the hold. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
