package io.shopcare.order.notices;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import io.shopcare.order.orders.VisibleOrders;
import io.shopcare.platform.notices.NoticeRecord;
import io.shopcare.platform.notices.Notices;
import io.shopcare.platform.security.Person;
import io.shopcare.platform.web.Page;

/** What the buyer of an order was told, and what could not be told yet. */
@RestController
@Tag(name = "Notices")
final class NoticeController {
    private final Notices notices;
    private final VisibleOrders visible;

    NoticeController(Notices notices, VisibleOrders visible) {
        this.notices = notices;
        this.visible = visible;
    }

    @GetMapping("/api/order/notices")
    @Operation(summary = "Notices about an order, oldest first; unsent ones say why")
    Page<NoticeRecord> about(@RequestParam String orderId, Person person) {
        visible.of(orderId, person);
        return new Page<>(notices.about(orderId), null);
    }
}
