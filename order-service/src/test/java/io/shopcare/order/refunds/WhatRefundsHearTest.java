package io.shopcare.order.refunds;

import org.junit.jupiter.api.Test;

import io.shopcare.order.ConsumedEvents;

class WhatRefundsHearTest {
    private final RefundDesk desk = new RefundDesk();

    @Test
    void readsWhatCasesAskAndRefundsTell() {
        var wiring = new RefundsConfiguration();
        ConsumedEvents.check(wiring.refundsHearCases(new RefundsFollowCases(desk.asking())));
        ConsumedEvents.check(wiring.ordersHearRefunds(desk.ordersFollow));
    }
}
