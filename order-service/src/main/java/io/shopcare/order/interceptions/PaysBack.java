package io.shopcare.order.interceptions;

import io.shopcare.order.refunds.RefundRequest;
import io.shopcare.order.trade.Buyer;
import io.shopcare.platform.commands.Actor;

/** Refunds a request, once for ever. */
@FunctionalInterface
interface PaysBack {
    void ask(Buyer buyer, RefundRequest request, Actor by);
}
