package io.shopcare.aftersale.cases;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.shopcare.aftersale.policies.FreightPayer;

/**
 * The way back of the goods.
 *
 * @param warehouse  where they are to come
 * @param sendBackBy last moment to give them to a carrier
 * @param waybill    null until the buyer tells
 * @param receivedAt null until they came
 * @param payBy      last moment of the refund by the rule (R5); null until they came
 */
public record GoodsReturn(String warehouse, Instant sendBackBy, FreightPayer freightBy, @Nullable Waybill waybill,
        @Nullable Instant receivedAt, @Nullable Instant payBy) {

    GoodsReturn sent(Waybill with) {
        return new GoodsReturn(warehouse, sendBackBy, freightBy, with, receivedAt, payBy);
    }

    GoodsReturn received(String where, Instant at, Instant refundBy) {
        return new GoodsReturn(where, sendBackBy, freightBy, waybill, at, refundBy);
    }
}
