package io.shopcare.order.stock;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import org.bson.Document;
import org.springframework.stereotype.Component;

import io.shopcare.platform.json.Json;
import io.shopcare.platform.store.Rider;

import static com.mongodb.client.model.Filters.eq;

/**
 * Adds up the ledger of every stock of a shop and compares it with the figures: they agree, always. Movements that the
 * relay has not filed yet are counted from where they wait.
 */
@Component
public class CheckLedger {
    private final MongoCollection<Document> stocks;
    private final MongoCollection<Document> ledger;

    CheckLedger(MongoDatabase database) {
        stocks = database.getCollection("stocks");
        ledger = database.getCollection(StockMovement.LEDGER);
        ledger.createIndex(Indexes.ascending("parent", "_id"));
    }

    /**
     * One stock whose ledger does not add up.
     *
     * @param figures of the stock
     * @param summed  what the ledger adds up to
     * @param claimed units that its claims hold
     */
    public record Difference(String stockId, StockFigures figures, Sums summed, int claimed) {}

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

    /** Every stock that does not add up; empty when all is well. */
    public List<Difference> of(String shop) {
        var differences = new ArrayList<Difference>();
        for (var document : stocks.find(eq("shop", shop))) {
            var stock = Json.STORED.convertValue(document.get("state"), Stock.class);
            var sums = sums(stock, document);
            int claimed = stock.claims().values().stream().mapToInt(Claim::quantity).sum();
            boolean claimsAgree = claimed == stock.figures().reserved() + stock.figures().allocated();
            if (!sums.agrees(stock.figures()) || !claimsAgree || sums.entries() != stock.movements())
                differences.add(new Difference(stock.id(), stock.figures(), sums, claimed));
        }
        return differences;
    }

    /** Entries up to the last that this reading of the stock knows of: others may be written meanwhile. */
    private Sums sums(Stock stock, Document document) {
        var filed = new ArrayList<Document>();
        var seen = new HashSet<String>();
        var last = stock.id() + "/" + Rider.number(stock.movements());
        for (var entry : ledger.find(eq("parent", stock.id())))
            if (entry.getString("_id").compareTo(last) <= 0 && seen.add(entry.getString("_id")))
                filed.add(entry);
        for (var pending : document.get("outbox", Document.class).getList("pending", Document.class, List.of()))
            if (StockMovement.LEDGER.equals(pending.getString("in"))
                    && seen.add(pending.get("doc", Document.class).getString("_id")))
                filed.add(pending.get("doc", Document.class));
        var sums = Sums.NONE;
        for (var entry : filed)
            sums = sums.plus(entry);
        return sums;
    }
}
