package io.shopcare.order.refunds;

import org.junit.jupiter.api.Test;

import io.shopcare.order.Explained;
import io.shopcare.platform.testkit.services.TestDatabase;
import io.shopcare.platform.web.Cursor;

class RefundListsTest {
    private final RefundLists lists = new RefundLists(TestDatabase.fresh());

    @Test
    void everyListHasItsIndex() {
        var later = Cursor.of("2026-11-10T02:00:00Z", "refund-1");
        Explained.usesIndex(lists.ofOrderQuery("order-1"), "state.request.orderId");
        Explained.usesIndex(lists.inStageQuery("nuanyang", RefundStage.IN_DOUBT, null, 50), "state.stage");
        Explained.usesIndex(lists.inStageQuery("nuanyang", RefundStage.IN_DOUBT, later, 50), "state.stage");
    }
}
