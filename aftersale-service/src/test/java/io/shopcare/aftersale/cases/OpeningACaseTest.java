package io.shopcare.aftersale.cases;

import java.util.Map;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.shopcare.aftersale.policies.Reason;

import static io.shopcare.aftersale.cases.CaseFixtures.*;
import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("A1, A2, A6a: what a case may be about")
class OpeningACaseTest {

    @Test
    void promisesAnAnswerByTheShopsServiceTarget() {
        var targets = aReturnCase().targets();
        assertThat(targets).isEqualTo(new Targets(NOW.plusSeconds(7200), NOW.plusSeconds(86400),
                NOW.plusSeconds(3 * 86400)));
    }

    @Test
    @DisplayName("A1: each kind takes its own reasons")
    void refusesAReasonOfAnotherKind() {
        var why = refused(Case.open(
                opening(CaseKind.RETURN_AND_REFUND, Reason.NOT_SHIPPED, linsOrder(), new LineWish(SCARF, 1))));
        assertThat(why.code()).isEqualTo("reason-not-of-kind");
    }

    @Test
    void refusesALineThatTheOrderDoesNotHave() {
        assertThat(refused(Case.open(
                opening(CaseKind.RETURN_AND_REFUND, Reason.UNWANTED, linsOrder(), new LineWish("9", 1)))).code())
                .isEqualTo("line-unknown");
    }

    @Test
    @DisplayName("A6a: several cases may follow each other on a line until its quantity is used up")
    void refusesMoreThanEarlierCasesLeft() {
        var two = opening(CaseKind.RETURN_AND_REFUND, Reason.UNWANTED, linsOrder(), new LineWish(SOCKS, 2));
        var afterTwo = new Opening("case-2", "AS20261113-0004", two.kind(), two.origin(), null, null, two.order(),
                two.wanted(), two.request(), Map.of(SOCKS, 2), null);
        var why = refused(Case.open(afterTwo));
        assertThat(why.code()).isEqualTo("quantity-used-up");
        assertThat(why.facts()).containsEntry("left", 1);
    }

    @Test
    void sendsWhoAsksForAReturnOfUnshippedGoodsToTheRefund() {
        assertThat(refused(Case.open(opening(CaseKind.RETURN_AND_REFUND, Reason.UNWANTED, linsUnshippedOrder(),
                new LineWish(SCARF, 1)))).code()).isEqualTo("not-shipped-yet");
    }

    @Test
    void sendsWhoHasTheGoodsToTheReturn() {
        assertThat(refused(Case.open(opening(CaseKind.REFUND_NOT_RECEIVED, Reason.LATE, linsOrder(),
                new LineWish(SCARF, 1)))).code()).isEqualTo("received-already");
    }

    @Test
    @DisplayName("A2: a second request joins the first")
    void letsASecondRequestJoin() {
        var second = new Request(SHU, NOW.plusSeconds(60), Reason.QUALITY, null);
        var joined = accepted(aReturnCase().join(second));
        assertThat(joined.requests()).hasSize(2);
        assertThat(joined.requests().getFirst().reason()).isEqualTo(Reason.UNWANTED);
    }

    @Test
    void keepsTheBuyersWordsOutOfLogs() {
        assertThat(aReturnCase().toString()).doesNotContain("颜色");
    }
}
