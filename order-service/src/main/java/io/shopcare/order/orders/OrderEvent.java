package io.shopcare.order.orders;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.shopcare.order.trade.ActorRef;
import io.shopcare.order.trade.Buyer;
import io.shopcare.order.trade.Destination;
import io.shopcare.order.trade.Figure;
import io.shopcare.order.trade.LineAmount;
import io.shopcare.order.trade.LineQuantity;
import io.shopcare.order.trade.ProductSnapshot;
import io.shopcare.order.trade.Promise;
import io.shopcare.order.trade.Tender;
import io.shopcare.order.trade.Waybill;
import io.shopcare.platform.money.Money;
import io.shopcare.platform.store.EventType;

/** What happens to orders, as published. An {@code actor} of its own says that a clock acted, not who asked. */
public sealed interface OrderEvent {

    /** A line as published. */
    record Line(String lineId, String sku, int quantity, Money unitPrice, Money discount, Money amount,
            ProductSnapshot product) {
        static Line of(OrderLine line) {
            return new Line(line.lineId(), line.sku(), line.quantity(), line.unitPrice(), line.discount(),
                    line.amount(), line.product());
        }
    }

    /** An open hold as published. */
    record OpenHold(String holdId, String code, @Nullable List<Figure> figures, String owner,
            @Nullable String promiseId, @Nullable String caseId, @Nullable Instant deadline) {
        static OpenHold of(Hold hold) {
            return new OpenHold(hold.holdId(), hold.code(), hold.figures().isEmpty() ? null : hold.figures(),
                    hold.owner(), hold.promiseId(), hold.caseId(), hold.deadline());
        }
    }

    /** Units of an article; {@code product} of what is sold now. */
    record ExchangedUnits(String sku, int quantity, @Nullable ProductSnapshot product) {}

    /** A released hold as published. */
    record ReleasedHold(String holdId, String code) {}

    /** Where a promise was missed, and by whom if a person was at that stage. */
    record Missed(String stage, @Nullable String parcelId, @Nullable ActorRef by) {}

    /** What shows that a promise was kept. */
    record Evidence(String kind, @Nullable String parcelId) {}

    /** Placed. */
    @EventType("order.placed.v1")
    record Placed(String shop, String orderId, Buyer buyer, String orderNo, String source, List<Line> lines,
            Money goods, List<Sale.Discount> discounts, Money freight, Money total, Destination destination,
            @Nullable Instant payBy, @Nullable String conversationId, @Nullable List<Promise> promises,
            Sale.@Nullable PlatformOrder platformOrder) implements OrderEvent {}

    /** Paid in full. */
    @EventType("order.paid.v1")
    record Paid(String shop, String orderId, Buyer buyer, Money paid, List<Tender> tenders, List<LineAmount> lines,
            Money freight) implements OrderEvent {}

    /** Money came that does not fit. */
    @EventType("order.payment-mismatched.v1")
    record PaymentMismatched(String shop, String orderId, Buyer buyer, String kind, Money due, Tender received)
            implements
                OrderEvent {}

    /** Its price became lower before it was paid. */
    @EventType("order.price-adjusted.v1")
    record PriceAdjusted(String shop, String orderId, Buyer buyer, String adjustmentId, Money goodsOff,
            Money freightOff, List<LineAmount> lines, Money freight, Money total, String reason,
            @Nullable String authority) implements OrderEvent {}

    /** Finance settled money that did not fit. */
    @EventType("order.payment-resolved.v1")
    record PaymentResolved(String shop, String orderId, Buyer buyer, String resolutionId, String kind,
            String reason) implements OrderEvent {}

    /** It was closed unpaid, its money came late, and it is carried out after all. */
    @EventType("order.revived.v1")
    record Revived(String shop, String orderId, Buyer buyer) implements OrderEvent {}

    /** Money of it goes back without a case: reserved already, the refund follows. */
    @EventType("order.refund-due.v1")
    record RefundDue(String shop, String orderId, Buyer buyer, String requestId, Money amount,
            List<LineAmount> lines, Money freight, String reason) implements OrderEvent {}

