package io.shopcare.aftersale.cases;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import io.shopcare.aftersale.orders.OrderCopy;
import io.shopcare.aftersale.policies.Policies;
import io.shopcare.aftersale.policies.Reason;
import io.shopcare.aftersale.policies.ReturnAnswer;
import io.shopcare.platform.commands.Actor;
import io.shopcare.platform.money.Money;
import io.shopcare.platform.store.Decision;

/**
 * A case (售后工单): what went wrong with lines of one order, and how it is settled. Immutable; every question is answered
 * by a {@link Decision}. The answers are given by one class per question, so that each fits a glance.
 *
 * @param language     of the buyer who opened it; null when somebody else did
 * @param order        as it was when the case opened, or as it was confirmed later
 * @param requests     who asked, the opener first
 * @param verification null until an agent looked
 * @param agreement    null until the buyer chose
 * @param goodsReturn  null where no goods come back
 * @param approval     null while none is needed
 * @param refunds      every request, in order
 * @param outcome      null while open
 * @param standing     computed from the facets; whatever is passed in is replaced
 */
public record Case(String id, String shop, String caseNo, CaseKind kind, Origin origin, @Nullable String conversationId,
        @Nullable String language, Instant openedAt, @Nullable Targets targets, OrderCopy order, List<Request> requests,
        @Nullable Verification verification, CaseState state, List<CaseLine> lines, @Nullable Proposal proposal,
        @Nullable Agreement agreement, @Nullable GoodsReturn goodsReturn, @Nullable Approval approval,
        List<RefundAttempt> refunds, @Nullable CaseOutcome outcome, Standing standing) {

    public Case {
        requests = List.copyOf(requests);
        lines = List.copyOf(lines);
        refunds = List.copyOf(refunds);
        standing = Standing.of(state, lines, approval);
    }

    /** A new case, or why not. */
    public static Decision<Case> open(Opening opening) {
        return opening.decide();
    }

    /** Another request for the same lines and kind (A2). */
    public Decision<Case> join(Request request) {
        return Opening.join(this, request);
    }

    /** order-service was away when the case opened and has answered now: with its copy, or that there is none. */
    public Decision<Case> confirm(OrderCopy answered) {
        return Decision.accept(change(next -> next.order = answered));
    }

    /** What an agent found. */
    public Decision<Case> verify(Verification found, Policies policies) {
        return Verifying.decide(this, found, policies);
    }

    /** Remedies for the buyer to choose from. */
    public Decision<Case> propose(Proposing wish) {
        return wish.decide(this);
    }

    /** The buyer's choice. */
    public Decision<Case> choose(Choosing choice) {
        return choice.decide(this);
    }

    /** The buyer wants none of them. */
    public Decision<Case> refuseAll(Request counterWish) {
        return Choosing.refuseAll(this, counterWish);
    }

    /** The buyer gave the goods to a carrier. */
    public Decision<Case> goodsSent(Waybill waybill) {
        return GoodsBack.sent(this, waybill);
    }

    /** The goods are in the warehouse. */
    public Decision<Case> goodsReceived(GoodsBack.Arrival arrival) {
        return GoodsBack.received(this, arrival);
    }

    /** The goods were inspected. */
    public Decision<Case> grade(Grading grading) {
        return grading.decide(this);
    }

    /** order-service took goods into stock. */
    public Decision<Case> disposed(String sku) {
        return GoodsBack.disposed(this, sku);
    }

    /** An agent asks for the refund of what was chosen, or tries it again. */
    public Decision<Case> askRefund(Refunding asking) {
        return asking.decide(this);
    }

    /** Somebody else approves an amount above the agent's authority, or does not. */
    public Decision<Case> approveRefund(boolean approved, Refunding approving) {
        return approving.approve(this, approved);
    }

    /** What order-service tells of a refund. */
    public Decision<Case> hear(RefundNews news) {
        return HearingOfRefund.decide(this, news);
    }

    /** The end, by a person. */
    public Decision<Case> close(@Nullable CaseOutcome how, Actor by) {
        return Closing.decide(this, how, by);
    }

    /** The buyer let the time pass in which they had to choose or to send the goods. */
    public Decision<Case> closeBySilence() {
        return Closing.bySilence(this);
    }

    /** What the rules give for each line, by line; for what was verified, or for what the buyer says until then. */
    public Map<String, ReturnAnswer> rights(Policies policies) {
        return Rights.of(this, policies);
    }

    /** What is possible now, whoever asks. */
    public List<CaseAction> possible() {
        return Possible.in(this);
    }

    /** Verified, or the buyer's until then. */
    public Reason reason() {
        return verification == null ? requests.getFirst().reason() : verification.reason();
    }

    /** Units of an order line that this case settles for good, so that a later case can't claim them. */
    public int settled(String lineId) {
        boolean undone = outcome != null && outcome != CaseOutcome.REMEDY_DONE;
        if (agreement == null || undone || !agreement.remedy().kind().isInFull())
            return 0;
        return agreement.remedy().lines().stream().filter(line -> line.lineId().equals(lineId))
                .mapToInt(Remedy.Share::quantity).sum();
    }

    /** Money of an order line that this case has promised and not yet asked order-service for. */
    public Money promised(String lineId) {
        var due = line(lineId).map(CaseLine::money).filter(LineMoney.DUE::equals);
        return due.isEmpty() || agreement == null
                ? Money.zero(order.currency())
                : Money.sum(order.currency(), agreement.remedy().lines().stream()
                        .filter(line -> line.lineId().equals(lineId)).map(Remedy.Share::amount).toList());
    }

    /** What this case has paid back. */
    public Money refunded() {
        return Money.sum(order.currency(), refunds.stream().filter(each -> each.state() == RefundState.SUCCEEDED)
                .map(RefundAttempt::amount).toList());
    }

    Optional<CaseLine> line(String lineId) {
        return lines.stream().filter(line -> line.lineId().equals(lineId)).findFirst();
    }

    /** Another case, with some parts changed. */
    Case change(Consumer<CaseDraft> change) {
        var draft = new CaseDraft(this);
        change.accept(draft);
        return draft.done();
    }
}
