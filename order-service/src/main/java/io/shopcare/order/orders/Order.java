package io.shopcare.order.orders;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.shopcare.order.offers.UseOffers;
import io.shopcare.order.orders.AuditFacet.Finding;
import io.shopcare.order.trade.ActorRef;
import io.shopcare.order.trade.Address;
import io.shopcare.order.trade.Buyer;
import io.shopcare.order.trade.Invoice;
import io.shopcare.order.trade.LineAmount;
import io.shopcare.order.trade.LineQuantity;
import io.shopcare.order.trade.Promise;
import io.shopcare.order.trade.SellerNote;
import io.shopcare.order.trade.Tender;
import io.shopcare.order.trade.Waybill;
import io.shopcare.platform.money.Money;
import io.shopcare.platform.store.Decision;
import io.shopcare.platform.store.Rejection;

/**
 * An order (订单): what was agreed, and five facets that say how far it is. Every change is a decision; repeating what
 * is already so is accepted and does nothing.
 *
 * @param phase  one word for people, derived from the facets and stored for the lists
 * @param prints what makes it alike to others, derived and stored for the audit
 */
public record Order(String orderId, Sale sale, List<OrderLine> lines, PaymentFacet payment, AuditFacet audit,
        FulfilmentFacet fulfilment, HoldsFacet holds, AfterSaleFacet afterSale, PromisesFacet promises,
        RefundsFacet refunds, QuestionsFacet questions, PackingFacet packing, List<Exchange> exchanges, Phase phase,
        Fingerprints prints) {

    public Order {
        lines = List.copyOf(lines);
        questions = questions == null ? QuestionsFacet.NONE : questions; // stored before there were any
        packing = packing == null ? PackingFacet.TOGETHER : packing;
        exchanges = exchanges == null ? List.of() : List.copyOf(exchanges);
        phase = Phase.of(payment.state(), audit.state(), fulfilment.state(), holds.state());
        prints = Fingerprints.of(sale, lines);
    }

    private Order(String orderId, Sale sale, List<OrderLine> lines, PaymentFacet payment, AuditFacet audit,
            FulfilmentFacet fulfilment, HoldsFacet holds, AfterSaleFacet afterSale, PromisesFacet promises,
            RefundsFacet refunds, QuestionsFacet questions, PackingFacet packing, List<Exchange> exchanges) {
        this(orderId, sale, lines, payment, audit, fulfilment, holds, afterSale, promises, refunds, questions, packing,
                exchanges, Phase.AWAITING_PAYMENT, Fingerprints.UNKNOWN);
    }

    /** A new order with the promises that are known by now. */
    public static Decision.Accepted<Order> place(String orderId, Sale sale, List<OrderLine> lines,
            List<Promise> promises) {
        var order = new Order(orderId, sale, lines, PaymentFacet.NOTHING, AuditFacet.NOT_DUE,
                FulfilmentFacet.NOT_STARTED, HoldsFacet.CLEAR, AfterSaleFacet.NONE,
                PromisesFacet.of(promises.stream().map(PromisesFacet.Tracked::open).toList()), RefundsFacet.NONE,
                QuestionsFacet.NONE, PackingFacet.TOGETHER, List.of());
        return Decision.accept(order, new OrderEvent.Placed(sale.shop(), orderId, sale.buyer(), sale.orderNo(),
                sale.source(), lines.stream().map(OrderEvent.Line::of).toList(), sale.goods(), sale.discounts(),
                sale.freight(), sale.total(), sale.address().destination(), sale.payBy(), sale.conversationId(),
                promises.isEmpty() ? null : promises, sale.platformOrder()));
    }

    public String shop() {
        return sale.shop();
    }

    public Buyer buyer() {
        return sale.buyer();
    }

    public boolean isCancelled() {
        return fulfilment.state() == FulfilmentState.CANCELLED;
    }

    /** Whether something may still leave: until then holds and late promises mean something. */
    public boolean mayStillShip() {
        return switch (fulfilment.state()) {
            case NOT_STARTED, AWAITING, PARTLY_SHIPPED -> true;
            case SHIPPED, DELIVERED, RECEIVED, COMPLETED, CANCELLED -> false;
        };
    }

    /** Whether nothing of it will leave any more, whatever becomes of its refunds. */
    public boolean shipsNothingMore() {
        return Ending.shipsNothingMore(this);
    }

    /** What one of its lines is sold for, as it is now. */
    public Money worth(OrderLine line) {
        return Exchanging.worth(this, line);
    }

    /** Offers with limits that it got. */
    public List<UseOffers.Used> usedOffers() {
        return sale.used();
    }

    /** The article of one of its lines when it was bought, before any exchange. */
    public String boughtAs(OrderLine line) {
        return Exchanging.agreed(this, line).sku();
    }

    /** What is still to be paid. */
    public Money due() {
        return Paying.due(this);
    }

    /** What could still be refunded. */
    public Balance balance() {
        return Balance.of(this);
    }

    /** What of the balance we can give back ourselves: money that a platform got goes back there. */
    public Balance ours() {
        return Balance.ours(this);
    }

    /** What of it goes back by itself when the order ends. */
    public Balance balanceAtItsEnd() {
        return Balance.atItsEnd(this);
    }

    /** Takes money that came; never refuses it. Told of the same receipt again, it does nothing. */
    public Decision<Order> receivePayment(String receiptNo, Tender tender, Instant at, Duration auditDelay) {
        return Paying.receive(this, receiptNo, tender, at, auditDelay);
    }

    /** Lowers the price before anything was paid. */
    public Decision<Order> adjustPrice(PriceAdjustment adjustment) {
        return Adjusting.adjust(this, adjustment);
    }

    /** Settles money that does not fit; of two who decide at once the second hears who was first. */
    public Decision<Order> resolvePayment(PaymentResolution resolution, Instant askUntil, Duration auditDelay) {
        return Resolving.resolve(this, resolution, askUntil, auditDelay);
    }

    /** Whether money that came after the clock closed it may bring it back. */
    public boolean mayBeRevived() {
        return Resolving.mayRevive(this);
    }

    /** Money of this currency that came on top of what the order is worth, less what went back. */
    public Money surplus(String currency) {
        return currency.equals(sale.currency()) ? balance().surplus() : Balance.foreign(this, currency);
    }

    /** Asks the buyer for more money; printing waits for it. The same request again is the same. */
    public Decision<Order> requestPayment(PaymentRequest request) {
        return Requesting.open(this, request);
    }

    /** Takes money that came for a payment request; never refuses it. */
    public Decision<Order> receiveRequested(String requestId, String receiptNo, Tender tender, Instant at,
            Duration auditDelay) {
        return Requesting.receive(this, requestId, receiptNo, tender, at, auditDelay);
    }

    /** Payment requests that nobody paid in time are over. */
    public Decision<Order> expireRequests(Instant now) {
        return Requesting.expire(this, now);
    }

    /** Takes a payment request back. */
    public Decision<Order> withdrawPaymentRequest(String requestId) {
        return Requesting.withdraw(this, requestId);
    }

    /** Takes what the rules said; only the first time counts. */
    public Decision<Order> audited(String ruleSetVersion, List<Finding> findings, List<Hold> found, Instant at) {
        return Auditing.audited(this, ruleSetVersion, findings, found, at);
    }

    /** An auditor accepts it; the second one hears who was first. */
    public Decision<Order> approve(ActorRef auditor, String reason, @Nullable String note, Instant at) {
        return Auditing.approve(this, auditor, reason, note, at);
    }

    /** An auditor refuses it for good. */
    public Decision<Order> reject(ActorRef auditor, String reason, @Nullable String note, Instant at) {
        return Auditing.reject(this, auditor, reason, note, at);
    }

    /** Puts a hold on it; a parcel that has its permit is to be intercepted. */
    public Decision<Order> hold(Hold hold) {
        return Holding.hold(this, hold);
    }

    /** Lets one hold go. */
    public Decision<Order> releaseHold(String holdId, ActorRef by, String reason, Instant at) {
        return Holding.release(this, holdId, by, reason, at);
    }

    /** Whether it is held because goods are missing. */
    public boolean isShort() {
        return Restocking.isShort(this);
    }

    /** Whether it was let through, and this hold came later for missing goods. */
    public boolean isShortBy(String holdId) {
        return audit.state() == AuditState.APPROVED && holds.find(holdId).filter(Restocking::isShortage).isPresent();
    }

    /** Goods that it was promised turned out not to be there. */
    public Decision<Order> goShort(Hold hold) {
        return Restocking.goShort(this, hold);
    }

    /** Whether what it was promised may go to others. */
    public boolean mayLoseStock() {
        return Restocking.mayLoseStock(this);
    }

    /** The goods that it was held for are there, or are not wanted any more. */
    public Decision<Order> stockIsThere(ActorRef by, String reason, Instant at) {
        return Restocking.goOn(this, by, reason, at);
    }

    /** Asks the buyer or an agent before it goes on. */
    public Decision<Order> ask(Question question) {
        return Asking.ask(this, question);
    }

    /** An agent answers a question. */
    public Decision<Order> answer(String questionId, ActorRef by, String words, Instant at) {
        return Asking.answer(this, questionId, by, words, at);
    }

    /** The buyer wants something else with it; {@code seen} when an auditor says so, whom nobody has to check. */
    public Decision<Order> changeRemark(@Nullable String remark, ActorRef by, boolean seen, Instant at) {
        return Remarking.change(this, remark, by, seen, at);
    }

    /** The buyer wants another invoice. */
    public Decision<Order> changeInvoice(Invoice invoice, ActorRef by, Instant at) {
        return Invoicing.change(this, invoice, by, at);
    }

    /** The shop's people note something on it; {@code seen} when an auditor does, whom nobody has to check. */
    public Decision<Order> note(SellerNote note, boolean seen) {
        return Noting.note(this, note, seen);
    }

    /** It goes elsewhere; {@code seen} when an auditor says so, whom nobody has to check. */
    public Decision<Order> changeAddress(Address address, ActorRef by, boolean seen, Instant at) {
        return Addressing.change(this, address, by, seen, at);
    }

    /** Lets it through into the parcel of another order of the same buyer and address. */
    public Decision<Order> merge(Order host, ActorRef auditor, @Nullable String note, Instant at) {
        return Packing.merge(this, host, auditor, note, at);
    }

    /** Ships these parts first; the rest waits until it is let go. A held order is let through by it. */
    public Decision<Order> split(List<LineQuantity> first, ActorRef by, String reason, @Nullable String note,
            Instant at) {
        return Packing.split(this, first, by, reason, note, at);
    }

    /** What waited since the split may ship. */
    public Decision<Order> releaseRest(Instant at) {
        return Packing.releaseRest(this, at);
    }

    /** A paid line is to become another article; the stock is swapped next, and nothing prints meanwhile. */
    public Decision<Order> askExchange(Exchange wanted) {
        return Exchanging.ask(this, wanted);
    }

    /** The stock of an exchange is swapped: the line changes, its difference is asked for or goes back. */
    public Decision<Order> exchanged(String exchangeId, Instant at) {
        return Exchanging.done(this, exchangeId, at);
    }

    /** What the last exchange of a line costs more is let go; the order prints without it. */
    public Decision<Order> waiveDifference(String lineId, ActorRef by, String reason, Instant at) {
        return Waiving.waive(this, lineId, by, reason, at);
    }

    /** The goods of an exchange could not be had. */
    public Decision<Order> exchangeRefused(String exchangeId, Rejection why) {
        return Exchanging.refused(this, exchangeId, why);
    }

    /** Goods of it are off the shelf for a parcel; {@code packed} once that is closed. */
    public Decision<Order> taken(String parcelId, List<LineQuantity> parts, boolean packed) {
        return Packing.taken(this, parcelId, parts, packed);
    }

    /** Cancels it while no parcel has its permit. */
    public Decision<Order> cancel(String reason) {
        return Cancelling.cancel(this, reason);
    }

    /** Closes it if nothing was paid by its deadline. */
    public Decision<Order> closeUnpaid(Instant now) {
        return Cancelling.closeUnpaid(this, now);
    }

    /** Lets a parcel print and ship: only while no hold is open and the audit approved. Ask again before handover. */
    public Decision<Order> permit(String parcelId) {
        return Shipping.permit(this, parcelId);
    }

    /** A permitted parcel does not take it along any more. */
    public Decision<Order> permitReturned(String parcelId) {
        return Shipping.permitReturned(this, parcelId);
    }

    /** Goods left in a permitted parcel; promises to ship in time are kept or broken by it. */
    public Decision<Order> shipped(String parcelId, Waybill waybill, List<LineQuantity> parts, Instant at) {
        return Shipping.shipped(this, parcelId, waybill, parts, at);
    }

    /** A parcel reached its address; {@code signedAt} is null where nobody signed. */
    public Decision<Order> delivered(String parcelId, String handover, Instant at, @Nullable Instant signedAt) {
        return Shipping.delivered(this, parcelId, handover, at, signedAt);
    }

    /** A parcel was stopped on its way to the buyer. */
    public Decision<Order> parcelStopped(String parcelId, Instant at) {
        return Returning.stopped(this, parcelId, at);
    }

    /** A parcel that did not reach the buyer is here again. */
    public Decision<Order> parcelReturned(String parcelId, Instant at) {
        return Returning.returned(this, parcelId, at);
    }

    /** The receipt is confirmed, {@code buyer-confirmed} or by {@code deadline}. */
    public Decision<Order> receive(Instant at, String how) {
        return Shipping.receive(this, at, how);
    }

    /** The sale is over, {@code buyer-confirmed} or by {@code deadline}. */
    public Decision<Order> complete(Instant at, String how) {
        return Shipping.complete(this, at, how);
    }

    /** Received and completed at once, {@code buyer-confirmed} or by {@code deadline}. */
    public Decision<Order> confirmReceipt(Instant at, String how) {
        return ReceiptClock.confirm(this, at, how);
    }

    /** The buyer wants more time before the clock confirms the receipt. */
    public Decision<Order> extendReceipt(Instant at) {
        return ReceiptClock.extend(this, at);
    }

    /** When the receipt is confirmed by time; null while no clock runs. */
    public @Nullable Instant receiptDue() {
        return ReceiptClock.due(this);
    }

    /** A promise from a conversation is put on it while something may still ship; otherwise nothing happens. */
    public Decision<Order> attachPromise(Promise promise, Instant at) {
        return Keeping.attach(this, promise, at);
    }

    /** A promise was ticked; evidence: inspection, packing, shipment, delivery, price. */
    public Decision<Order> promiseKept(String promiseId, ActorRef by, String evidence, @Nullable String parcelId,
            Instant at) {
        return Keeping.kept(this, promiseId, by, evidence, parcelId, at);
    }

    /** A promise was missed at a stage, by a person if one was there. */
    public Decision<Order> promiseBroken(String promiseId, String stage, @Nullable String parcelId,
            @Nullable ActorRef by, Instant at) {
        return Keeping.broken(this, promiseId, stage, parcelId, by, at);
    }

    /** Promises whose clock has run out are broken. */
    public Decision<Order> breakOverduePromises(Instant now) {
        return Keeping.overdue(this, now);
    }

    /** A person sets a promise aside. */
    public Decision<Order> waivePromise(String promiseId, ActorRef by, String reason, Instant at) {
        return Keeping.waive(this, promiseId, by, reason, at);
    }

    /**
     * Holds part of the balance for a refund; {@code amount - lines - freight} is taken from money that came on top.
     * Afterwards {@link #refunds()} tells in which ways it goes back.
     */
    public Decision<Order> reserveRefund(String refundId, Money amount, List<LineAmount> parts, Money freight) {
        return Refunding.reserve(this, refundId, amount, parts, freight);
    }

    /** The same for goods that are not there: whatever becomes of the refund, they don't ship. */
    public Decision<Order> reserveRefundOfMissing(String refundId, Money amount, List<LineAmount> parts,
            Money freight) {
        return Refunding.reserve(this, refundId, amount, parts, freight, true);
    }

    /** The provider did not say what happened. */
    public Decision<Order> refundInDoubt(String refundId) {
        return Refunding.to(this, refundId, RefundState.IN_DOUBT);
    }

    /** It was paid back. */
    public Decision<Order> refundSucceeded(String refundId) {
        return Refunding.to(this, refundId, RefundState.SUCCEEDED);
    }

    /** It was refused for certain; the balance is free again. */
    public Decision<Order> refundFailed(String refundId) {
        return Refunding.to(this, refundId, RefundState.FAILED);
    }

    /** A case was opened on it; before shipping it stops the order. */
    public Decision<Order> caseOpened(String caseId, Instant at) {
        return Caring.opened(this, caseId, at);
    }

    /** A case was closed. */
    public Decision<Order> caseClosed(String caseId, Instant at) {
        return Caring.closed(this, caseId, at);
    }

    /** Goods of a case came back. */
    public Decision<Order> goodsReturned(List<LineQuantity> parts) {
        return Decision.accept(withLines(Lines.change(lines, parts, LineProgress::takeBack)));
    }

    Order withLines(List<OrderLine> next) {
        return new Order(orderId, sale, next, payment, audit, fulfilment, holds, afterSale, promises, refunds,
                questions, packing, exchanges);
    }

    Order with(PaymentFacet next) {
        return new Order(orderId, sale, lines, next, audit, fulfilment, holds, afterSale, promises, refunds,
                questions, packing, exchanges);
    }

    Order with(AuditFacet next) {
        return new Order(orderId, sale, lines, payment, next, fulfilment, holds, afterSale, promises, refunds,
                questions, packing, exchanges);
    }

    Order with(FulfilmentFacet next) {
        return new Order(orderId, sale, lines, payment, audit, next, holds, afterSale, promises, refunds,
                questions, packing, exchanges);
    }

    Order with(HoldsFacet next) {
        return new Order(orderId, sale, lines, payment, audit, fulfilment, next, afterSale, promises, refunds,
                questions, packing, exchanges);
    }

    Order with(QuestionsFacet next) {
        return new Order(orderId, sale, lines, payment, audit, fulfilment, holds, afterSale, promises, refunds, next,
                packing, exchanges);
    }

    Order withExchanges(List<Exchange> next) {
        return new Order(orderId, sale, lines, payment, audit, fulfilment, holds, afterSale, promises, refunds,
                questions, packing, next);
    }

    Order with(PackingFacet next) {
        return new Order(orderId, sale, lines, payment, audit, fulfilment, holds, afterSale, promises, refunds,
                questions, next, exchanges);
    }

    Order with(Sale next) {
        return new Order(orderId, next, lines, payment, audit, fulfilment, holds, afterSale, promises, refunds,
                questions, packing, exchanges);
    }

    Order with(AfterSaleFacet next) {
        return new Order(orderId, sale, lines, payment, audit, fulfilment, holds, next, promises, refunds,
                questions, packing, exchanges);
    }

    Order with(PromisesFacet next) {
        return new Order(orderId, sale, lines, payment, audit, fulfilment, holds, afterSale, next, refunds,
                questions, packing, exchanges);
    }

    Order with(RefundsFacet next) {
        return new Order(orderId, sale, lines, payment, audit, fulfilment, holds, afterSale, promises, next,
                questions, packing, exchanges);
    }
}
