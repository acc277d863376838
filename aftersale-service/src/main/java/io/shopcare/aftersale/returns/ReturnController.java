package io.shopcare.aftersale.returns;

import java.time.Clock;
import java.util.Locale;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
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
import io.shopcare.aftersale.cases.CasePolicies;
import io.shopcare.aftersale.cases.CaseView;
import io.shopcare.aftersale.cases.CaseViews;
import io.shopcare.aftersale.cases.GoodsBack;
import io.shopcare.aftersale.cases.Grading;
import io.shopcare.aftersale.cases.VisibleCases;
import io.shopcare.aftersale.cases.Waybill;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.security.Person;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.Outcome;
import io.shopcare.platform.web.Etags;

/** Goods on their way back. */
@RestController
@RequestMapping("/api/aftersale/cases/{id}")
@Tag(name = "Returns", description = "Goods on their way back")
class ReturnController {
    private final AggregateStore<Case> store;
    private final VisibleCases visible;
    private final CasePolicies policies;
    private final Authority authority;
    private final CaseViews views;
    private final Clock clock;

    ReturnController(AggregateStore<Case> store, VisibleCases visible, CasePolicies policies, Authority authority,
            CaseViews views, Clock clock) {
        this.store = store;
        this.visible = visible;
        this.policies = policies;
        this.authority = authority;
        this.views = views;
        this.clock = clock;
    }

    @PostMapping("/goods-sent")
    @Operation(summary = "The buyer gave the goods to a carrier")
    ResponseEntity<CaseView> sent(@PathVariable String id, @RequestBody @Valid ReturnRequests.Sent sent,
            Person person, CommandContext context, Locale language) {
        visible.require(id, person, CaseAction.GOODS_SENT);
        var waybill = new Waybill(sent.carrier(), sent.waybill());
        return answer(store.decide(id, context, theCase -> theCase.goodsSent(waybill)), person, language);
    }

    @PostMapping("/goods-received")
    @Operation(summary = "The goods are in the warehouse, counted and not yet inspected", description = "Starts the clock of the refund (R5). Without a body all came as announced.")
    ResponseEntity<CaseView> received(@PathVariable String id,
            @RequestBody(required = false) @Valid ReturnRequests.@Nullable Received received, Person person,
            CommandContext context, Locale language) {
        visible.require(id, person, CaseAction.GOODS_RECEIVED);
        var counted = received == null ? new ReturnRequests.Received(null, null) : received;
        return answer(store.decide(id, context, theCase -> theCase.goodsReceived(new GoodsBack.Arrival(
                counted.units(), counted.warehouse(), policies.of(theCase.order()), clock.instant()))), person,
                language);
    }

    @PostMapping("/grading")
    @Operation(summary = "What came back; when it is what was said, the refund is asked for at once")
    ResponseEntity<CaseView> grade(@PathVariable String id, @RequestBody @Valid ReturnRequests.Graded graded,
            Person person, CommandContext context, Locale language) {
        visible.require(id, person, CaseAction.GRADING);
        return answer(store.decide(id, context,
                theCase -> theCase.grade(new Grading(graded.results(), authority, clock.instant()))), person, language);
    }

    private ResponseEntity<CaseView> answer(Outcome<Case> outcome, Person person, Locale language) {
        var stored = outcome.orThrow().stored();
        return Etags.ok(stored, views.of(stored, person, language));
    }
}
