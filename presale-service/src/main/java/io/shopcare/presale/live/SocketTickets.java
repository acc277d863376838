package io.shopcare.presale.live;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Optional;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

import io.shopcare.platform.ids.Ids;
import io.shopcare.platform.json.Json;
import io.shopcare.platform.security.Person;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lte;

/**
 * One-time tickets: a browser can't send a token with a socket, and an address with a token in it ends up in logs. A
 * ticket lives for seconds, any instance takes it, and only one does: it is deleted in the same step that finds it. What
 * is stored is its digest.
 */
@Component
final class SocketTickets {
    static final Bson INDEX = Indexes.ascending("expiresAt");
    private static final int BYTES = 32;

    private final MongoCollection<Document> tickets;
    private final SecureRandom random = new SecureRandom();
    private final LiveSettings settings;
    private final Clock clock;

    SocketTickets(MongoDatabase database, LiveSettings settings, Clock clock) {
        this.tickets = database.getCollection("socket_tickets");
        this.settings = settings;
        this.clock = clock;
        tickets.createIndex(INDEX);
    }

    /** @param text to be shown once */
    record Ticket(String text, Instant expiresAt) {
        @Override
        public String toString() {
            return "Ticket[until " + expiresAt + "]";
        }
    }

    Ticket issue(Person person) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        var ticket = new Ticket(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes),
                clock.instant().plus(settings.ticketLifetime()));
        tickets.insertOne(new Document("_id", Ids.digest(ticket.text()))
                .append("person", Json.STORED.convertValue(person, Document.class))
                .append("expiresAt", Date.from(ticket.expiresAt())));
        return ticket;
    }

    /** Who may connect by this ticket; the second time nobody. */
    Optional<Person> redeem(String ticket) {
        var found = tickets.findOneAndDelete(
                and(eq("_id", Ids.digest(ticket)), gt("expiresAt", Date.from(clock.instant()))));
        return Optional.ofNullable(found)
                .map(document -> Json.STORED.convertValue(document.get("person", Document.class), Person.class));
    }

    void forgetExpired() {
        tickets.deleteMany(expired(clock.instant()));
    }

    static Bson expired(Instant now) {
        return lte("expiresAt", Date.from(now));
    }
}
