package io.shopcare.order.orders;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.shopcare.order.trade.ActorRef;
import io.shopcare.order.trade.LineQuantity;
import io.shopcare.order.trade.Waybill;
import io.shopcare.platform.store.Decision;
import io.shopcare.platform.store.Rejection;

/**
 * How an order is carried out: its parcels, exchanges of its lines, its ways to the buyer and back, its receipt and its end (O10-O16).
 */
public sealed interface OrderFulfilment permits Order {

    /** Whether something may still leave: until then holds and late promises mean something. */
    default boolean mayStillShip() {
        return switch (it().fulfilment().state()) {
            case NOT_STARTED, AWAITING, PARTLY_SHIPPED -> true;
            case SHIPPED, DELIVERED, RECEIVED, COMPLETED, CANCELLED -> false;
        };
    }

    /** Whether nothing of it will leave any more, whatever becomes of its refunds. */
    default boolean shipsNothingMore() {
        return Ending.shipsNothingMore(it());
    }

    /** Lets it through into the parcel of another order of the same buyer and address. */
    default Decision<Order> merge(Order host, ActorRef auditor, @Nullable String note, Instant at) {
        return Packing.merge(it(), host, auditor, note, at);
    }

    /** Ships these parts first; the rest waits until it is let go. A held order is let through by it. */
    default Decision<Order> split(List<LineQuantity> first, ActorRef by, String reason, @Nullable String note,
            Instant at) {
        return Packing.split(it(), first, by, reason, note, at);
    }

    /** What waited since the split may ship. */
    default Decision<Order> releaseRest(Instant at) {
        return Packing.releaseRest(it(), at);
    }

    /** A paid line is to become another article; the stock is swapped next, and nothing prints meanwhile. */
    default Decision<Order> askExchange(Exchange wanted) {
        return Exchanging.ask(it(), wanted);
    }

    /** The stock of an exchange is swapped: the line changes, its difference is asked for or goes back. */
    default Decision<Order> exchanged(String exchangeId, Instant at) {
        return Exchanging.done(it(), exchangeId, at);
    }

    /** What the last exchange of a line costs more is let go; the order prints without it. */
    default Decision<Order> waiveDifference(String lineId, ActorRef by, String reason, Instant at) {
        return Waiving.waive(it(), lineId, by, reason, at);
    }

    /** The goods of an exchange could not be had. */
    default Decision<Order> exchangeRefused(String exchangeId, Rejection why) {
        return Exchanging.refused(it(), exchangeId, why);
    }

    /** Goods of it are off the shelf for a parcel; {@code packed} once that is closed. */
    default Decision<Order> taken(String parcelId, List<LineQuantity> parts, boolean packed) {
        return Packing.taken(it(), parcelId, parts, packed);
    }

    /** Cancels it while no parcel has its permit. */
    default Decision<Order> cancel(String reason) {
        return Cancelling.cancel(it(), reason);
    }

    /** Closes it if nothing was paid by its deadline. */
    default Decision<Order> closeUnpaid(Instant now) {
        return Cancelling.closeUnpaid(it(), now);
    }

    /** Lets a parcel print and ship: only while no hold is open and the audit approved. Ask again before handover. */
    default Decision<Order> permit(String parcelId) {
        return Shipping.permit(it(), parcelId);
    }

    /** A permitted parcel does not take it along any more. */
    default Decision<Order> permitReturned(String parcelId) {
        return Shipping.permitReturned(it(), parcelId);
    }

    /** Goods left in a permitted parcel; promises to ship in time are kept or broken by it. */
    default Decision<Order> shipped(String parcelId, Waybill waybill, List<LineQuantity> parts, Instant at) {
        return Shipping.shipped(it(), parcelId, waybill, parts, at);
    }

    /** A parcel reached its address; {@code signedAt} is null where nobody signed. */
    default Decision<Order> delivered(String parcelId, String handover, Instant at, @Nullable Instant signedAt) {
        return Shipping.delivered(it(), parcelId, handover, at, signedAt);
    }

    /** A parcel was stopped on its way to the buyer. */
    default Decision<Order> parcelStopped(String parcelId, Instant at) {
        return Returning.stopped(it(), parcelId, at);
    }

    /** A parcel that did not reach the buyer is here again. */
    default Decision<Order> parcelReturned(String parcelId, Instant at) {
        return Returning.returned(it(), parcelId, at);
    }

    /** The receipt is confirmed, {@code buyer-confirmed} or by {@code deadline}. */
    default Decision<Order> receive(Instant at, String how) {
        return Shipping.receive(it(), at, how);
    }

    /** The sale is over, {@code buyer-confirmed} or by {@code deadline}. */
    default Decision<Order> complete(Instant at, String how) {
        return Shipping.complete(it(), at, how);
    }

    /** Received and completed at once, {@code buyer-confirmed} or by {@code deadline}. */
    default Decision<Order> confirmReceipt(Instant at, String how) {
        return ReceiptClock.confirm(it(), at, how);
    }

    /** The buyer wants more time before the clock confirms the receipt. */
    default Decision<Order> extendReceipt(Instant at) {
        return ReceiptClock.extend(it(), at);
    }

    /** When the receipt is confirmed by time; null while no clock runs. */
    default @Nullable Instant receiptDue() {
        return ReceiptClock.due(it());
    }

    /** Goods of a case came back. */
    default Decision<Order> goodsReturned(List<LineQuantity> parts) {
        return Decision.accept(it().withLines(Lines.change(it().lines(), parts, LineProgress::takeBack)));
    }

    private Order it() {
        return (Order) this;
    }
}
