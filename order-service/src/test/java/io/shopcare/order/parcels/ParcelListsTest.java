package io.shopcare.order.parcels;

import org.junit.jupiter.api.Test;

import io.shopcare.order.Explained;
import io.shopcare.platform.testkit.services.TestDatabase;
import io.shopcare.platform.web.Cursor;

class ParcelListsTest {
    private final ParcelLists lists = new ParcelLists(TestDatabase.fresh());

    @Test
    void everyListHasItsIndex() {
        var later = Cursor.of("2026-11-10T02:00:00Z", "parcel-1");
        Explained.usesIndex(lists.queueQuery("nuanyang", ParcelStage.PICKED, null, 50), "state.stage");
        Explained.usesIndex(lists.queueQuery("nuanyang", ParcelStage.PICKED, later, 50), "state.stage");
        Explained.usesIndex(lists.ofOrderQuery("order-1"), "state.orders.orderId");
    }
}
