package io.shopcare.order.orders;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonValue;

import io.shopcare.platform.security.Person;

/** What a caller may do with an order as it is now. */
public enum OrderAction {
    PAY, CANCEL, CHANGE_ADDRESS, APPROVE, REJECT, ASK, ANSWER, MERGE, SPLIT, RELEASE_REST, EXCHANGE, WAIVE_DIFFERENCE,
    HOLD, RELEASE_HOLD,
    WAIVE_PROMISE, CONFIRM_RECEIPT, EXTEND_RECEIPT, REQUEST_PAYMENT,
    PAY_REQUEST, ADJUST_PRICE, RESOLVE_PAYMENT;

    /** Those of this caller, by role and state. */
    public static Set<OrderAction> of(Order order, Person person) {
        var actions = EnumSet.noneOf(OrderAction.class);
        var buyer = order.buyer();
        boolean own = person.isBuyer(buyer.shop(), buyer.channel(), buyer.buyerId());
        boolean staff = person.worksIn(order.shop());
        if (own && order.due().isPositive() && !order.isCancelled())
            actions.add(PAY);
        if ((own || staff && Roles.mayCancel(person)) && mayBeCancelled(order))
            actions.add(CANCEL);
        if ((own || staff && Roles.mayChangeAddress(person)) && order.mayStillShip()
                && order.fulfilment().openPermits().isEmpty())
            actions.add(CHANGE_ADDRESS);
        if (staff && Roles.mayAsk(person) && !order.holds().open().isEmpty() && !order.isCancelled())
            actions.add(ASK);
        if (staff && Roles.mayAnswer(person) && order.questions().unanswered().stream()
                .anyMatch(question -> question.to().equals(Question.TO_PRESALES)))
            actions.add(ANSWER);
        if (staff && person.has("auditor") && order.audit().state() == AuditState.HELD && !order.isCancelled()) {
            actions.add(REJECT);
            actions.add(MERGE);
            if (order.holds().open().stream().allMatch(hold -> hold.owner().equals(Auditing.OWNER)))
                actions.add(APPROVE);
        }
        if (staff && Roles.mayExchange(person) && order.payment().isPaid() && order.mayStillShip()
                && order.fulfilment().openPermits().isEmpty()
                && order.audit().state() != AuditState.WAITING && Exchanging.open(order).isEmpty())
            actions.add(EXCHANGE);
        if (staff && Roles.mayWaiveDifference(person) && !order.isCancelled()
                && Exchanging.unpaid(order).isPresent())
            actions.add(WAIVE_DIFFERENCE);
        if (staff && person.has("auditor"))
            ofPacking(order, actions);
        if (staff && Roles.mayHold(person) && order.mayStillShip())
            actions.add(HOLD);
        if (staff && order.holds().open().stream().anyMatch(hold -> Roles.mayRelease(person, hold)))
            actions.add(RELEASE_HOLD);
        if (staff && Roles.mayWaive(person) && !order.promises().open().isEmpty() && !order.isCancelled())
            actions.add(WAIVE_PROMISE);
        if (own && mayBeReceived(order))
            actions.add(CONFIRM_RECEIPT);
        if (own && order.receiptDue() != null && order.fulfilment().extendedAt() == null)
            actions.add(EXTEND_RECEIPT);
        if (own && !order.payment().openRequests().isEmpty())
            actions.add(PAY_REQUEST);
        if (staff && Roles.mayAskForMoney(person) && !order.isCancelled()
                && order.payment().state() != PaymentState.UNPAID)
            actions.add(REQUEST_PAYMENT);
        if (staff && Roles.mayAdjustPrices(person) && order.payment().received().isEmpty() && !order.isCancelled())
            actions.add(ADJUST_PRICE);
        if (staff && Roles.maySettle(person) && order.payment().unsettled())
            actions.add(RESOLVE_PAYMENT);
        return actions;
    }

    private static void ofPacking(Order order, Set<OrderAction> actions) {
        var split = order.packing().split();
        boolean decided = order.audit().state() == AuditState.HELD || order.audit().state() == AuditState.APPROVED;
        if (split == null && decided && mayBeCancelled(order) && order.packing().with() == null)
            actions.add(SPLIT);
        if (split != null && split.releasedAt() == null && order.audit().state() == AuditState.APPROVED
                && !order.isCancelled())
            actions.add(RELEASE_REST);
    }

    private static boolean mayBeCancelled(Order order) {
        return order.fulfilment().state().canBecome(FulfilmentState.CANCELLED)
                && order.fulfilment().shipments().isEmpty() && order.fulfilment().permits().isEmpty();
    }

    private static boolean mayBeReceived(Order order) {
        return order.fulfilment().state().canBecome(FulfilmentState.RECEIVED)
                && !order.fulfilment().toBuyer().isEmpty();
    }

    /** As told: {@code release-hold}. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
