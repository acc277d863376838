package io.shopcare.standalone.sandbox;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;

/** The notifications that are still owed, wherever they wait. */
@Component
class NotificationQueue {
    private static final int AT_ONCE = 100;

    private final MongoCollection<Document> payments;
    private final Clock clock;

    NotificationQueue(MongoCollection<Document> payments, Clock clock) {
        this.payments = payments;
        this.clock = clock;
    }

    void declareIndex() {
        payments.createIndex(Indexes.ascending("pending.dueAt"));
    }

    List<Notification> due() {
        var due = new ArrayList<Notification>();
        payments.find(lte("pending.dueAt", Date.from(clock.instant()))).limit(AT_ONCE)
                .forEach(payment -> dueIn(payment).forEach(due::add));
        return due;
    }

    /** As it is now: what was read a moment ago may have been sent since. */
    Optional<Notification> stillDue(Notification notification) {
        Document payment = payments.find(eq("_id", notification.paymentNo())).first();
        return payment == null
                ? Optional.empty()
                : dueIn(payment).filter(each -> each.id().equals(notification.id())).findFirst();
    }

    private Stream<Notification> dueIn(Document payment) {
        Date now = Date.from(clock.instant());
        return payment.getList("pending", Document.class).stream().filter(pending -> !pending.getDate("dueAt")
                .after(now)).map(pending -> Notification.read(payment, pending));
    }

    void taken(Notification notification) {
        if (notification.copies() > 1) {
            payments.updateOne(waiting(notification), inc("pending.$.copies", -1));
        } else {
            payments.updateOne(eq("_id", notification.paymentNo()), new Document("$pull", new Document("pending",
                    new Document("id", notification.id()))));
        }
    }

    void refused(Notification notification, Instant next) {
        payments.updateOne(waiting(notification), combine(set("pending.$.dueAt", Date.from(next)), inc(
                "pending.$.attempts", 1)));
    }

    private static Bson waiting(Notification notification) {
        return and(eq("_id", notification.paymentNo()), eq("pending.id", notification.id()));
    }
}
