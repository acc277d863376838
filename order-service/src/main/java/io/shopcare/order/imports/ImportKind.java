package io.shopcare.order.imports;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a file brings. */
public enum ImportKind {
    /** Orders of a platform, in its sheet. */
    @JsonProperty("orders")
    ORDERS,
    /** What the shop sells, from another system. */
    @JsonProperty("catalogue")
    CATALOGUE
}
