package io.shopcare.order.orders;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.shopcare.order.trade.ActorRef;
import io.shopcare.order.trade.Invoice;
import io.shopcare.order.trade.SellerNote;
import io.shopcare.platform.store.Decision;

import static io.shopcare.order.orders.OrderFixtures.AN;
import static io.shopcare.order.orders.OrderFixtures.HAI;
import static io.shopcare.order.orders.OrderFixtures.NOW;
import static io.shopcare.order.orders.OrderFixtures.aHeldOrder;
import static io.shopcare.order.orders.OrderFixtures.aHold;
import static io.shopcare.order.orders.OrderFixtures.aPaidOrder;
import static io.shopcare.order.orders.OrderFixtures.aPermittedOrder;
import static io.shopcare.order.orders.OrderFixtures.aQuestion;
import static io.shopcare.order.orders.OrderFixtures.accepted;
import static io.shopcare.order.orders.OrderFixtures.anAddress;
import static io.shopcare.order.orders.OrderFixtures.anApprovedOrder;
import static io.shopcare.order.orders.OrderFixtures.anAskedOrder;
import static io.shopcare.order.orders.OrderFixtures.anImportedOrder;
import static io.shopcare.order.orders.OrderFixtures.anotherAddress;
import static io.shopcare.order.orders.OrderFixtures.event;
import static io.shopcare.order.orders.OrderFixtures.next;
import static io.shopcare.order.orders.OrderFixtures.refused;
import static org.assertj.core.api.Assertions.assertThat;

/** Questions about held orders, and the address that answers one. */
class AskingAboutAnOrderTest {
    private static final ActorRef LIN = new ActorRef("buyer", "lin");

    @Test
    @DisplayName("O4 O8a an agent's words on an approved order hold it, on a held one the rules look again; a flag, and an auditor's words, do not")
    void notesOfTheShop() {
        var words = new SellerNote("用礼盒", null, HAI, NOW);
        var flagged = accepted(anApprovedOrder().note(new SellerNote(null, SellerNote.Flag.RED, HAI, NOW), false));
        assertThat(flagged.events()).hasExactlyElementsOfTypes(OrderEvent.SellerNoteChanged.class);
        assertThat(
                accepted(flagged.aggregate().note(new SellerNote(null, SellerNote.Flag.RED, AN, NOW), false)).events())
                .as("what is already so").isEmpty();
        var held = accepted(flagged.aggregate().note(words, false));
        assertThat(held.aggregate().holds().open()).extracting(Hold::code).containsExactly("seller-remark-changed");
        assertThat(next(anApprovedOrder().note(words, true)).holds().open()).isEmpty();
        assertThat(next(aHeldOrder().note(words, false)).audit().state()).isEqualTo(AuditState.WAITING);
        assertThat(next(aHeldOrder().note(words, true)).audit().state()).isEqualTo(AuditState.HELD);
        assertThat(words.toString()).doesNotContain("礼盒");
    }

    @Test
    @DisplayName("O8 while the buyer is asked the order waits apart; at the deadline it is back, flagged")
    void comesBackAtTheDeadline() {
        var asked = anAskedOrder();
        var due = NOW.plus(Duration.ofHours(2));
        assertThat(asked.questions().waitsFor()).isEqualTo("buyer");
        assertThat(asked.questions().nextDue()).isEqualTo(due);
        assertThat(accepted(Asking.overdue(asked, due.minusMillis(1))).events()).as("not a moment early").isEmpty();

        var late = Asking.overdue(asked, due);
        assertThat(event(late, OrderEvent.QuestionEnded.class).outcome()).isEqualTo("overdue");
        assertThat(next(late).questions().waitsFor()).isNull();
        assertThat(next(late).questions().nextDue()).isNull();
        assertThat(next(late).holds().open()).as("still held").hasSize(1);
    }

    @Test
    @DisplayName("O8 S2 the buyer gives the address: the question is answered and the rules look again by themselves")
    void looksAgain() {
        var given = accepted(anAskedOrder().changeAddress(anotherAddress(), LIN, false, NOW));
        assertThat(given.events()).hasExactlyElementsOfTypes(OrderEvent.AddressChanged.class,
                OrderEvent.QuestionEnded.class, OrderEvent.HoldReleased.class);
        var order = given.aggregate();
        assertThat(order.sale().address()).isEqualTo(anotherAddress());
        assertThat(order.questions().waitsFor()).isNull();
        assertThat(order.audit().state()).isEqualTo(AuditState.WAITING);
        assertThat(order.audit().dueAt()).as("the clock that brings the rules").isEqualTo(NOW);
        assertThat(next(order.audited("v", List.of(), List.of(), NOW)).audit().state())
                .isEqualTo(AuditState.APPROVED);
    }

