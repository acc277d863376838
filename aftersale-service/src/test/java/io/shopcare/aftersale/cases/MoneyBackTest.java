package io.shopcare.aftersale.cases;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.shopcare.aftersale.cases.CaseLine.GradedUnits;
import io.shopcare.aftersale.policies.Reason;
import io.shopcare.aftersale.policies.RemedyKind;
import io.shopcare.platform.commands.Actor;
import io.shopcare.platform.money.Money;
import io.shopcare.platform.store.Rejection;

import static io.shopcare.aftersale.cases.CaseFixtures.*;
import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("A8: a refund is never executed twice and never lost, and above the authority never by the one who asked")
class MoneyBackTest {

    @Test
    void derivesTheIdOfARequestFromTheCaseAndTheAttempt() {
        assertThat(refunding().refunds().getFirst().requestId()).isEqualTo(RefundAttempt.requestId("case-1", 1))
                .isEqualTo(refunding().refunds().getFirst().requestId());
    }

    @Test
    void asksOnceWhoeverAsksAgain() {
        var again = refunding().askRefund(new Refunding(UP_TO_500, SHU, NOW));
        assertThat(events(again)).isEmpty();
        assertThat(accepted(again).refunds()).hasSize(1);
    }

    @Test
    void waitsForApprovalAboveTheAgentsAuthority() {
        var waiting = aCoatThatWaitsForApproval();
        assertThat(waiting.refunds()).isEmpty();
        assertThat(waiting.standing().waitingFor()).isEqualTo(Standing.WaitingFor.SUPERVISOR);
        assertThat(waiting.lines().getFirst().money()).isEqualTo(LineMoney.DUE);
    }

    @Test
    void isNotApprovedByTheOneWhoAsked() {
        var why = refused(aCoatThatWaitsForApproval().approveRefund(true, new Refunding(UP_TO_500, SHU, NOW)));
        assertThat(why.kind()).isEqualTo(Rejection.Kind.FORBIDDEN);
        assertThat(why.code()).isEqualTo("not-by-the-one-who-asked");
    }

    @Test
    void isAskedForOnceSomebodyElseApproves() {
        var approved = aCoatThatWaitsForApproval().approveRefund(true, new Refunding(UP_TO_500, ZHU, NOW));
        var asked = (CaseEvent.RefundAsked) events(approved).getFirst();
        assertThat(asked.actor()).isEqualTo(SHU);
        assertThat(asked.approvedBy()).isEqualTo(ZHU);
        assertThat(asked.amount()).isEqualTo(cny("854.05"));
        assertThat(refused(accepted(approved).approveRefund(true, new Refunding(UP_TO_500, ZHU, NOW))).code())
                .isEqualTo("not-in-this-phase");
    }

    @Test
    void goesBackToTheAgentWhenItIsNotApproved() {
        var declined = accepted(
                aCoatThatWaitsForApproval().approveRefund(false, new Refunding(UP_TO_500, ZHU, NOW)));
        assertThat(declined.refunds()).isEmpty();
        assertThat(declined.standing().waitingFor()).isEqualTo(Standing.WaitingFor.AGENT);
        accepted(declined.propose(offering(returnAndRefund(), keepWith("60.00"))));
    }

    @Test
    @DisplayName("S8: in doubt is shown, and nothing else can be asked until it is known")
    void showsDoubtAndWaits() {
        var doubtful = told(refunding(), RefundState.IN_DOUBT);
        assertThat(doubtful.lines().getFirst().money()).isEqualTo(LineMoney.IN_DOUBT);
        assertThat(events(doubtful.askRefund(new Refunding(UP_TO_500, SHU, NOW)))).isEmpty();
        assertThat(refused(doubtful.close(CaseOutcome.SETTLED_ITSELF, SHU)).code()).isEqualTo("not-in-this-phase");
        assertThat(told(doubtful, RefundState.SUCCEEDED).state()).isEqualTo(CaseState.CLOSED);
    }

    @Test
    void goesBackToTheAgentWhenItFailedForGood() {
        var failed = told(refunding(), RefundState.FAILED);
        assertThat(failed.lines().getFirst().money()).isEqualTo(LineMoney.REFUSED);
        assertThat(failed.standing().waitingFor()).isEqualTo(Standing.WaitingFor.AGENT);
        var again = failed.askRefund(new Refunding(UP_TO_500, SHU, NOW));
        assertThat(((CaseEvent.RefundAsked) events(again).getFirst()).requestId())
                .isEqualTo(RefundAttempt.requestId("case-1", 2));
        assertThat(told(accepted(again), RefundState.SUCCEEDED).refunded()).isEqualTo(cny("249.85"));
    }

