package io.shopcare.order.stock;

import java.util.List;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import org.bson.Document;
import org.springframework.stereotype.Component;

import static com.mongodb.client.model.Filters.eq;

/** {@link KnownReturns} from what is filed, and from what still waits for the relay. */
@Component
class MongoKnownReturns implements KnownReturns {
    private final MongoCollection<Document> stocks;
    private final MongoCollection<Document> filed;

    MongoKnownReturns(MongoDatabase database) {
        stocks = database.getCollection("stocks");
        filed = database.getCollection(TakenBack.COLLECTION);
    }

    /** What waits is read first: an entry that is filed in between is then found in both, not in none. */
    @Override
    public boolean isBooked(String stockId, String returnId) {
        var id = stockId + "/" + returnId;
        return waits(stockId, id) || filed.find(eq("_id", id)).first() != null;
    }

    private boolean waits(String stockId, String id) {
        var stock = stocks.find(eq("_id", stockId)).first();
        return stock != null && stock.get("outbox", Document.class).getList("pending", Document.class, List.of())
                .stream().anyMatch(entry -> TakenBack.COLLECTION.equals(entry.getString("in"))
                        && id.equals(entry.get("doc", Document.class).getString("_id")));
    }
}