    @Test
    @DisplayName("O8 what holds again holds anew, beside what is history; a late answer counts too")
    void holdsAgain() {
        var late = next(Asking.overdue(anAskedOrder(), NOW.plus(Duration.ofDays(1))));
        var order = next(late.changeAddress(anotherAddress(), LIN, false, NOW));
        var again = next(order.audited("v", List.of(), List.of(aHold("hold-1", "auditor")), NOW));
        assertThat(again.holds().all()).hasSize(2);
        assertThat(again.holds().open()).singleElement()
                .satisfies(hold -> assertThat(hold.holdId()).isNotEqualTo("hold-1"));
        assertThat(again.audit().state()).isEqualTo(AuditState.HELD);
        assertThat(again.questions().all().getFirst().state()).isEqualTo(QuestionState.ANSWERED);
    }

    @Test
    @DisplayName("O8 a hold that no rule put there stays through the second look")
    void keepsTheHoldsOfPeople() {
        var held = next(anAskedOrder().hold(Hold.of("hold-2", "wait-for-buyer", List.of(), "presales", null, null, HAI,
                NOW)));
        var order = next(held.changeAddress(anotherAddress(), LIN, false, NOW));
        assertThat(next(order.audited("v", List.of(), List.of(), NOW)).holds().open())
                .extracting(Hold::holdId).containsExactly("hold-2");
    }

    @Test
    @DisplayName("O8 an agent's answer returns with its author; the second one hears who was first and when")
    void agentsAnswer() {
        var asked = next(aHeldOrder().ask(aQuestion("presales", "remark")));
        var answered = next(asked.answer("question-1", HAI, "she wants the box", NOW));
        assertThat(answered.questions().all().getFirst().answer())
                .isEqualTo(new Question.Answer(HAI, NOW, "she wants the box"));
        assertThat(accepted(answered.answer("question-1", HAI, "she wants the box", NOW)).events()).isEmpty();
        var second = (Decision.Rejected<Order>) answered.answer("question-1", AN, "no", NOW);
        assertThat(second.rejection().facts()).containsEntry("who", "hai").containsEntry("when", NOW.toString());
    }

    @Test
    @DisplayName("O8 the buyer of a platform's order can't be asked here; an agent can")
    void asksNobodyWhoIsNotHere() {
        var held = next(anImportedOrder("order-9", "COAT", 1).hold(aHold("hold-1", "auditor")));
        assertThat(refused(held.ask(aQuestion("buyer", "address")))).isEqualTo("buyer-is-on-platform");
        assertThat(next(held.ask(aQuestion("presales", "address"))).questions().waitsFor()).isEqualTo("presales");
    }

    @Test
    @DisplayName("O8 the rules let nothing through that an auditor has asked about; open or overdue, a person decides")
    void rulesDoNotPassOverAQuestion() {
        var asked = next(aHeldOrder().ask(aQuestion("presales", "remark")));
        for (var order : List.of(asked, next(Asking.overdue(asked, NOW.plus(Duration.ofDays(1)))))) {
            var changed = next(order.changeRemark("red please", LIN, false, NOW));
            var looked = next(changed.audited("v", List.of(), List.of(), NOW));
            assertThat(looked.audit().state()).isEqualTo(AuditState.HELD);
            assertThat(looked.phase()).isEqualTo(Phase.ON_HOLD);
            assertThat(next(looked.answer("question-1", HAI, "red", NOW)).audit().state()).isEqualTo(AuditState.HELD);
            var decided = looked.approve(AN, "buyer-agreed", null, NOW);
            assertThat(next(decided).audit().state()).isEqualTo(AuditState.APPROVED);
            assertThat(event(decided, OrderEvent.QuestionEnded.class).outcome()).isEqualTo("withdrawn");
        }
    }

