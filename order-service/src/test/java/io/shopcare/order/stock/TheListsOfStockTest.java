package io.shopcare.order.stock;

import java.util.List;
import java.util.Map;

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
        for (var after : new String[]{null, "nuanyang/a"})
            Explained.runsAlongAnIndex(database.getCollection("stocks"), CheckLedger.filter("nuanyang", after),
                    CheckLedger.BY_ID);
        Explained.runsAlongAnIndex(database.getCollection(StockMovement.LEDGER), eq("parent", "x"), new Document());
        assertThat(levels.of("nuanyang", "COAT")).hasSize(1);
        assertThat(levels.of("harbor", "COAT")).isEmpty();
    }

    @Test
    @DisplayName("O9 the check finds a stock whose ledger does not add up")
    void findsWhatDoesNotAddUp() {
        put(StockFixtures.aStock(3));
        assertThat(check.of(List.of("nuanyang"), null, 9).differences()).singleElement()
                .satisfies(difference -> assertThat(difference.summed().onHand()).isZero());
    }

    @Test
    @DisplayName("O9 the check finds units that are held for nothing any more, and goes through all shops piece by piece")
    void findsWhatIsHeldForNothing() {
        var stock = StockFixtures.next(StockFixtures.aStock(3).reserve("gone_1", "order-1", 1, StockFixtures.by(),
                java.time.Instant.EPOCH));
        put(stock);
        assertThat(check.of(List.of("nuanyang"), null, 9).differences().getFirst().orphans()).containsExactly("gone_1");
        assertThat(check.of(List.of("nuanyang"), null, 1).last()).isEqualTo(stock.id());
        assertThat(check.of(List.of("nuanyang"), stock.id(), 1).checked()).isZero();
        assertThat(check.of(List.of("harbor"), null, 9).checked()).isZero();
    }

    @Test
    @DisplayName("O9 goods that were claimed for a swap, and whose order ended before it was decided, are told too")
    void findsWhatASwapLeft() {
        var id = Reservation.idOf("order-1");
        var over = new Reservation(id, "nuanyang", "order-1", StockFixtures.LIN, ReservationState.RELEASED, 1,
                List.of(),
                null, Map.of(), "cancelled", null);
        database.getCollection("reservations").insertOne(new Document("_id", id).append("state",
                Json.STORED.convertValue(over, Document.class)));
        put(StockFixtures.next(StockFixtures.aStock(3).reserve(over.swapClaim("x-1"), "order-1", 1, StockFixtures.by(),
                java.time.Instant.EPOCH)));
        assertThat(check.of(List.of("nuanyang"), null, 9).differences().getFirst().orphans())
                .containsExactly(over.swapClaim("x-1"));
    }

    private void put(Stock stock) {
        database.getCollection("stocks").insertOne(new Document("_id", stock.id()).append("shop", stock.shop())
                .append("state", Json.STORED.convertValue(stock, Document.class)).append("outbox", new Document()));
    }
}
