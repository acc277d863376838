package io.shopcare.standalone.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Service;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.pushEach;
import static com.mongodb.client.model.Updates.set;

/** Asks buyers for money and takes it. Each step is one conditional write. */
@Service
class PaymentDesk {
    private final MongoCollection<Document> payments;
    private final CurrentBehaviour behaviour;
    private final SandboxSettings settings;
    private final Clock clock;

    PaymentDesk(MongoCollection<Document> payments, CurrentBehaviour behaviour, SandboxSettings settings, Clock clock) {
        this.payments = payments;
        this.behaviour = behaviour;
        this.settings = settings;
        this.clock = clock;
    }

    /** The same request again gets the same payment; another request under its number is refused. */
    Payment ask(PaymentRequest request) {
        var document = new Document("_id", request.paymentNo()).append("amount", request.amount().minor()).append(
                "currency", request.amount().currencyCode()).append("subject", request.subject()).append("notifyUrl",
                        request.notifyUrl().toString())
                .append("status", Payment.Status.PENDING.name()).append("taken",
                        0L)
                .append("refundable", 0L).append("askedAt", Date.from(clock.instant())).append(
                        "refunds", List.of())
                .append("pending", List.of());
        try {
            payments.insertOne(document);
            return Documents.payment(document);
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            Payment known = find(request.paymentNo());
            if (!known.amount().equals(request.amount())) {
                throw Refused.anotherRequestUnderTheNumber(request.paymentNo());
            }
            return known;
        }
    }

    Payment find(String paymentNo) {
        return Documents.payment(document(paymentNo));
    }

    List<Payment> all() {
        return payments.find().sort(new Document("_id", 1)).map(Documents::payment).into(new ArrayList<>());
    }

    /** Part of all payments, in the order of their numbers. */
    List<Payment> page(String after, int limit) {
        return payments.find(gt("_id", after)).sort(new Document("_id", 1)).limit(limit).map(Documents::payment)
                .into(new ArrayList<>());
    }

    /** From now on this payment misbehaves in its own way. */
    Payment behave(String paymentNo, Behaviour own) {
        document(paymentNo);
        payments.updateOne(eq("_id", paymentNo), set("behaviour", own.document()));
        return find(paymentNo);
    }

    /** The buyer pays. What was paid is not taken again, unless the mode asks for just that. */
    Payment pay(String paymentNo, PayMode mode) {
        Document asked = document(paymentNo);
        Bson open = mode == PayMode.TWICE
                ? eq("_id", paymentNo)
                : and(eq("_id", paymentNo), ne("status", Payment.Status.SUCCEEDED.name()));
        Document paid = payments.findOneAndUpdate(open, mode == PayMode.FAIL ? refuse(asked) : take(asked, mode),
                new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER));
        return paid == null ? find(paymentNo) : Documents.payment(paid);
    }

    private Bson take(Document asked, PayMode mode) {
        long amount = mode == PayMode.WRONG_AMOUNT ? oneUnitOff(asked) : asked.getLong("amount");
        int times = mode == PayMode.TWICE ? 2 : 1;
        var notes = new ArrayList<Document>();
        for (int i = 0; i < times; i++) {
            notes.add(note(asked, "payment.succeeded", amount, mode));
        }
        return combine(set("status", Payment.Status.SUCCEEDED.name()), inc("taken", amount * times), inc("refundable",
                amount * times), pushEach("receipts", notes.stream().map(PaymentDesk::receipt).toList()),
                pushEach(
                        "pending", mode == PayMode.LOST ? List.<Document>of() : notes));
    }

    private static Document receipt(Document note) {
        return new Document("id", note.getString("id")).append("amount", note.getLong("amount")).append("occurredAt",
                note.getDate("occurredAt"));
    }

    private Bson refuse(Document asked) {
        return combine(set("status", Payment.Status.FAILED.name()), pushEach("pending", List.of(note(asked,
                "payment.failed", asked.getLong("amount"), PayMode.FAIL))));
    }

    private Document note(Document asked, String event, long amount, PayMode mode) {
        Instant now = clock.instant();
        Instant due = now.plusMillis(behaviour.of(asked).delayMs()).plus(mode == PayMode.LATE
                ? settings.late()
                : Duration.ZERO);
        return Notification.document(event, null, amount, asked.getString("notifyUrl"), now, due,
                1 + behaviour.of(asked)
                        .repeat());
    }

    private static long oneUnitOff(Document asked) {
        long amount = asked.getLong("amount");
        Money one = Money.parse("1", asked.getString("currency"));
        return amount > one.minor() ? amount - one.minor() : amount + one.minor();
    }

    private Document document(String paymentNo) {
        Document found = payments.find(eq("_id", paymentNo)).first();
        if (found == null) {
            throw Refused.unknown("payment", paymentNo);
        }
        return found;
    }
}