    /** The buyer is asked for more. */
    @EventType("payment-request.opened.v1")
    record PaymentRequestOpened(String shop, String orderId, Buyer buyer, String requestId, Money amount,
            String reason, @Nullable String lineId, Instant expiresAt) implements OrderEvent {}

    /** A request will end soon; the buyer is told once. */
    @EventType("payment-request.due-soon.v1")
    record PaymentRequestDueSoon(String shop, String orderId, Buyer buyer, String requestId, Money amount,
            String reason, Instant expiresAt) implements OrderEvent {}

    /** A request was paid, once. */
    @EventType("payment-request.paid.v1")
    record PaymentRequestPaid(String shop, String orderId, Buyer buyer, String requestId, Money amount,
            String reason, @Nullable String lineId, Tender tender) implements OrderEvent {}

    /** A request can't be paid any more: {@code expired} or {@code withdrawn}. */
    @EventType("payment-request.closed.v1")
    record PaymentRequestClosed(String shop, String orderId, Buyer buyer, String requestId, Money amount,
            String reason, String outcome) implements OrderEvent {}

    /** Holds were put on it. */
    @EventType("order.held.v1")
    record Held(String shop, String orderId, Buyer buyer, String during, List<OpenHold> holds, int open,
            @Nullable String ruleSetVersion) implements OrderEvent {}

    /** Holds were resolved. */
    @EventType("order.hold-released.v1")
    record HoldReleased(String shop, String orderId, Buyer buyer, List<ReleasedHold> released, String reason,
            int open) implements OrderEvent {}

    /** The buyer or an agent is asked before it goes on; the words stay here. */
    @EventType("order.question-asked.v1")
    record QuestionAsked(String shop, String orderId, Buyer buyer, String questionId, String to, String about,
            List<OpenHold> holds, Instant answerBy, String language) implements OrderEvent {}

    /** A question was answered, or is overdue, or is not needed any more. */
    @EventType("order.question-ended.v1")
    record QuestionEnded(String shop, String orderId, Buyer buyer, String questionId, String to, String about,
            String outcome) implements OrderEvent {}

    /** The buyer wrote something else; the words stay here. */
    @EventType("order.remark-changed.v1")
    record RemarkChanged(String shop, String orderId, Buyer buyer) implements OrderEvent {}

    /** The buyer wants another invoice; in whose name stays here. */
    @EventType("order.invoice-changed.v1")
    record InvoiceChanged(String shop, String orderId, Buyer buyer) implements OrderEvent {}

    /** The shop's people noted something; the words stay here. */
    @EventType("order.seller-note-changed.v1")
    record SellerNoteChanged(String shop, String orderId, Buyer buyer, @Nullable String flag, boolean remarked)
            implements
                OrderEvent {}

    /** It goes elsewhere. */
    @EventType("order.address-changed.v1")
    record AddressChanged(String shop, String orderId, Buyer buyer, Destination destination) implements OrderEvent {}

    /** Its goods travel with those of another order of the same buyer. */
    @EventType("order.merged.v1")
    record Merged(String shop, String orderId, Buyer buyer, String intoOrderId) implements OrderEvent {}

    /** Part of it ships first. */
    @EventType("order.split.v1")
    record SplitUp(String shop, String orderId, Buyer buyer, List<LineQuantity> first, List<LineQuantity> rest)
            implements
                OrderEvent {}

    /** What waited since the split may ship. */
    @EventType("order.rest-released.v1")
    record RestReleased(String shop, String orderId, Buyer buyer, List<LineQuantity> lines) implements OrderEvent {}

    /** A line is another article now; what it costs more is asked for, what it costs less goes back. */
    @EventType("order.line-exchanged.v1")
    record LineExchanged(String shop, String orderId, Buyer buyer, String exchangeId, String lineId,
            ExchangedUnits from, ExchangedUnits to, @Nullable Money toPay, @Nullable Money toRefund)
            implements
                OrderEvent {}

    /** The buyer need not pay what the exchanged line costs more. */
    @EventType("order.difference-waived.v1")
    record DifferenceWaived(String shop, String orderId, Buyer buyer, String exchangeId, String lineId, Money amount,
            String reason) implements OrderEvent {}

