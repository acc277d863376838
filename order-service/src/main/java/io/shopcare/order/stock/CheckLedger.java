package io.shopcare.order.stock;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.shopcare.platform.json.Json;
import io.shopcare.platform.store.Rider;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Sorts.ascending;

/**
 * Adds up the ledger of every stock and compares it with the figures and the claims: they agree, always. Movements that the
 * relay has not filed yet are counted from where they wait.
 */
@Component
public class CheckLedger {
    static final Bson BY_ID = ascending("shop", "_id");

    private final MongoCollection<Document> stocks;
    private final MongoCollection<Document> ledger;
    private final MongoCollection<Document> reservations;

    CheckLedger(MongoDatabase database) {
        stocks = database.getCollection("stocks");
        ledger = database.getCollection(StockMovement.LEDGER);
        reservations = database.getCollection("reservations");
        ledger.createIndex(Indexes.ascending("parent", "_id"));
        stocks.createIndex(Indexes.ascending("shop", "_id"));
    }

    /**
     * One stock whose ledger does not add up.
     *
     * @param figures of the stock
     * @param summed  what the ledger adds up to
     * @param claimed units that its claims hold
     * @param orphans claims that nothing stands behind any more: their units would be held for ever
     */
    public record Difference(String stockId, StockFigures figures, Sums summed, int claimed, List<String> orphans) {
        public Difference {
            orphans = List.copyOf(orphans);
        }
    }

    /**
     * What was found of some stocks.
     *
     * @param checked so many stocks were looked at
     * @param last    id of the last of them; null when these are all
     */
    public record Checked(List<Difference> differences, int checked, @Nullable String last) {}

    /** Sums of a ledger. */
    public record Sums(int onHand, int reserved, int allocated, int damaged, int entries) {
        static final Sums NONE = new Sums(0, 0, 0, 0, 0);

        private Sums plus(Document entry) {
            return new Sums(onHand + entry.get("onHand", Number.class).intValue(),
                    reserved + entry.get("reserved", Number.class).intValue(),
                    allocated + entry.get("allocated", Number.class).intValue(),
                    damaged + entry.get("damaged", Number.class).intValue(), entries + 1);
        }

        private boolean agrees(StockFigures figures) {
            return onHand == figures.onHand() && reserved == figures.reserved()
                    && allocated == figures.allocated() && damaged == figures.damaged();
        }
    }

    /** The stocks of these shops after one, by id, so that many SKUs are checked piece by piece. */
    public Checked of(Collection<String> shops, @Nullable String after, int limit) {
        var differences = new ArrayList<Difference>();
        int checked = 0;
        var from = after == null ? "" : after.substring(0, after.indexOf('/'));
        for (var shop : new TreeSet<>(shops).tailSet(from))
            for (var document : stocks.find(filter(shop, shop.equals(from) ? after : null)).sort(BY_ID)
                    .limit(limit - checked)) {
                difference(document).ifPresent(differences::add);
                if (++checked == limit)
                    return new Checked(differences, checked, document.getString("_id"));
            }
        return new Checked(differences, checked, null);
    }

    static Bson filter(String shop, @Nullable String after) {
        return after == null ? eq("shop", shop) : and(eq("shop", shop), gt("_id", after));
    }

    private Optional<Difference> difference(Document document) {
        var stock = Json.STORED.convertValue(document.get("state"), Stock.class);
        var sums = sums(stock, document);
        int claimed = stock.claims().values().stream().mapToInt(Claim::quantity).sum();
        boolean claimsAgree = claimed == stock.figures().reserved() + stock.figures().allocated();
        var orphans = orphans(stock);
        return sums.agrees(stock.figures()) && claimsAgree && sums.entries() == stock.movements() && orphans.isEmpty()
                ? Optional.empty()
                : Optional.of(new Difference(stock.id(), stock.figures(), sums, claimed, orphans));
    }

    /** What stood behind a claim may have ended a moment ago: only a claim that is still there afterwards is one. */
    private List<String> orphans(Stock seen) {
        var suspects = seen.claims().keySet().stream().filter(this::isOver).sorted().toList();
        if (suspects.isEmpty())
            return suspects;
        var now = stocks.find(eq("_id", seen.id())).map(document -> Json.STORED.convertValue(document.get("state"),
                Stock.class)).first();
        return now == null ? List.of() : suspects.stream().filter(now.claims()::containsKey).toList();
    }

    private boolean isOver(String claim) {
        var id = Claim.owner(claim);
        var found = reservations.find(eq("_id", id)).first();
        if (found == null)
            return true;
        var reservation = Json.STORED.convertValue(found.get("state"), Reservation.class);
        boolean holds = reservation.state().holds() || reservation.state() == ReservationState.REQUESTED;
        if (reservation.unsettledSince() != null)
            return false;
        if (!holds)
            return true;
        boolean isDecided = reservation.knows(claim); // goods of a swap are taken before it is decided
        return isDecided && !claim.equals(reservation.claim());
    }

    /** Entries up to the last that this reading of the stock knows of: others may be written meanwhile. */
    private Sums sums(Stock stock, Document document) {
        var waiting = new LinkedHashMap<String, Document>();
        for (var pending : document.get("outbox", Document.class).getList("pending", Document.class, List.of()))
            if (StockMovement.LEDGER.equals(pending.getString("in")))
                waiting.put(pending.get("doc", Document.class).getString("_id"), pending.get("doc", Document.class));
        var last = stock.id() + "/" + Rider.number(stock.movements());
        var sums = Sums.NONE;
        for (var entry : ledger.find(eq("parent", stock.id()))) { // a long one is never in memory as a whole
            waiting.remove(entry.getString("_id"));
            if (entry.getString("_id").compareTo(last) <= 0)
                sums = sums.plus(entry);
        }
        for (var entry : waiting.values())
            sums = sums.plus(entry);
        return sums;
    }
}