    @Test
    @DisplayName("A request that order-service may still pay is never doubled by another one")
    void doesNotAskAnewWhileTheOldRequestMayStillBePaid() {
        var faltered = told(refunding(), RefundState.FALTERED);
        assertThat(events(faltered.askRefund(new Refunding(UP_TO_500, SHU, NOW)))).isEmpty();
        var triedAgain = told(faltered, RefundState.ACCEPTED);
        assertThat(triedAgain.lines().getFirst().money()).isEqualTo(LineMoney.ASKED);
        assertThat(told(triedAgain, RefundState.SUCCEEDED).state()).isEqualTo(CaseState.CLOSED);
    }

    @Test
    void hearsTheSameWordOnce() {
        var paid = told(refunding(), RefundState.SUCCEEDED);
        var again = paid.hear(news(paid, RefundState.SUCCEEDED));
        assertThat(events(again)).isEmpty();
        assertThat(accepted(again)).isEqualTo(paid);
    }

    @Test
    void doesNotGoBackWhenAnOlderWordComesLate() {
        var paid = told(refunding(), RefundState.SUCCEEDED);
        for (var older : List.of(RefundState.ACCEPTED, RefundState.IN_DOUBT, RefundState.FALTERED, RefundState.FAILED))
            assertThat(accepted(paid.hear(news(paid, older)))).isEqualTo(paid);
    }

    @Test
    void believesAProviderThatPaidAfterAll() {
        var paid = told(told(refunding(), RefundState.FAILED), RefundState.SUCCEEDED);
        assertThat(paid.refunded()).isEqualTo(cny("249.85"));
        assertThat(paid.state()).isEqualTo(CaseState.CLOSED);
    }

    @Test
    @DisplayName("Word of a success that comes before this case wrote that it asks is kept, and nothing is asked again")
    void keepsASuccessThatCameBeforeItsOwnRequest() {
        var arrived = arrived(sent(returning(proposed(aReturnCase()))));
        var early = new RefundNews(RefundAttempt.requestId("case-1", 1), "refund-1", RefundState.SUCCEEDED,
                cny("249.85"), List.of(new RefundNews.Share(SCARF, 1, cny("249.85"))), Money.zero("CNY"), null, NOW,
                NOW);
        var knowing = accepted(arrived.hear(early));
        assertThat(knowing.refunded()).isEqualTo(cny("249.85"));
        var graded = knowing.grade(grading(SCARF, 1, Grade.AS_NEW));
        assertThat(events(graded)).hasExactlyElementsOfTypes(CaseEvent.GoodsGraded.class, CaseEvent.Resolved.class,
                CaseEvent.Closed.class);
    }

    @Test
    void filesARefundThatItNeverAskedFor() {
        var stranger = new RefundNews("by-finance", "refund-9", RefundState.SUCCEEDED, cny("20.00"),
                List.of(new RefundNews.Share(SCARF, 0, cny("20.00"))), Money.zero("CNY"), null, NOW, NOW);
        var knowing = accepted(aReturnCase().hear(stranger));
        assertThat(knowing.refunded()).isEqualTo(cny("20.00"));
        assertThat(knowing.refunds().getFirst().askedBy()).isEqualTo(Actor.service("order-service"));
        assertThat(knowing.state()).isEqualTo(CaseState.OPENED);
    }

    @Test
    @DisplayName("A7: differences go to the agent, and no money moves by itself")
    void leavesWhatArrivedOtherwiseToTheAgent() {
        var worn = accepted(arrived(sent(returning(proposed(aReturnCase())))).grade(grading(SCARF, 1, Grade.WORN)));
        assertThat(worn.refunds()).isEmpty();
        assertThat(Difference.in(worn)).containsExactly(new Difference(SCARF, Difference.Kind.NOT_INTACT, 1));
        assertThat(worn.standing().waitingFor()).isEqualTo(Standing.WaitingFor.AGENT);
        var decided = worn.askRefund(new Refunding(UP_TO_500, SHU, NOW));
        assertThat(((CaseEvent.RefundAsked) events(decided).getFirst()).actor()).isEqualTo(SHU);
    }

