package io.shopcare.order.refunds;

import io.shopcare.order.trade.Tender;

/** Pays money back through one provider. Calling twice under one number refunds once. */
interface RefundProvider {
    /** Whether money that came in this way goes back through it. */
    boolean handles(String method);

    /** Asks it to pay; never throws for what the network does. */
    ProviderAnswer pay(String refundNo, Tender tender, String reason);

    /** Asks what came of it; never throws for what the network does. */
    ProviderAnswer ask(String refundNo);
}
