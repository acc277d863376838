package io.shopcare.aftersale.refunds;

import java.time.Clock;
import java.util.Locale;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.shopcare.aftersale.cases.Authority;
import io.shopcare.aftersale.cases.Case;
import io.shopcare.aftersale.cases.CaseAction;
import io.shopcare.aftersale.cases.CaseOutcome;
import io.shopcare.aftersale.cases.CaseView;
import io.shopcare.aftersale.cases.CaseViews;
import io.shopcare.aftersale.cases.Refunding;
import io.shopcare.aftersale.cases.VisibleCases;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.security.Person;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.Outcome;
import io.shopcare.platform.web.Etags;

/** Money back, and the end of a case. */
@RestController
@RequestMapping("/api/aftersale/cases/{id}")
@Tag(name = "Refunds", description = "Money back, and the end of a case")
class RefundController {
    private final AggregateStore<Case> store;
    private final VisibleCases visible;
    private final Authority authority;
    private final CaseViews views;
    private final Clock clock;

    RefundController(AggregateStore<Case> store, VisibleCases visible, Authority authority, CaseViews views,
            Clock clock) {
        this.store = store;
        this.visible = visible;
        this.authority = authority;
        this.views = views;
        this.clock = clock;
    }

    @Schema(name = "RefundApproval")
    record Approval(
            @NotNull @Schema(description = "false gives it back to the agent", example = "true") Boolean approved) {}

    record Closure(
            @Nullable @Schema(description = "How it ended, where no remedy was carried out", example = "withdrawn") CaseOutcome outcome) {}

    @PostMapping("/refund")
    @Operation(summary = "Asks for the refund of what was chosen: after a difference, before the goods are back, or again", description = "Above the agent's authority it waits for somebody else's approval. order-service carries it"
            + " out, once per request, and its answer comes back as events.")
    ResponseEntity<CaseView> ask(@PathVariable String id, Person person, CommandContext context, Locale language) {
        visible.require(id, person, CaseAction.REFUND);
        var asking = new Refunding(authority, context.actor(), clock.instant());
        return answer(store.decide(id, context, theCase -> theCase.askRefund(asking)), person, language);
    }

    @PostMapping("/refund-approval")
    @Operation(summary = "Approves an amount above the agent's authority, or gives it back; never by the one who asked")
    ResponseEntity<CaseView> approve(@PathVariable String id, @RequestBody @Valid Approval approval, Person person,
            CommandContext context, Locale language) {
        visible.require(id, person, CaseAction.REFUND_APPROVAL);
        var approving = new Refunding(authority, context.actor(), clock.instant());
        return answer(store.decide(id, context, theCase -> theCase.approveRefund(approval.approved(), approving)),
                person, language);
    }

    @PostMapping("/closure")
    @Operation(summary = "Ends a case: the buyer withdraws it, or the desk refuses it or finds it settled", description = "A case whose remedy is carried out closes by itself; closing it again changes nothing.")
    ResponseEntity<CaseView> close(@PathVariable String id, @RequestBody(required = false) @Nullable Closure closure,
            Person person, CommandContext context, Locale language) {
        visible.require(id, person, CaseAction.CLOSURE);
        var named = closure == null ? null : closure.outcome();
        var how = named == null && person.isBuyer() ? CaseOutcome.WITHDRAWN : named;
        return answer(store.decide(id, context, theCase -> theCase.close(how, context.actor())), person, language);
    }

    private ResponseEntity<CaseView> answer(Outcome<Case> outcome, Person person, Locale language) {
        var stored = outcome.orThrow().stored();
        return Etags.ok(stored, views.of(stored, person, language));
    }
}
