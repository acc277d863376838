package io.shopcare.order.audit;

import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.shopcare.order.orders.Order;
import io.shopcare.order.orders.OrderView;
import io.shopcare.order.orders.VisibleOrders;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.security.Person;
import io.shopcare.platform.store.Outcome;
import io.shopcare.platform.web.Etags;

/** Ways of letting an order through that change its parcels: merged with another, split in two (O8, O14). */
@RestController
@RequestMapping("/api/order/orders/{id}")
@PreAuthorize("hasRole('auditor')")
@Tag(name = "Audit")
class ResolutionController {
    /** @param into the order whose parcel takes this one's goods along */
    record Merger(@NotBlank @Size(max = 64) String into, @Nullable @Size(max = 500) String note) {}

    /** @param first what ships now */
    record NewSplit(@NotEmpty @Size(max = 200) List<@Valid Part> first,
            @NotBlank @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*") @Size(max = 64) String reason,
            @Nullable @Size(max = 500) String note) {}

    /** Units of a line. */
    @Schema(name = "SplitPart")
    record Part(@NotBlank @Size(max = 64) String lineId, @Positive @Max(10_000) int quantity) {}

    private final ResolveOrder resolve;
    private final VisibleOrders orders;

    ResolutionController(ResolveOrder resolve, VisibleOrders orders) {
        this.resolve = resolve;
        this.orders = orders;
    }

    @PostMapping("/merger")
    @Operation(summary = "Lets a held order through into the parcel of another, of the same buyer and address; each keeps its own money")
    ResponseEntity<OrderView> merge(@PathVariable String id, @RequestBody @Valid Merger body, Person person,
            CommandContext context) {
        var seen = orders.ofStaff(id, person).aggregate();
        var host = orders.ofStaff(body.into(), person).aggregate();
        return answer(resolve.merge(seen, host, body.note(), context), person);
    }

    @PostMapping("/split")
    @Operation(summary = "Ships part of an order now; the rest waits until it is let go, for a parcel of its own")
    ResponseEntity<OrderView> split(@PathVariable String id, @RequestBody @Valid NewSplit body, Person person,
            CommandContext context) {
        var seen = orders.ofStaff(id, person).aggregate();
        var first = body.first().stream().map(part -> new ResolveOrder.Units(part.lineId(), part.quantity())).toList();
        return answer(resolve.split(seen, first, body.reason(), body.note(), context), person);
    }

    @PostMapping("/split/release")
    @Operation(summary = "Lets the rest of a split order go")
    ResponseEntity<OrderView> release(@PathVariable String id, Person person, CommandContext context) {
        orders.ofStaff(id, person);
        return answer(resolve.releaseRest(id, context), person);
    }

    private static ResponseEntity<OrderView> answer(Outcome<Order> outcome, Person person) {
        var stored = outcome.orThrow().stored();
        return Etags.ok(stored, OrderView.of(stored.aggregate(), person));
    }
}
