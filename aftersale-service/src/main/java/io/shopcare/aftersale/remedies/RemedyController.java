package io.shopcare.aftersale.remedies;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.shopcare.aftersale.cases.Authority;
import io.shopcare.aftersale.cases.BuyerWords;
import io.shopcare.aftersale.cases.Case;
import io.shopcare.aftersale.cases.CaseAction;
import io.shopcare.aftersale.cases.CasePolicies;
import io.shopcare.aftersale.cases.CaseView;
import io.shopcare.aftersale.cases.CaseViews;
import io.shopcare.aftersale.cases.Choosing;
import io.shopcare.aftersale.cases.Request;
import io.shopcare.aftersale.cases.Verification;
import io.shopcare.aftersale.cases.VisibleCases;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.problems.InvalidFieldException;
import io.shopcare.platform.security.Person;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.Outcome;
import io.shopcare.platform.web.Etags;

/** Verifying, proposing, choosing. */
@RestController
@RequestMapping("/api/aftersale/cases/{id}")
@Tag(name = "Remedies", description = "What is found, offered and chosen")
class RemedyController {
    private final AggregateStore<Case> store;
    private final ProposeRemedies propose;
    private final VisibleCases visible;
    private final CasePolicies policies;
    private final Authority authority;
    private final CaseViews views;
    private final Clock clock;

    RemedyController(AggregateStore<Case> store, ProposeRemedies propose, VisibleCases visible, CasePolicies policies,
            Authority authority, CaseViews views, Clock clock) {
        this.store = store;
        this.propose = propose;
        this.visible = visible;
        this.policies = policies;
        this.authority = authority;
        this.views = views;
        this.clock = clock;
    }

    @PostMapping("/verification")
    @Operation(summary = "What an agent found; the rules follow it, and the buyer's reason stays as it was said")
    ResponseEntity<CaseView> verify(@PathVariable String id, @RequestBody @Valid RemedyRequests.Found found,
            Person person, CommandContext context, Locale language) {
        visible.require(id, person, CaseAction.VERIFICATION);
        var broken = found.broken() == null ? Map.<String, List<String>>of() : found.broken();
        if (!broken.values().stream().flatMap(List::stream).allMatch(policies::knowsBreach))
            throw new InvalidFieldException("broken", "malformed", null);
        var verification = new Verification(found.verifiedReason(),
                found.confirmedExceptions() == null ? Set.of() : found.confirmedExceptions(), broken, context.actor(),
                clock.instant());
        return answer(store.decide(id, context,
                theCase -> theCase.verify(verification, policies.of(theCase.order()))), person, language);
    }

    @PostMapping("/remedies")
    @Operation(summary = "Offers remedies to choose from: two or more, or fewer with a reason")
    ResponseEntity<CaseView> propose(@PathVariable String id, @RequestBody @Valid RemedyRequests.Offers offers,
            Person person, CommandContext context, Locale language) {
        var seen = visible.require(id, person, CaseAction.REMEDIES);
        var command = new ProposeRemedies.Command(seen,
                offers.remedies().stream().map(RemedyRequests.Offer::wish).toList(), offers.fewerReason(),
                offers.beyondRule(), person);
        return answer(propose.handle(command, context), person, language);
    }

    @PostMapping("/choice")
    @Operation(summary = "The buyer chooses; nothing else is carried out")
    ResponseEntity<CaseView> choose(@PathVariable String id, @RequestBody @Valid RemedyRequests.Choice choice,
            Person person, CommandContext context, Locale language) {
        var shop = visible.require(id, person, CaseAction.CHOICE).shop();
        return answer(store.decide(id, context,
                theCase -> theCase.choose(new Choosing(choice.remedyId(), policies.of(theCase.order()), authority,
                        policies.returnWarehouse(shop), context.actor(), clock.instant()))),
                person, language);
    }

    @PostMapping("/refusal")
    @Operation(summary = "The buyer wants none of the remedies, and may say what instead")
    ResponseEntity<CaseView> refuse(@PathVariable String id, @RequestBody @Valid RemedyRequests.CounterWish wish,
            Person person, CommandContext context, Locale language) {
        visible.require(id, person, CaseAction.REFUSAL);
        var words = wish.words();
        var request = new Request(context.actor(), clock.instant(), wish.reason(),
                words == null || words.isBlank() ? null : new BuyerWords(words));
        return answer(store.decide(id, context, theCase -> theCase.refuseAll(request)), person, language);
    }

    private ResponseEntity<CaseView> answer(Outcome<Case> outcome, Person person, Locale language) {
        var stored = outcome.orThrow().stored();
        return Etags.ok(stored, views.of(stored, person, language));
    }
}
