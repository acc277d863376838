package io.shopcare.standalone.sandbox;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import org.bson.Document;
import org.springframework.stereotype.Service;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;

/**
 * Gives money back: never more than is left, and once per refund number. A number is won for life by one insert; the
 * money is reserved by one conditional write on the payment, which whoever repeats the request finishes if a crash came
 * between.
 */
@Service
class RefundDesk {
    private final MongoCollection<Document> payments;
    private final MongoCollection<Document> refundNumbers;
    private final CurrentBehaviour behaviour;
    private final Clock clock;

    RefundDesk(MongoCollection<Document> payments, MongoCollection<Document> refundNumbers,
            CurrentBehaviour behaviour, Clock clock) {
        this.payments = payments;
        this.refundNumbers = refundNumbers;
        this.behaviour = behaviour;
        this.clock = clock;
    }

    Refund accept(RefundRequest request) {
        Document payment = payment(request.paymentNo());
        claim(request);
        if (!payment.getString("currency").equals(request.amount().currencyCode())) {
            throw Refused.moreThanIsLeft(Documents.money(payment, payment.getLong("refundable")));
        }
        long amount = request.amount().minor();
        payments.updateOne(and(eq("_id", request.paymentNo()), gte("refundable", amount), ne("refunds.refundNo",
                request.refundNo())), combine(inc("refundable", -amount), push("refunds", refund(request)),
                        push(
                                "pending", note(request, payment))));
        return find(payment(request.paymentNo()), request.refundNo());
    }

    Behaviour behaviourOf(String paymentNo) {
        return behaviour.of(payment(paymentNo));
    }

    Refund find(String refundNo) {
        Document claim = refundNumbers.find(eq("_id", refundNo)).first();
        if (claim == null) {
            throw Refused.unknown("refund", refundNo);
        }
        Document payment = payment(claim.getString("paymentNo"));
        return Documents.refunds(payment).stream().filter(each -> each.getString("refundNo").equals(refundNo))
                .findFirst().map(each -> Documents.refund(payment, each)).orElseThrow(() -> Refused.unknown("refund",
                        refundNo));
    }

    /** The bank has done it, or not: then the money may be refunded again, under another number. */
    void settle(Notification notification) {
        boolean failed = notification.event().equals(Notification.REFUND_FAILED);
        payments.updateOne(and(eq("_id", notification.paymentNo()), elemMatch("refunds", and(eq("refundNo",
                notification.refundNo()), eq("status", Refund.Status.ACCEPTED.name())))), combine(set(
                        "refunds.$.status", (failed ? Refund.Status.FAILED : Refund.Status.SUCCEEDED).name()),
                        inc(
                                "refundable", failed ? notification.amount().minor() : 0L)));
    }

    private void claim(RefundRequest request) {
        var claim = new Document("_id", request.refundNo()).append("paymentNo", request.paymentNo()).append("amount",
                request.amount().minor());
        try {
            refundNumbers.insertOne(claim);
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            if (!claim.equals(refundNumbers.find(eq("_id", request.refundNo())).first())) {
                throw Refused.anotherRequestUnderTheNumber(request.refundNo());
            }
        }
    }

    private static Refund find(Document payment, String refundNo) {
        return Documents.refunds(payment).stream().filter(each -> each.getString("refundNo").equals(refundNo))
                .findFirst().map(each -> Documents.refund(payment, each)).orElseThrow(() -> Refused.moreThanIsLeft(
                        Documents.money(payment, payment.getLong("refundable"))));
    }

    private Document refund(RefundRequest request) {
        return new Document("refundNo", request.refundNo()).append("amount", request.amount().minor()).append("reason",
                request.reason()).append("status", Refund.Status.ACCEPTED.name()).append("askedAt", Date.from(
                        clock
                                .instant()));
    }

    /** Also the reminder to settle: what will come of it is decided, and stored, when the refund is accepted. */
    private Document note(RefundRequest request, Document payment) {
        Behaviour now = behaviour.of(payment);
        Instant instant = clock.instant();
        return Notification.document(now.failRefunds() ? Notification.REFUND_FAILED : Notification.REFUND_SUCCEEDED,
                request.refundNo(), request.amount().minor(), request.notifyUrl().toString(), instant, instant
                        .plusMillis(now.delayMs()),
                1 + now.repeat());
    }

    private Document payment(String paymentNo) {
        Document found = payments.find(eq("_id", paymentNo)).first();
        if (found == null) {
            throw Refused.unknown("payment", paymentNo);
        }
        return found;
    }
}
