package io.shopcare.order.shortages;

import io.shopcare.order.refunds.RefundRequest;
import io.shopcare.order.trade.Buyer;
import io.shopcare.platform.commands.Actor;

/** Pays money back; the same request once, however often it comes. */
@FunctionalInterface
interface PaysBack {
    void handle(Buyer buyer, RefundRequest request, Actor by);
}
