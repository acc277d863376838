package io.shopcare.order.catalogue;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What becomes of a SKU when its last unit is sold, until more comes in. */
public enum WhenGone {
    /** It is not shown for sale. */
    @JsonProperty("off-sale")
    OFF_SALE,
    /** It can be ordered, and the order waits. */
    @JsonProperty("pre-order")
    PRE_ORDER;

    Selling selling() {
        return this == OFF_SALE ? Selling.OFF_SALE : Selling.PRE_ORDER;
    }
}
