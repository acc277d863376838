package io.shopcare.aftersale.cases;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.shopcare.aftersale.policies.PolicyRule.ServiceTarget;
import io.shopcare.aftersale.policies.RemedyKind;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.store.Decision;
import io.shopcare.platform.testkit.store.InMemoryAggregateStore;

import static io.shopcare.aftersale.cases.CaseFixtures.*;
import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("A10: clocks end a case that the buyer leaves, and never take anything from them")
class ClocksOfACaseTest {
    private static final Instant LATER = NOW.plusSeconds(365L * 86_400);

    private final InMemoryAggregateStore<Case> cases = new InMemoryAggregateStore<>(CaseConfiguration.TYPE);

    @Test
    void aBuyerWhoChoosesNothingLetsTheCaseEnd() {
        var proposed = put(proposed(aReturnCase()));
        var chooseBy = Objects.requireNonNull(proposed.proposal()).chooseBy();

        cases.fireDue(chooseBy.minusMillis(1));
        assertThat(theCase().state()).isEqualTo(CaseState.PROPOSED);
        cases.fireDue(chooseBy);
        cases.fireDue(LATER);

        assertThat(theCase().outcome()).isEqualTo(CaseOutcome.WITHDRAWN);
        assertThat(cases.published(CaseEvent.Closed.class)).singleElement().extracting(CaseEvent.Closed::reason)
                .isEqualTo("buyer-silent");
    }

    @Test
    void aBuyerWhoSendsNothingBackLetsTheCaseEnd() {
        var returning = put(returning(proposed(aReturnCase())));
        var sendBackBy = Objects.requireNonNull(returning.goodsReturn()).sendBackBy();

        cases.fireDue(sendBackBy.minusMillis(1));
        assertThat(theCase().state()).isEqualTo(CaseState.AGREED);
        cases.fireDue(sendBackBy);

        assertThat(theCase().state()).isEqualTo(CaseState.CLOSED);
        assertThat(theCase().lines()).allMatch(line -> line.custody() == Custody.NOT_ANNOUNCED
                && line.money() == LineMoney.NONE);
        assertThat(cases.published(CaseEvent.RefundAsked.class)).isEmpty();
    }

    @Test
    void nothingEndsOnceTheGoodsAreOnTheirWayOrTheMoneyIs() {
        for (var theCase : List.of(sent(returning(proposed(aReturnCase()))),
                arrived(sent(returning(proposed(aReturnCase())))), refunding(),
                keeping(proposed(aReturnCase())))) {
            var store = new InMemoryAggregateStore<>(CaseConfiguration.TYPE);
            store.create("case-1", CommandContext.bySystem("test"), () -> Decision.accept(theCase));

            store.fireDue(LATER);

            assertThat(store.find("case-1").orElseThrow().aggregate()).isEqualTo(theCase);
        }
    }

    @Test
    @DisplayName("a difference found at the gate is settled by people: silence to the next proposal takes nothing")
    void silenceAfterTheGoodsAreBackEndsNothing() {
        var differing = arrived(sent(returning(proposed(aReturnCase())))).grade(grading(SCARF, 1, Grade.DAMAGED));
        var again = put(accepted(accepted(differing).propose(offering(keepWith("40.00"), returnAndRefund()))));
        assertThat(again.state()).isEqualTo(CaseState.PROPOSED);

        cases.fireDue(LATER);

        assertThat(theCase().state()).isEqualTo(CaseState.PROPOSED);
    }

    @Test
    void theChoiceInTimeStopsTheClock() {
        var proposed = put(proposed(aReturnCase()));
        cases.decide("case-1", CommandContext.bySystem("choose"),
                theCase -> theCase.choose(choosing(proposed, RemedyKind.KEEP_WITH_PARTIAL_REFUND)));

        cases.fireDue(LATER);

        assertThat(theCase().state()).isEqualTo(CaseState.AGREED);
    }

    @Test
    @DisplayName("a target in business hours goes on after the weekend; Friday 10:30 and 9 hours are Monday 10:30")
    void countsTargetsInBusinessHours() {
        var inBusinessHours = new ServiceTarget("own-shop-service", Map.of(), 2, 9, 17, true);
        var targets = Targets.of(inBusinessHours, NOW, OFFICE);

        assertThat(targets.firstAnswerBy()).isEqualTo("2026-11-13T04:30:00Z");
        assertThat(targets.proposeBy()).isEqualTo("2026-11-16T02:30:00Z");
    }

    private Case put(Case theCase) {
        cases.create("case-1", CommandContext.bySystem("test"), () -> Decision.accept(theCase));
        return theCase;
    }

    private Case theCase() {
        return cases.find("case-1").orElseThrow().aggregate();
    }
}
