package io.shopcare.order.orders;

import org.jspecify.annotations.Nullable;

import io.shopcare.order.trade.ActorRef;
import io.shopcare.platform.money.Money;

/**
 * A lower price for an order that is not paid yet (改价).
 *
 * @param kind       of the discount: adjustment, or quote
 * @param goodsOff   taken off the goods
 * @param freightOff taken off the freight
 * @param lineId     the one line that becomes cheaper; null when it is split over all
 * @param reason     code of reasons.yaml, section price
 * @param authority  version of the rule that allowed it; null where no limit applies
 */
public record PriceAdjustment(String adjustmentId, String kind, Money goodsOff, Money freightOff,
        @Nullable String lineId, String reason, ActorRef by, @Nullable String authority) {}
