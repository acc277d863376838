package io.shopcare.order.stock;

import com.mongodb.client.MongoDatabase;
import org.bson.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.shopcare.order.Explained;
import io.shopcare.platform.json.Json;
import io.shopcare.platform.testkit.services.TestDatabase;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Indexes.ascending;
import static org.assertj.core.api.Assertions.assertThat;

/** Queries about stock run along indexes; the check finds what does not add up. */
class TheListsOfStockTest {
    private final MongoDatabase database = TestDatabase.fresh();
    private final MongoStockLevels levels = new MongoStockLevels(database);
    private final CheckLedger check = new CheckLedger(database);

    @Test
    void runAlongIndexes() {
        put(StockFixtures.aStock(3));
        Explained.runsAlongAnIndex(database.getCollection("stocks"), MongoStockLevels.filter("nuanyang", "COAT"),
                ascending("shop", "state.sku", "state.warehouse"));
        Explained.runsAlongAnIndex(database.getCollection("stocks"), eq("shop", "nuanyang"), new Document());
        Explained.runsAlongAnIndex(database.getCollection(StockMovement.LEDGER), eq("parent", "x"), new Document());
        assertThat(levels.of("nuanyang", "COAT")).hasSize(1);
        assertThat(levels.of("harbor", "COAT")).isEmpty();
    }

    @Test
    @DisplayName("O9 the check finds a stock whose ledger does not add up")
    void findsWhatDoesNotAddUp() {
        put(StockFixtures.aStock(3));
        assertThat(check.of("nuanyang")).singleElement()
                .satisfies(difference -> assertThat(difference.summed().onHand()).isZero());
    }

    private void put(Stock stock) {
        database.getCollection("stocks").insertOne(new Document("_id", stock.id()).append("shop", stock.shop())
                .append("state", Json.STORED.convertValue(stock, Document.class)).append("outbox", new Document()));
    }
}