    /** The audit let it through. */
    @EventType("order.approved.v1")
    record Approved(String shop, String orderId, Buyer buyer, String ruleSetVersion, boolean straightThrough)
            implements
                OrderEvent {}

    /** The audit refused it for good. */
    @EventType("order.rejected.v1")
    record Rejected(String shop, String orderId, Buyer buyer, String reason) implements OrderEvent {}

    /** It will not be carried out. */
    @EventType("order.cancelled.v1")
    record Cancelled(String shop, String orderId, Buyer buyer, String reason, Money paid) implements OrderEvent {}

    /** Goods left. */
    @EventType("order.shipped.v1")
    record Shipped(String shop, String orderId, Buyer buyer, String parcelId, Waybill waybill,
            List<LineQuantity> lines, boolean complete) implements OrderEvent {}

    /** A refund that kept these units here failed for certain: they ship after all. */
    @EventType("order.units-restored.v1")
    record UnitsRestored(String shop, String orderId, Buyer buyer, String refundId, List<LineQuantity> lines)
            implements
                OrderEvent {}

    /** What waited was refunded: what has left is all of it, and may have arrived already. */
    @EventType("order.rest-refunded.v1")
    record RestRefunded(String shop, String orderId, Buyer buyer, String state) implements OrderEvent {}

    /** A parcel with goods of it was stopped on its way; {@code state} is how far the order is by it. */
    @EventType("order.parcel-stopped.v1")
    record ParcelStopped(String shop, String orderId, Buyer buyer, String parcelId, List<LineQuantity> lines,
            String state) implements OrderEvent {}

    /** A parcel that did not reach the buyer is here again; {@code state} is how far the order is by it. */
    @EventType("order.parcel-returned.v1")
    record ParcelReturned(String shop, String orderId, Buyer buyer, String parcelId, List<LineQuantity> lines,
            Instant returnedAt, String state) implements OrderEvent {}

    /** Goods reached the address. */
    @EventType("order.delivered.v1")
    record Delivered(String shop, String orderId, Buyer buyer, String parcelId, List<LineQuantity> lines,
            Instant deliveredAt, String handover, boolean complete, @Nullable Instant signedAt)
            implements
                OrderEvent {}

    /** The receipt will soon be confirmed by time. */
    @EventType("order.receipt-due-soon.v1")
    record ReceiptDueSoon(String shop, String orderId, Buyer buyer, Instant receiptDue) implements OrderEvent {}

    /** The buyer asked for more time; {@code receiptDue} is null while a case stops the clock. */
    @EventType("order.receipt-extended.v1")
    record ReceiptExtended(String shop, String orderId, Buyer buyer, @Nullable Instant receiptDue)
            implements
                OrderEvent {}

    /** The receipt was confirmed. */
    @EventType("order.received.v1")
    record Received(String shop, String orderId, Buyer buyer, Instant receivedAt, String how,
            List<LineQuantity> lines) implements OrderEvent {}

    /** The sale is over. */
    @EventType("order.completed.v1")
    record Completed(String shop, String orderId, Buyer buyer, Money paid, Money refunded, String how)
            implements
                OrderEvent {}

    /** A promise travels with it from now on. */
    @EventType("promise.attached.v1")
    record PromiseAttached(String shop, String orderId, Buyer buyer, Promise promise) implements OrderEvent {}

    /** A promise was kept. */
    @EventType("promise.kept.v1")
    record PromiseKept(String shop, String orderId, Buyer buyer, @Nullable ActorRef actor, Promise promise,
            Evidence evidence) implements OrderEvent {}

    /** A promise can't be kept any more. */
    @EventType("promise.broken.v1")
    record PromiseBroken(String shop, String orderId, Buyer buyer, @Nullable ActorRef actor, Promise promise,
            Missed missed) implements OrderEvent {}

    /** A promise was set aside. */
    @EventType("promise.waived.v1")
    record PromiseWaived(String shop, String orderId, Buyer buyer, Promise promise, String reason)
            implements
                OrderEvent {}
}
