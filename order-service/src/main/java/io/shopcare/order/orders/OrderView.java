package io.shopcare.order.orders;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.shopcare.order.trade.ActorRef;
import io.shopcare.order.trade.Address;
import io.shopcare.order.trade.Buyer;
import io.shopcare.order.trade.Invoice;
import io.shopcare.order.trade.ProductSnapshot;
import io.shopcare.order.trade.Promise;
import io.shopcare.order.trade.SellerNote;
import io.shopcare.platform.money.Money;
import io.shopcare.platform.security.Person;

/**
 * An order as its buyer and the shop's people see it.
 *
 * @param address in full for its buyer and for services, masked for others: a page that shows it in full is the waybill
 * @param invoice alike
 * @param remark  alike, as far as it tells of a person
 * @param reasons why it waits and what its rules warned of, in words; for the shop's people
 */
public record OrderView(String orderId, String orderNo, String shop, Buyer buyer, String source, Phase phase,
        Facets state, List<Line> lines, Money goods, List<Sale.Discount> discounts, Money freight, Money total,
        Money paid, Money due, Money refunded, Instant placedAt, @Nullable Instant payBy, @Nullable Receipt receipt,
        Address address, @Nullable Invoice invoice,
        @Nullable String remark, @Nullable SellerNote sellerNote, @Nullable String conversationId,
        Sale.@Nullable PlatformOrder platformOrder,
        List<PaymentRequestView> paymentRequests, List<Hold> holds, List<Asked> questions,
        @Nullable PackingFacet packing,
        List<Exchange> exchanges,
        List<PromiseView> promises, @Nullable AuditFacet audit, List<Parcel> parcels,
        Set<OrderAction> allowedActions, List<WhyItWaits> reasons) {

    /** The facets, one word each. */
    public record Facets(PaymentState payment, AuditState audit, FulfilmentState fulfilment, HoldState holds,
            AfterSaleState afterSale) {
        static Facets of(Order order) {
            return new Facets(order.payment().state(), order.audit().state(), order.fulfilment().state(),
                    order.holds().state(), order.afterSale().state());
        }
    }

    /** A line with what has come so far. */
    public record Line(String lineId, String sku, int quantity, Money unitPrice, Money discount, Money amount,
            ProductSnapshot product, LineProgress progress, Money refundable) {}

    /** A question about it; who asked, in which words, and the answer, masked, are for the shop's people. */
    public record Asked(String questionId, String to, String about, QuestionState state, Instant at, Instant answerBy,
            @Nullable ActorRef by, @Nullable String words, Question.@Nullable Answer answer) {
        static Asked of(Question it, Sale sale, boolean staff) {
            return new Asked(it.questionId(), it.to(), it.about(), it.state(), it.at(), it.answerBy(),
                    staff ? it.by() : null, staff ? it.words() : null, staff ? masked(it.answer(), sale) : null);
        }

        private static Question.@Nullable Answer masked(Question.@Nullable Answer answer, Sale sale) {
            return answer == null ? null : new Question.Answer(answer.by(), answer.at(), sale.masked(answer.words()));
        }
    }

    /** A promise and what became of it. */
    public record PromiseView(Promise promise, PromiseState state, @Nullable Instant endedAt, @Nullable String why) {}

    /** When the receipt is confirmed by time, and by whose clock. */
    public record Receipt(Instant due, String profile, boolean extended) {}

    /** A parcel that left. */
    public record Parcel(String parcelId, String carrier, String waybill, Instant shippedAt,
            @Nullable Instant deliveredAt, @Nullable Instant stoppedAt, @Nullable Instant returnedAt) {}

    /** For this caller. Buyers don't see what the shop says among its own people. */
    public static OrderView of(Order order, Person person) {
        var sale = order.sale();
        boolean inFull = person.isService() || !person.worksIn(order.shop());
        boolean staff = person.worksIn(order.shop());
        return new OrderView(order.orderId(), sale.orderNo(), sale.shop(), sale.buyer(), sale.source(),
                order.phase(), Facets.of(order), lines(order), sale.goods(), sale.discounts(), sale.freight(),
                sale.total(), order.payment().sum(sale.currency()), order.due(),
                order.refunds().succeeded(sale.currency()), sale.placedAt(), sale.payBy(), receipt(order),
                inFull ? sale.address() : sale.address().masked(), invoice(sale, inFull),
                inFull ? sale.remark() : sale.masked(sale.remark()), staff ? sale.sellerNote() : null,
                sale.conversationId(),
                sale.platformOrder(), requests(order, person), staff ? order.holds().all() : List.of(),
                questions(order, staff), staff ? order.packing() : null,
                staff ? order.exchanges() : List.of(),
                promises(order),
                staff ? order.audit() : null,
                order.fulfilment().shipments().stream().map(shipment -> new Parcel(shipment.parcelId(),
                        shipment.waybill().carrier(), shipment.waybill().number(), shipment.shippedAt(),
                        shipment.deliveredAt(), shipment.stoppedAt(), shipment.returnedAt())).toList(),
                OrderAction.of(order, person), staff ? WhyItWaits.of(order) : List.of());
    }

    private static @Nullable Invoice invoice(Sale sale, boolean inFull) {
        var invoice = sale.invoice();
        return invoice == null || inFull ? invoice : invoice.masked();
    }

    private static List<PaymentRequestView> requests(Order order, Person person) {
        return order.payment().requests().stream().map(request -> PaymentRequestView.of(order, request, person))
                .toList();
    }

    /** Buyers see what is asked of them, and not who asks. */
    private static List<Asked> questions(Order order, boolean staff) {
        return order.questions().all().stream()
                .filter(question -> staff || question.wantsAnswer() && question.to().equals(Question.TO_BUYER))
                .map(question -> Asked.of(question, order.sale(), staff)).toList();
    }

    static List<PromiseView> promises(Order order) {
        return order.promises().all().stream().map(tracked -> new PromiseView(tracked.promise(), tracked.state(),
                tracked.at(), tracked.why())).toList();
    }

    private static @Nullable Receipt receipt(Order order) {
        var due = order.receiptDue();
        var terms = order.sale().receipt();
        return due == null || terms == null
                ? null
                : new Receipt(due, terms.profile(), order.fulfilment().extendedAt() != null);
    }

    private static List<Line> lines(Order order) {
        var balance = order.balance();
        return order.lines().stream().map(line -> new Line(line.lineId(), line.sku(), line.quantity(),
                line.unitPrice(), line.discount(), line.amount(), line.product(), line.progress(),
                balance.line(line.lineId()).map(Balance.LineBalance::left)
                        .orElseGet(() -> Money.zero(order.sale().currency()))))
                .toList();
    }
}
