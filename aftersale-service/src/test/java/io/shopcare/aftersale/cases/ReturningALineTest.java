package io.shopcare.aftersale.cases;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.shopcare.aftersale.policies.RemedyKind;
import io.shopcare.platform.commands.Actor;

import static io.shopcare.aftersale.cases.CaseFixtures.*;
import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("A6, A6a, A7, A8: one line comes back and its money goes back")
class ReturningALineTest {

    @Test
    void goesFromTheRequestToTheEnd() {
        var opening = Case.open(opening(CaseKind.RETURN_AND_REFUND, io.shopcare.aftersale.policies.Reason.UNWANTED,
                linsOrder(), new LineWish(SCARF, 1)));
        assertThat(events(opening)).hasOnlyElementsOfType(CaseEvent.Opened.class);
        var opened = accepted(opening);
        assertThat(opened.standing()).isEqualTo(new Standing(Standing.Phase.OPENED, Standing.WaitingFor.AGENT));

        var proposed = proposed(opened);
        assertThat(offer(proposed, RemedyKind.RETURN_AND_REFUND).amount()).isEqualTo(cny("249.85"));
        assertThat(proposed.standing().waitingFor()).isEqualTo(Standing.WaitingFor.BUYER);

        var choice = proposed.choose(choosing(proposed, RemedyKind.RETURN_AND_REFUND));
        assertThat(events(choice)).hasExactlyElementsOfTypes(CaseEvent.RemedyChosen.class,
                CaseEvent.ReturnAuthorised.class);
        var authorised = (CaseEvent.ReturnAuthorised) events(choice).getLast();
        assertThat(authorised.sendBackBy()).isEqualTo(Instant.parse("2026-11-20T16:00:00Z"));
        assertThat(authorised.warehouse()).isEqualTo("hangzhou-1");
        assertThat(authorised.citations()).extracting("rule").contains("R1", "R4", "R8");

        var sent = sent(accepted(choice));
        assertThat(sent.standing().phase()).isEqualTo(Standing.Phase.GOODS_ON_THE_WAY);

        var arrived = arrived(sent);
        assertThat(arrived.standing()).isEqualTo(
                new Standing(Standing.Phase.GOODS_RECEIVED, Standing.WaitingFor.WAREHOUSE));

        var grading = arrived.grade(grading(SCARF, 1, Grade.AS_NEW));
        assertThat(events(grading)).hasExactlyElementsOfTypes(CaseEvent.GoodsGraded.class,
                CaseEvent.RefundAsked.class);
        var asked = (CaseEvent.RefundAsked) events(grading).getLast();
        assertThat(asked.amount()).isEqualTo(cny("249.85"));
        assertThat(asked.actor()).isEqualTo(Actor.system("refund"));
        assertThat(asked.payBy()).as("R5: seven days after the goods are back")
                .isEqualTo(Instant.parse("2026-11-20T16:00:00Z"));
        assertThat(asked.lines()).containsExactly(new CaseEvent.LineAmount(SCARF, 1, cny("249.85")));

        var accepted = told(accepted(grading), RefundState.ACCEPTED);
        assertThat(accepted.standing()).isEqualTo(
                new Standing(Standing.Phase.REFUNDING, Standing.WaitingFor.PAYMENT));
        var ending = accepted.hear(news(accepted, RefundState.SUCCEEDED));
        assertThat(events(ending)).hasExactlyElementsOfTypes(CaseEvent.Refunded.class, CaseEvent.Resolved.class,
                CaseEvent.Closed.class);
        var closed = accepted(ending);
        assertThat(closed.standing()).isEqualTo(new Standing(Standing.Phase.CLOSED, Standing.WaitingFor.NOBODY));
        assertThat(closed.refunded()).isEqualTo(cny("249.85"));
        assertThat(closed.outcome()).isEqualTo(CaseOutcome.REMEDY_DONE);
        assertThat(closed.settled(SCARF)).isEqualTo(1);
    }

    @Test
    @DisplayName("A1: the buyer's reason and the verified one are kept apart")
    void keepsTheBuyersReasonBesideTheVerifiedOne() {
        var verified = verified(aReturnCase(), io.shopcare.aftersale.policies.Reason.QUALITY);
        assertThat(verified.requests().getFirst().reason())
                .isEqualTo(io.shopcare.aftersale.policies.Reason.UNWANTED);
        assertThat(verified.reason()).isEqualTo(io.shopcare.aftersale.policies.Reason.QUALITY);
        assertThat(verified.rights(policies()).get(SCARF).citations()).extracting("rule").containsExactly("R9");
    }

