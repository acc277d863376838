package io.shopcare.aftersale.cases;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.shopcare.aftersale.policies.FreightPayer;
import io.shopcare.aftersale.policies.Reason;
import io.shopcare.aftersale.policies.RemedyKind;
import io.shopcare.platform.store.Rejection;

import static io.shopcare.aftersale.cases.CaseFixtures.*;
import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("A6, A8: at least two remedies, each with its amount")
class ProposingRemediesTest {

    @Test
    void wantsAReasonForFewerThanTwo() {
        assertThat(refused(aReturnCase().propose(offering(returnAndRefund()))).code()).isEqualTo("too-few-remedies");
        var one = new Proposing("batch", List.of(returnAndRefund()), FewerReason.BUYERS_WISH, null, null, Map.of(),
                policies(), UP_TO_500, false, SHU, NOW);
        var event = (CaseEvent.RemediesProposed) events(aReturnCase().propose(one)).getFirst();
        assertThat(event.fewerReason()).isEqualTo(FewerReason.BUYERS_WISH);
    }

    @Test
    void doesNotCountTheSameRemedyTwice() {
        assertThat(refused(aReturnCase().propose(offering(returnAndRefund(), returnAndRefund()))).code())
                .isEqualTo("too-few-remedies");
    }

    @Test
    @DisplayName("A8: never more than is left")
    void offersNoMoreThanIsLeft() {
        var why = refused(aReturnCase().propose(offering(returnAndRefund(), keepWith("249.86"))));
        assertThat(why.code()).isEqualTo("more-than-is-left");
        assertThat(why.facts()).containsEntry("left", "249.85 CNY");
    }

    @Test
    void countsWhatOtherCasesPromised() {
        var offer = new Proposing("batch", List.of(returnAndRefund(), keepWith("10.00")), null, null, null,
                Map.of(SCARF, cny("49.85")), policies(), UP_TO_500, false, SHU, NOW);
        var proposed = accepted(aReturnCase().propose(offer));
        assertThat(offer(proposed, RemedyKind.RETURN_AND_REFUND).amount()).isEqualTo(cny("200.00"));
    }

    @Test
    @DisplayName("Money: units are split by largest remainder, and all of them add up")
    void pricesUnitsToTheCent() {
        var two = opened(CaseKind.RETURN_AND_REFUND, Reason.UNWANTED, new LineWish(SOCKS, 2));
        var proposed = accepted(two.propose(offering(returnAndRefund(), keepWith("5.00"))));
        assertThat(offer(proposed, RemedyKind.RETURN_AND_REFUND).amount()).isEqualTo(cny("66.67"));
        var line = linsOrder().line(SOCKS).orElseThrow();
        assertThat(line.shareOf(0, 2).plus(line.shareOf(2, 1))).isEqualTo(line.paid());
    }

    @Test
    void sharesAPartialAmountByWhatTheLinesAreWorth() {
        var both = opened(CaseKind.RETURN_AND_REFUND, Reason.UNWANTED, new LineWish(COAT, 1), new LineWish(SCARF, 1));
        var proposed = accepted(both.propose(offering(keepWith("100.00"), keepWith("50.00"))));
        var shares = offer(proposed, RemedyKind.KEEP_WITH_PARTIAL_REFUND).lines();
        assertThat(shares).extracting(Remedy.Share::amount).containsExactly(cny("77.37"), cny("22.63"));
    }

    @Test
    @DisplayName("A3: beyond the rule only with a reason, and above the authority only by a supervisor")
    void goesBeyondTheRuleWithAReasonAndWithinTheAuthority() {
        var damaged = accepted(aReturnCase().verify(
                new Verification(Reason.UNWANTED, Set.of(), Map.of(SCARF, List.of("tag-cut")), SHU, NOW), policies()));
        assertThat(refused(damaged.propose(offering(returnAndRefund(), keepWith("40.00")))).code())
                .isEqualTo("not-intact");
        assertThat(accepted(damaged.propose(beyond(false, returnAndRefund(), keepWith("40.00")))).proposal())
                .satisfies(proposal -> {
                    assertThat(proposal.beyond()).isEqualTo("a good customer");
                    assertThat(proposal.citations()).extracting("rule").contains("own-shop-agreement");
                });
        var coat = opened(CaseKind.RETURN_AND_REFUND, Reason.UNWANTED, new LineWish(COAT, 1));
        var torn = accepted(coat.verify(
                new Verification(Reason.UNWANTED, Set.of(), Map.of(COAT, List.of("dirty")), SHU, NOW), policies()));
        var why = refused(torn.propose(beyond(false, returnAndRefund(), keepWith("40.00"))));
        assertThat(why.kind()).isEqualTo(Rejection.Kind.FORBIDDEN);
        assertThat(why.code()).isEqualTo("above-authority");
        accepted(torn.propose(beyond(true, returnAndRefund(), keepWith("40.00"))));
    }

    @Test
    @DisplayName("R8, R9: the agent may take over the freight, never put the seller's on the buyer")
    void letsTheFreightOnlyGetBetterForTheBuyer() {
        var kinder = new RemedyWish(RemedyKind.RETURN_AND_REFUND, null, List.of(), FreightPayer.SELLER);
        assertThat(offer(accepted(aReturnCase().propose(offering(kinder, keepWith("40.00")))),
                RemedyKind.RETURN_AND_REFUND).freightBy()).isEqualTo(FreightPayer.SELLER);
        var faulty = verified(aReturnCase(), Reason.QUALITY);
        var harsher = new RemedyWish(RemedyKind.RETURN_AND_REFUND, null, List.of(), FreightPayer.BUYER);
        assertThat(refused(faulty.propose(offering(harsher, keepWith("40.00")))).code())
                .isEqualTo("freight-is-the-sellers");
    }

    @Test
    void givesTheFreightBackWhenNothingOfTheOrderHasLeft() {
        var all = accepted(Case.open(opening(CaseKind.REFUND_NOT_RECEIVED, Reason.UNWANTED, linsUnshippedOrder(),
                new LineWish(COAT, 1), new LineWish(SCARF, 1), new LineWish(SOCKS, 3))));
        var refund = new RemedyWish(RemedyKind.REFUND_ONLY, null, List.of(), null);
        var only = new Proposing("batch", List.of(refund), FewerReason.NOT_SHIPPED_YET, null, null, Map.of(),
                policies(), UP_TO_500, true, SHU, NOW);
        var remedy = offer(accepted(all.propose(only)), RemedyKind.REFUND_ONLY);
        assertThat(remedy.freight()).isEqualTo(cny("12.00"));
        assertThat(remedy.amount()).isEqualTo(cny("1215.90"));
    }

    @Test
    void replacesAnEarlierProposal() {
        var again = accepted(proposed(aReturnCase()).propose(offering(returnAndRefund(), keepWith("60.00"))));
        assertThat(offer(again, RemedyKind.KEEP_WITH_PARTIAL_REFUND).amount()).isEqualTo(cny("60.00"));
    }

    private static Proposing beyond(boolean isSupervisor, RemedyWish... wishes) {
        return new Proposing("batch", List.of(wishes), null, "a good customer", null, Map.of(), policies(), UP_TO_500,
                isSupervisor, SHU, NOW);
    }
}
