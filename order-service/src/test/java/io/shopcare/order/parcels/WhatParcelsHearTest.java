package io.shopcare.order.parcels;

import org.junit.jupiter.api.Test;

import io.shopcare.order.ConsumedEvents;

class WhatParcelsHearTest {
    private final ParcelsConfiguration wiring = new ParcelsConfiguration();
    private final ParcelDesk desk = new ParcelDesk();

    @Test
    void readsWhatOrdersRefundsAndParcelsTell() {
        ConsumedEvents.check(wiring.parcelsHearOrders(desk.parcelsFollow));
        ConsumedEvents.check(wiring.parcelsHearRefunds(desk.parcelsFollow));
        ConsumedEvents.check(wiring.ordersHearParcels(desk.ordersFollow));
    }
}
