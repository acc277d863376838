package io.shopcare.order.catalogue;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** Whether a SKU can be ordered. */
public enum Selling {
    /** From stock. */
    ON_SALE,
    /** Not at all. */
    OFF_SALE,
    /** Before it is there: the order waits until it comes in. */
    PRE_ORDER;

    /** As told: {@code pre-order}. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
