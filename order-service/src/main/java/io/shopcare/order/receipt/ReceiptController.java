package io.shopcare.order.receipt;

import java.time.Instant;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
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
import io.shopcare.platform.store.Outcome;
import io.shopcare.platform.web.Etags;

/** The buyer's word that the goods have arrived, or that they need more time. */
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
    @Schema(name = "ReceiptView")
    record Receipt(String orderId, State state, @Nullable Instant receiptDue, @Nullable Instant receivedAt,
            @Nullable Instant completedAt) {
        @Schema(name = "ReceiptState")
        record State(FulfilmentState fulfilment) {}

        static Receipt of(Order order) {
            var fulfilment = order.fulfilment();
            return new Receipt(order.orderId(), new State(fulfilment.state()), order.receiptDue(),
                    fulfilment.receivedAt(), fulfilment.completedAt());
        }
    }

    @PostMapping("/api/order/orders/{orderId}/receipt")
    @Operation(summary = "Confirm the receipt (the buyer only)")
    ResponseEntity<Receipt> confirm(@PathVariable String orderId, Person person, CommandContext context) {
        return answer(confirming.confirm(ofBuyer(orderId, person), context));
    }

    @PostMapping("/api/order/orders/{orderId}/receipt/extension")
    @Operation(summary = "Ask for more time before the receipt is confirmed by itself (the buyer only, once)")
    ResponseEntity<Receipt> extend(@PathVariable String orderId, Person person, CommandContext context) {
        return answer(confirming.extend(ofBuyer(orderId, person), context));
    }

    private String ofBuyer(String orderId, Person person) {
        var buyer = visible.of(orderId, person).aggregate().buyer();
        if (!person.isBuyer(buyer.shop(), buyer.channel(), buyer.buyerId()))
            throw ProblemException.forbidden();
        return orderId;
    }

    private static ResponseEntity<Receipt> answer(Outcome<Order> outcome) {
        var stored = outcome.orThrow().stored();
        return Etags.ok(stored, Receipt.of(stored.aggregate()));
    }
}