    @Test
    @DisplayName("A7: when worn goods came back the agent may propose anew, and the goods need not come twice")
    void proposesAnewAfterADifference() {
        var worn = accepted(arrived(sent(returning(proposed(aReturnCase())))).grade(grading(SCARF, 1, Grade.WORN)));
        var proposed = accepted(worn.propose(offering(keepWith("200.00"), keepWith("150.00"))));
        assertThat(proposed.lines().getFirst().money()).isEqualTo(LineMoney.NONE);
        var chosen = proposed.choose(choosing(proposed, RemedyKind.KEEP_WITH_PARTIAL_REFUND));
        assertThat(events(chosen)).hasExactlyElementsOfTypes(CaseEvent.RemedyChosen.class,
                CaseEvent.RefundAsked.class);
    }

    @Test
    void takesFaultyGoodsBackInWhateverState() {
        var faulty = verified(aReturnCase(), Reason.QUALITY);
        var arrived = arrived(sent(returning(proposed(faulty))));
        var graded = arrived.grade(grading(SCARF, 1, Grade.DAMAGED));
        assertThat(events(graded)).hasExactlyElementsOfTypes(CaseEvent.GoodsGraded.class,
                CaseEvent.RefundAsked.class);
        assertThat(((CaseEvent.GoodsGraded) events(graded).getFirst()).grades()).extracting("disposition")
                .containsExactly(Grade.Disposition.DAMAGED_STOCK);
    }

    @Test
    void gradesExactlyWhatArrived() {
        var three = opened(CaseKind.RETURN_AND_REFUND, Reason.UNWANTED, new LineWish(SOCKS, 3));
        var onTheWay = sent(returning(accepted(three.propose(offering(returnAndRefund(), keepWith("5.00"))))));
        var two = accepted(onTheWay.goodsReceived(new GoodsBack.Arrival(Map.of(SOCKS, 2), null, policies(), NOW)));
        assertThat(refused(two.grade(grading(SOCKS, 3, Grade.AS_NEW))).code()).isEqualTo("grading-incomplete");
        var mixed = new Grading(Map.of(SOCKS, List.of(new GradedUnits(1, Grade.AS_NEW, Grade.Disposition.RESTOCK),
                new GradedUnits(1, Grade.DAMAGED, Grade.Disposition.SCRAP))), UP_TO_500, NOW);
        assertThat(Difference.in(accepted(two.grade(mixed)))).containsExactly(
                new Difference(SOCKS, Difference.Kind.SHORT, 1), new Difference(SOCKS, Difference.Kind.NOT_INTACT, 1));
    }

    @Test
    void lineThatNeverCameMayTurnUp() {
        var both = opened(CaseKind.RETURN_AND_REFUND, Reason.UNWANTED, new LineWish(SCARF, 1), new LineWish(SOCKS, 3));
        var onTheWay = sent(returning(accepted(both.propose(offering(returnAndRefund(), keepWith("5.00"))))));
        var onlyScarf = accepted(
                onTheWay.goodsReceived(new GoodsBack.Arrival(Map.of(SOCKS, 0), null, policies(), NOW)));
        assertThat(onlyScarf.line(SOCKS).orElseThrow().custody()).isEqualTo(Custody.NEVER_CAME);
        var found = accepted(onlyScarf.goodsReceived(allArrived()));
        assertThat(found.line(SOCKS).orElseThrow().custody()).isEqualTo(Custody.RECEIVED);
        assertThat(found.line(SCARF).orElseThrow().arrived()).isEqualTo(1);
    }

    @Test
    @DisplayName("The buyer withdraws until goods or money are under way")
    void isWithdrawnWhileNothingIsUnderWay() {
        var chosen = returning(proposed(aReturnCase()));
        var withdrawn = chosen.close(CaseOutcome.WITHDRAWN, LIN_ACTS);
        assertThat(events(withdrawn)).hasExactlyElementsOfTypes(CaseEvent.Resolved.class, CaseEvent.Closed.class);
        assertThat(accepted(withdrawn).lines().getFirst().custody()).isEqualTo(Custody.NOT_ANNOUNCED);
        assertThat(accepted(withdrawn).settled(SCARF)).isZero();
        assertThat(refused(sent(chosen).close(CaseOutcome.WITHDRAWN, LIN_ACTS)).code())
                .isEqualTo("not-in-this-phase");
        assertThat(refused(chosen.close(CaseOutcome.REFUSED, LIN_ACTS)).code()).isEqualTo("outcome-not-possible");
        assertThat(events(accepted(withdrawn).close(null, SHU))).isEmpty();
    }

    private static Case aCoatThatWaitsForApproval() {
        var coat = opened(CaseKind.RETURN_AND_REFUND, Reason.UNWANTED, new LineWish(COAT, 1));
        return asNew(arrived(sent(returning(proposed(coat)))));
    }
}
