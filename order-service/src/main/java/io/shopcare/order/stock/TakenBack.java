package io.shopcare.order.stock;

import org.jspecify.annotations.Nullable;

/** A return that is booked, filed in the write that books it. */
public record TakenBack(String sku, String warehouse, @Nullable String caseId, @Nullable String parcelId, int units) {
    /** Collection of them, for life; ids are those of the stock and of the return. */
    public static final String COLLECTION = "stock_returns";
}
