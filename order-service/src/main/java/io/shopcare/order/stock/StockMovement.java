package io.shopcare.order.stock;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.shopcare.order.trade.ActorRef;

/**
 * One entry of the ledger (库存流水): what was added to each figure, and why. The entries of a stock add up to its
 * figures.
 *
 * @param quantity units moved; the cause says which way
 */
public record StockMovement(String sku, String warehouse, String cause, int quantity, int onHand, int reserved,
        int allocated, int damaged, StockFigures after, Reference reference, ActorRef by, Instant at) {
    /** Collection of the ledger. */
    public static final String LEDGER = "stock_movements";

    /** What a movement was for. */
    public record Reference(@Nullable String orderId, @Nullable String parcelId, @Nullable String caseId,
            @Nullable String note) {

        static Reference order(String orderId) {
            return new Reference(orderId, null, null, null);
        }

        static Reference parcel(String orderId, String parcelId) {
            return new Reference(orderId, parcelId, null, null);
        }

        static Reference note(@Nullable String note) {
            return new Reference(null, null, null, note);
        }
    }
}
