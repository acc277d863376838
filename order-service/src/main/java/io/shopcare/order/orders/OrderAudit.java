package io.shopcare.order.orders;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.shopcare.order.orders.AuditFacet.Finding;
import io.shopcare.order.trade.ActorRef;
import io.shopcare.order.trade.Address;
import io.shopcare.order.trade.Invoice;
import io.shopcare.order.trade.SellerNote;
import io.shopcare.platform.store.Decision;

/**
 * Whether an order may go on: the audit, holds and missing goods, questions, and what the buyer or the shop wants changed (O4, O6-O10).
 */
public sealed interface OrderAudit permits Order {

    /** Takes what the rules said; only the first time counts. */
    default Decision<Order> audited(String ruleSetVersion, List<Finding> findings, List<Hold> found, Instant at) {
        return Auditing.audited(it(), ruleSetVersion, findings, found, at);
    }

    /** An auditor accepts it; the second one hears who was first. */
    default Decision<Order> approve(ActorRef auditor, String reason, @Nullable String note, Instant at) {
        return Auditing.approve(it(), auditor, reason, note, at);
    }

    /** An auditor refuses it for good. */
    default Decision<Order> reject(ActorRef auditor, String reason, @Nullable String note, Instant at) {
        return Auditing.reject(it(), auditor, reason, note, at);
    }

    /** Puts a hold on it; a parcel that has its permit is to be intercepted. */
    default Decision<Order> hold(Hold hold) {
        return Holding.hold(it(), hold);
    }

    /** Lets one hold go. */
    default Decision<Order> releaseHold(String holdId, ActorRef by, String reason, Instant at) {
        return Holding.release(it(), holdId, by, reason, at);
    }

    /** Whether it is held because goods are missing. */
    default boolean isShort() {
        return Restocking.isShort(it());
    }

    /** Whether it was let through, and this hold came later for missing goods. */
    default boolean isShortBy(String holdId) {
        return it().audit().state() == AuditState.APPROVED
                && it().holds().find(holdId).filter(Restocking::isShortage).isPresent();
    }

    /** Goods that it was promised turned out not to be there. */
    default Decision<Order> goShort(Hold hold) {
        return Restocking.goShort(it(), hold);
    }

    /** Whether what it was promised may go to others. */
    default boolean mayLoseStock() {
        return Restocking.mayLoseStock(it());
    }

    /** The goods that it was held for are there, or are not wanted any more. */
    default Decision<Order> stockIsThere(ActorRef by, String reason, Instant at) {
        return Restocking.goOn(it(), by, reason, at);
    }

    /** Asks the buyer or an agent before it goes on. */
    default Decision<Order> ask(Question question) {
        return Asking.ask(it(), question);
    }

    /** An agent answers a question. */
    default Decision<Order> answer(String questionId, ActorRef by, String words, Instant at) {
        return Asking.answer(it(), questionId, by, words, at);
    }

    /** The buyer wants something else with it; {@code seen} when an auditor says so, whom nobody has to check. */
    default Decision<Order> changeRemark(@Nullable String remark, ActorRef by, boolean seen, Instant at) {
        return Remarking.change(it(), remark, by, seen, at);
    }

    /** The buyer wants another invoice. */
    default Decision<Order> changeInvoice(Invoice invoice, ActorRef by, Instant at) {
        return Invoicing.change(it(), invoice, by, at);
    }

    /** The shop's people note something on it; {@code seen} when an auditor does, whom nobody has to check. */
    default Decision<Order> note(SellerNote note, boolean seen) {
        return Noting.note(it(), note, seen);
    }

    /** It goes elsewhere; {@code seen} when an auditor says so, whom nobody has to check. */
    default Decision<Order> changeAddress(Address address, ActorRef by, boolean seen, Instant at) {
        return Addressing.change(it(), address, by, seen, at);
    }

    private Order it() {
        return (Order) this;
    }
}
