package io.shopcare.order.orders;

import java.time.Clock;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.shopcare.order.trade.ActorRef;
import io.shopcare.order.trade.SellerNote;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.security.Person;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.web.Etags;

/** What the shop's people note on an order, over HTTP. */
@RestController
@RequestMapping("/api/order/orders/{id}/seller-note")
@Tag(name = "Orders")
class SellerNoteController {
    /** What is to be there from now on; what is left out is taken away. */
    record NewSellerNote(@Nullable @Size(max = 500) String remark, SellerNote.@Nullable Flag flag) {}

    private final AggregateStore<Order> orders;
    private final VisibleOrders visible;
    private final Clock clock;

    SellerNoteController(AggregateStore<Order> orders, VisibleOrders visible, Clock clock) {
        this.orders = orders;
        this.visible = visible;
        this.clock = clock;
    }

    @PostMapping
    @PreAuthorize("hasAnyRole('auditor', 'presales', 'aftersales', 'finance', 'supervisor')")
    @Operation(summary = "Notes words and a colour on an order, for the shop's people only; new words on an approved order hold it for a look")
    ResponseEntity<OrderView> note(@PathVariable String id, @RequestBody @Valid NewSellerNote body, Person person,
            CommandContext context) {
        visible.ofStaff(id, person);
        var words = body.remark() == null || body.remark().isBlank() ? null : body.remark();
        var stored = orders.decide(id, context, order -> order.note(new SellerNote(words, body.flag(),
                ActorRef.of(person.actor()), clock.instant()), person.has("auditor"))).orThrow().stored();
        return Etags.ok(stored, OrderView.of(stored.aggregate(), person));
    }
}
