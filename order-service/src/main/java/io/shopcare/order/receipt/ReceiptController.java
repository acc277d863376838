package io.shopcare.order.receipt;

import java.time.Instant;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

import io.shopcare.order.orders.FulfilmentState;
import io.shopcare.order.orders.Order;
import io.shopcare.order.orders.VisibleOrders;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.problems.ProblemException;
import io.shopcare.platform.security.Person;
import io.shopcare.platform.web.Etags;

/** The buyer's word that the goods have arrived. */
@RestController
@Tag(name = "Orders")
final class ReceiptController {
    private final VisibleOrders visible;
    private final ConfirmReceipt confirming;

    ReceiptController(VisibleOrders visible, ConfirmReceipt confirming) {
        this.visible = visible;
        this.confirming = confirming;
    }

    /** What became of the order. */
    record Receipt(String orderId, State state, @Nullable Instant receivedAt, @Nullable Instant completedAt) {
        record State(FulfilmentState fulfilment) {}

        static Receipt of(Order order) {
            var fulfilment = order.fulfilment();
            return new Receipt(order.orderId(), new State(fulfilment.state()), fulfilment.receivedAt(),
                    fulfilment.completedAt());
        }
    }

    @PostMapping("/api/order/orders/{orderId}/receipt")
    @Operation(summary = "Confirm the receipt (the buyer only)")
    ResponseEntity<Receipt> confirm(@PathVariable String orderId, Person person, CommandContext context) {
        var order = visible.of(orderId, person).aggregate();
        if (!person.isBuyer(order.buyer().shop(), order.buyer().channel(), order.buyer().buyerId()))
            throw ProblemException.forbidden();
        var stored = confirming.handle(orderId, context).orThrow().stored();
        return Etags.ok(stored, Receipt.of(stored.aggregate()));
    }
}
