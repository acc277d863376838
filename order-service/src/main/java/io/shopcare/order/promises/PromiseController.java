package io.shopcare.order.promises;

import java.time.Clock;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.shopcare.order.orders.Order;
import io.shopcare.order.orders.OrderView;
import io.shopcare.order.orders.Roles;
import io.shopcare.order.orders.VisibleOrders;
import io.shopcare.order.trade.ActorRef;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.problems.ProblemException;
import io.shopcare.platform.security.Person;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.web.Etags;

/** Promises on orders over HTTP. */
@RestController
@RequestMapping("/api/order/orders/{id}/promises")
@Tag(name = "Promises")
class PromiseController {

    /** @param reason code of reasons.yaml */
    @Schema(name = "NewWaiver")
    record Waiver(@NotBlank @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*") @Size(max = 64) String reason) {}

    private final VisibleOrders visible;
    private final AggregateStore<Order> orders;
    private final Clock clock;

    PromiseController(VisibleOrders visible, AggregateStore<Order> orders, Clock clock) {
        this.visible = visible;
        this.orders = orders;
        this.clock = clock;
    }

    @PostMapping("/{promiseId}/waiver")
    @Operation(summary = "Sets an open promise aside, with a reason")
    ResponseEntity<OrderView> waive(@PathVariable String id, @PathVariable String promiseId,
            @RequestBody @Valid Waiver body, Person person, CommandContext context) {
        visible.ofStaff(id, person);
        if (!Roles.mayWaive(person))
            throw ProblemException.forbidden();
        var stored = orders.decide(id, context, order -> order.waivePromise(promiseId, ActorRef.of(context.actor()),
                body.reason(), clock.instant())).orThrow().stored();
        return Etags.ok(stored, OrderView.of(stored.aggregate(), person));
    }
}