    @Test
    @DisplayName("O6 O8 another invoice lets the rules look again at a held order, and stops nothing that was approved")
    void takesAnotherInvoice() {
        var invoice = OrderFixtures.anInvoice("91330100799655058B");
        var changed = next(aHeldOrder().changeInvoice(invoice, LIN, NOW));
        assertThat(changed.sale().invoice()).isEqualTo(invoice);
        assertThat(changed.audit().state()).isEqualTo(AuditState.WAITING);
        assertThat(accepted(changed.changeInvoice(invoice, LIN, NOW)).events()).as("the same again").isEmpty();
        var approved = next(anApprovedOrder().changeInvoice(invoice, LIN, NOW));
        assertThat(approved.holds().open()).isEmpty();
        assertThat(approved.audit().state()).isEqualTo(AuditState.APPROVED);
        assertThat(refused(next(aHeldOrder().cancel("duplicate")).changeInvoice(invoice, LIN, NOW)))
                .isEqualTo("already-cancelled");
        assertThat(invoice.masked()).isEqualTo(new Invoice(Invoice.Kind.COMPANY, "杭**", "9****8B"));
        assertThat(invoice).hasToString("Invoice[COMPANY]");
    }

    @Test
    @DisplayName("O8 when the last hold of an approved order goes, nobody needs the answer any more")
    void endsWithTheLastHold() {
        var held = next(next(anApprovedOrder().hold(aHold("hold-1", "auditor"))).hold(aHold("hold-2", "auditor")));
        var asked = next(held.ask(aQuestion("presales", "remark")));
        var one = asked.releaseHold("hold-1", AN, "buyer-agreed", NOW);
        assertThat(next(one).questions().waitsFor()).as("one is open still").isEqualTo("presales");
        var both = next(one).releaseHold("hold-2", AN, "buyer-agreed", NOW);
        assertThat(event(both, OrderEvent.QuestionEnded.class).outcome()).isEqualTo("withdrawn");
        assertThat(next(both).questions().waitsFor()).isNull();
    }

    @Test
    @DisplayName("O8a O10 however often an approved order is changed, one look is enough; once looked at, a change needs a new one")
    void asksForOneLook() {
        var order = anApprovedOrder();
        for (int i = 0; i < 3; i++) {
            var seen = order.holds().open();
            order = next(order.changeRemark("red " + i, LIN, false, NOW.plusSeconds(i)));
            order = next(order.changeAddress(i % 2 == 0 ? anotherAddress() : anAddress(), LIN, false,
                    NOW.plusSeconds(i)));
            for (var hold : seen)
                assertThat(refused(order.releaseHold(hold.holdId(), AN, "buyer-agreed", NOW)))
                        .as("it was changed after this look").isEqualTo("already-decided");
        }
        assertThat(order.holds().open()).extracting(Hold::code).containsExactly("remark-changed", "address-changed");
        for (var hold : order.holds().open())
            order = next(order.releaseHold(hold.holdId(), AN, "buyer-agreed", NOW));
        order = next(order.changeRemark("blue", LIN, false, NOW.plusSeconds(9)));
        assertThat(order.holds().open()).extracting(Hold::code).containsExactly("remark-changed");
    }

    @Test
    @DisplayName("O8 who decides without the answer withdraws the question; the same is asked once")
    void withdraws() {
        assertThat(refused(anAskedOrder().ask(Question.of("question-2", "buyer", "address", null, HAI, NOW, NOW))))
                .isEqualTo("already-asked");
        assertThat(accepted(anAskedOrder().ask(aQuestion("buyer", "address"))).events()).isEmpty();
        for (var decided : List.of(anAskedOrder().approve(AN, "buyer-agreed", null, NOW),
                anAskedOrder().reject(AN, "fraud-suspected", null, NOW), anAskedOrder().cancel("duplicate"))) {
            assertThat(event(decided, OrderEvent.QuestionEnded.class).outcome()).isEqualTo("withdrawn");
            assertThat(next(decided).questions().nextDue()).isNull();
        }
    }

    @Test
    @DisplayName("O10 O8a the address changes until the waybill may be printed; others' changes of an approved order need a look")
    void changesUntilThePermit() {
        assertThat(next(aPaidOrder().changeAddress(anotherAddress(), LIN, false, NOW)).holds().open()).isEmpty();
        var byTheBuyer = next(anApprovedOrder().changeAddress(anotherAddress(), LIN, false, NOW));
        assertThat(byTheBuyer.holds().open()).extracting(Hold::code).containsExactly("address-changed");
        assertThat(refused(byTheBuyer.permit("parcel-1"))).isEqualTo("hold-open");
        var byAnAuditor = next(anApprovedOrder().changeAddress(anotherAddress(), AN, true, NOW));
        assertThat(byAnAuditor.holds().open()).isEmpty();
        assertThat(refused(aPermittedOrder().changeAddress(anotherAddress(), LIN, false, NOW)))
                .isEqualTo("in-fulfilment");
    }
}
