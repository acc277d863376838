package io.shopcare.platform.notices;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Sorts.orderBy;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

/**
 * All notices of the program. Telling is an insert by an id that the occasion derives, so it happens once; taking one to
 * send is a conditional write, so two senders never hold the same. The address goes when the mail is out.
 */
public final class Notices implements Telling {
    private static final String CHANNEL = "e-mail";
    private static final int LISTED = 200;

    private final MongoCollection<Document> notices;
    private final Clock clock;
    private final Semaphore news = new Semaphore(0);

    Notices(MongoDatabase database, Clock clock) {
        this.notices = database.getCollection("notices");
        this.clock = clock;
        notices.createIndex(ascending("state", "nextAt"));
        notices.createIndex(ascending("about", "createdAt"));
    }

    @Override
    public void tell(Notice notice) {
        boolean reachable = notice.email() != null;
        var now = Date.from(clock.instant());
        var document = new Document("_id", notice.id()).append("shop", notice.shop()).append("about", notice.about())
                .append("kind", notice.kind()).append("language", notice.language()).append("channel", CHANNEL)
                .append("facts", new Document(Map.copyOf(notice.facts())))
                .append("state", (reachable ? NoticeState.PENDING : NoticeState.FAILED).name())
                .append("attempts", 0).append("createdAt", now);
        if (reachable)
            document.append("to", notice.email()).append("nextAt", now);
        else
            document.append("problem", "no-address");
        try {
            notices.insertOne(document);
            if (reachable)
                news.release();
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY)
                throw e;
        }
    }

    /** What was, or is to be, told about one thing, oldest first. */
    public List<NoticeRecord> about(String id) {
        return notices.find(eq("about", id)).sort(ascending("about", "createdAt")).limit(LISTED)
                .map(Notices::record).into(new java.util.ArrayList<>());
    }

    /** Something that is due, kept from other senders for a while. */
    Optional<Taken> take(Duration lease) {
        var now = clock.instant();
        var due = and(eq("state", NoticeState.PENDING.name()), lte("nextAt", Date.from(now)));
        return Optional.ofNullable(notices.findOneAndUpdate(due,
                combine(set("nextAt", Date.from(now.plus(lease))), inc("attempts", 1)),
                new FindOneAndUpdateOptions().sort(orderBy(ascending("state"), ascending("nextAt")))
                        .returnDocument(ReturnDocument.AFTER)))
                .map(Taken::new);
    }

    void sent(Taken taken) {
        notices.updateOne(waiting(taken), combine(set("state", NoticeState.SENT.name()),
                set("sentAt", Date.from(clock.instant())), set("to", mask(taken.to())), unset("nextAt"),
                unset("problem")));
    }

    void failed(Taken taken, String problem, Duration pause) {
        notices.updateOne(waiting(taken),
                combine(set("nextAt", Date.from(clock.instant().plus(pause))), set("problem", problem)));
    }

    void givenUp(Taken taken, String problem) {
        notices.updateOne(waiting(taken), combine(set("state", NoticeState.FAILED.name()), set("problem", problem),
                set("to", mask(taken.to())), unset("nextAt")));
    }

    /** Waits for something new, at most so long. */
    void await(Duration atMost) throws InterruptedException {
        if (news.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS))
            news.drainPermits();
    }

    private static org.bson.conversions.Bson waiting(Taken taken) {
        return and(eq("_id", taken.id()), eq("state", NoticeState.PENDING.name()));
    }

    private static NoticeRecord record(Document notice) {
        var to = notice.getString("to");
        return new NoticeRecord(notice.getString("_id"), notice.getString("about"), notice.getString("kind"),
                notice.getString("language"), notice.getString("channel"), to == null ? null : mask(to),
                NoticeState.valueOf(notice.getString("state")), notice.getInteger("attempts"),
                notice.getDate("createdAt").toInstant(), instant(notice, "nextAt"), instant(notice, "sentAt"),
                notice.getString("problem"));
    }

    private static @Nullable Instant instant(Document notice, String field) {
        var date = notice.getDate(field);
        return date == null ? null : date.toInstant();
    }

    /** First letter and domain (rules.md, Personal data). */
    static String mask(String email) {
        int at = email.indexOf('@');
        return at < 1 ? "***" : email.charAt(0) + "***" + email.substring(at);
    }

    /** A notice in the hands of one sender. */
    record Taken(Document document) {
        String id() {
            return document.getString("_id");
        }

        String to() {
            return document.getString("to");
        }

        String kind() {
            return document.getString("kind");
        }

        String language() {
            return document.getString("language");
        }

        int attempts() {
            return document.getInteger("attempts");
        }

        Map<String, String> facts() {
            var facts = new java.util.LinkedHashMap<String, String>();
            document.get("facts", Document.class).forEach((name, value) -> facts.put(name, String.valueOf(value)));
            return facts;
        }
    }
}
