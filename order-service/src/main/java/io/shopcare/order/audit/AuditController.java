package io.shopcare.order.audit;

import java.time.Clock;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import io.shopcare.order.orders.Order;
import io.shopcare.order.orders.OrderView;
import io.shopcare.order.orders.Roles;
import io.shopcare.order.orders.VisibleOrders;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.problems.ProblemException;
import io.shopcare.platform.security.Person;
import io.shopcare.platform.store.Outcome;
import io.shopcare.platform.web.Cursor;
import io.shopcare.platform.web.Etags;
import io.shopcare.platform.web.Page;

/** The auditor's desk over HTTP. */
@RestController
@RequestMapping("/api/order")
@Tag(name = "Audit")
class AuditController {
    private static final String CODE = "[a-z0-9]+(-[a-z0-9]+)*";

    /** @param reason code of reasons.yaml */
    record Reason(@NotBlank @Pattern(regexp = CODE) @Size(max = 64) String reason,
            @Nullable @Size(max = 500) String note) {}

    /** @param owner role that is to resolve it; the auditor's when none is named */
    record NewHold(@NotBlank @Pattern(regexp = CODE) @Size(max = 64) String code,
            @Nullable @Size(max = 500) String note,
            @Nullable @Pattern(regexp = "auditor|presales|aftersales|finance|supervisor") String owner) {}

    private final DecideAudit decide;
    private final AuditQueue queue;
    private final VisibleOrders orders;
    private final Clock clock;

    AuditController(DecideAudit decide, AuditQueue queue, VisibleOrders orders, Clock clock) {
        this.decide = decide;
        this.queue = queue;
        this.orders = orders;
        this.clock = clock;
    }

    @GetMapping("/audit-queue")
    @PreAuthorize("hasAnyRole('auditor', 'supervisor')")
    @Operation(summary = "Held orders by deadline and value, with all reasons at once; waitsFor=buyer or presales: those whose question is open; overdue=true: those of which a hold should have been resolved by now")
    Page<OrderView> queue(@RequestParam String shop,
            @RequestParam(required = false) @Pattern(regexp = "buyer|presales") @Nullable String waitsFor,
            @RequestParam(required = false) @Nullable Boolean overdue,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit, Person person) {
        if (!person.worksIn(shop))
            throw ProblemException.notFound();
        return queue.page(shop, waitsFor, Boolean.TRUE.equals(overdue) ? clock.instant() : null, Cursor.read(after, 3),
                limit).map(order -> OrderView.of(order, person));
    }

    @PostMapping("/orders/{id}/approval")
    @PreAuthorize("hasRole('auditor')")
    @Operation(summary = "Lets a held order through; whoever comes second hears who was first")
    ResponseEntity<OrderView> approve(@PathVariable String id, @RequestBody @Valid Reason body, Person person,
            CommandContext context) {
        var seen = orders.ofStaff(id, person).aggregate();
        return answer(decide.approve(seen, body.reason(), body.note(), context), person);
    }

    @PostMapping("/orders/{id}/rejection")
    @PreAuthorize("hasRole('auditor')")
    @Operation(summary = "Refuses a held order for good: it is cancelled, and paid money goes back")
    ResponseEntity<OrderView> reject(@PathVariable String id, @RequestBody @Valid Reason body, Person person,
            CommandContext context) {
        orders.ofStaff(id, person);
        return answer(decide.reject(id, body.reason(), body.note(), context), person);
    }

    @PostMapping("/orders/{id}/holds")
    @Operation(summary = "Puts a hold on an order: nothing prints or ships while it is open")
    ResponseEntity<OrderView> hold(@PathVariable String id, @RequestBody @Valid NewHold body, Person person,
            CommandContext context) {
        var seen = orders.ofStaff(id, person).aggregate();
        if (!Roles.mayHold(person))
            throw ProblemException.forbidden();
        var owner = body.owner() == null ? "auditor" : body.owner();
        return answer(decide.hold(seen, body.code(), owner, body.note(), context), person);
    }

    @PostMapping("/orders/{id}/holds/{holdId}/release")
    @Operation(summary = "Lets a hold go; for its owner's role, or a supervisor")
    ResponseEntity<OrderView> release(@PathVariable String id, @PathVariable String holdId,
            @RequestBody @Valid Reason body, Person person, CommandContext context) {
        var hold = orders.ofStaff(id, person).aggregate().holds().find(holdId)
                .orElseThrow(ProblemException::notFound);
        if (!Roles.mayRelease(person, hold))
            throw ProblemException.forbidden();
        return answer(decide.release(id, holdId, body.reason(), context), person);
    }

    private static ResponseEntity<OrderView> answer(Outcome<Order> outcome, Person person) {
        var stored = outcome.orThrow().stored();
        return Etags.ok(stored, OrderView.of(stored.aggregate(), person));
    }
}