    @Test
    void keepsTheGoodsWithAPartialRefund() {
        var proposed = proposed(aReturnCase());
        var choice = proposed.choose(choosing(proposed, RemedyKind.KEEP_WITH_PARTIAL_REFUND));
        assertThat(events(choice)).hasExactlyElementsOfTypes(CaseEvent.RemedyChosen.class,
                CaseEvent.RefundAsked.class);
        var asked = (CaseEvent.RefundAsked) events(choice).getLast();
        assertThat(asked.lines()).as("no units: the goods are kept")
                .containsExactly(new CaseEvent.LineAmount(SCARF, 0, cny("40.00")));
        var closed = told(accepted(choice), RefundState.SUCCEEDED);
        assertThat(closed.state()).isEqualTo(CaseState.CLOSED);
        assertThat(closed.settled(SCARF)).as("the unit can still be claimed for").isZero();
    }

    @Test
    @DisplayName("A6: nothing is carried out that the buyer did not choose")
    void carriesOutNothingBeforeTheChoice() {
        var proposed = proposed(aReturnCase());
        assertThat(proposed.lines()).extracting(CaseLine::money).containsOnly(LineMoney.NONE);
        assertThat(refused(proposed.askRefund(new Refunding(UP_TO_500, SHU, NOW))).code())
                .isEqualTo("not-in-this-phase");
        assertThat(refused(proposed.goodsSent(WAYBILL)).code()).isEqualTo("not-in-this-phase");
    }

    @Test
    void refusesAllWithACounterWish() {
        var proposed = proposed(aReturnCase());
        var wish = new Request(LIN_ACTS, NOW, io.shopcare.aftersale.policies.Reason.UNWANTED,
                new BuyerWords("我想换一条"));
        var refusal = proposed.refuseAll(wish);
        assertThat(events(refusal)).hasOnlyElementsOfType(CaseEvent.RemediesRefused.class);
        assertThat(accepted(refusal).state()).isEqualTo(CaseState.OPENED);
        assertThat(accepted(refusal).requests()).hasSize(2).last().isEqualTo(wish);
    }

    @Test
    void refusesAChoiceAfterItsDeadline() {
        var proposed = proposed(aReturnCase());
        var late = new Choosing(offer(proposed, RemedyKind.RETURN_AND_REFUND).remedyId(), policies(), UP_TO_500, "main",
                LIN_ACTS, Instant.parse("2026-11-20T16:00:00Z"));
        assertThat(refused(proposed.choose(late)).code()).isEqualTo("deadline-passed");
    }

    @Test
    void takesARepeatedChoiceAsDone() {
        var proposed = proposed(aReturnCase());
        var chosen = returning(proposed);
        var again = chosen.choose(choosing(proposed, RemedyKind.RETURN_AND_REFUND));
        assertThat(events(again)).isEmpty();
        assertThat(refused(chosen.choose(choosing(proposed, RemedyKind.KEEP_WITH_PARTIAL_REFUND))).code())
                .isEqualTo("not-in-this-phase");
    }

    @Test
    @DisplayName("A6a: goods may come that nobody announced")
    void takesGoodsThatWereNotAnnouncedAsSent() {
        var arrived = arrived(returning(proposed(aReturnCase())));
        assertThat(arrived.lines()).extracting(CaseLine::custody).containsExactly(Custody.RECEIVED);
    }

    @Test
    @DisplayName("A6a: a refund may come before the goods")
    void waitsForTheGoodsAfterAnEarlyRefund() {
        var onTheWay = sent(returning(proposed(aReturnCase())));
        var asked = accepted(onTheWay.askRefund(new Refunding(UP_TO_500, SHU, NOW)));
        var heard = asked.hear(news(asked, RefundState.SUCCEEDED));
        assertThat(events(heard)).as("the buyer hears of the money at once").singleElement()
                .isInstanceOfSatisfying(CaseEvent.Refunded.class, told -> {
                    assertThat(told.amount()).isEqualTo(cny("249.85"));
                    assertThat(told.refunded()).isEqualTo(cny("249.85"));
                });
        var paid = accepted(heard);
        assertThat(events(paid.hear(news(paid, RefundState.SUCCEEDED)))).as("and once").isEmpty();
        assertThat(paid.state()).isEqualTo(CaseState.AGREED);
        assertThat(paid.lines().getFirst().money()).isEqualTo(LineMoney.REFUNDED);
        assertThat(paid.lines().getFirst().custody()).isEqualTo(Custody.ON_THE_WAY);
        var done = arrived(paid).grade(grading(SCARF, 1, Grade.AS_NEW));
        assertThat(events(done)).hasExactlyElementsOfTypes(CaseEvent.GoodsGraded.class, CaseEvent.Resolved.class,
                CaseEvent.Closed.class);
    }

    @Test
    void followsItsGoodsIntoStockAfterTheEnd() {
        var closed = told(refunding(), RefundState.SUCCEEDED);
        var disposed = accepted(closed.disposed("SCARF-CASHMERE-GREY"));
        assertThat(disposed.lines()).extracting(CaseLine::custody).isEqualTo(List.of(Custody.DISPOSED));
        assertThat(accepted(disposed.disposed("SCARF-CASHMERE-GREY"))).isEqualTo(disposed);
    }
}
