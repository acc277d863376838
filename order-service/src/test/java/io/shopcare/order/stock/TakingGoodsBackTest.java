package io.shopcare.order.stock;

import java.util.List;
import java.util.Objects;

import com.mongodb.client.MongoDatabase;
import org.bson.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.shopcare.order.SalesDesk;
import io.shopcare.order.StoreInstance;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.testkit.services.TestDatabase;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;

/** Returns on the database, whose documents remember the last events only. */
class TakingGoodsBackTest {
    private static final int MORE_THAN_REMEMBERED = 66;
    private final SalesDesk desk = new SalesDesk().withOnTheShelf("SCARF", "131.50", 0);

    @Test
    @DisplayName("O9 a return that is replayed after many others of its article is not booked again, filed or not")
    void booksAReturnOnce() {
        try (var instance = new StoreInstance(TestDatabase.freshUri())) {
            var config = new StockConfiguration();
            var stocks = config.stocks(instance.stores(), config.stockType());
            var takeBack = new TakeBack(stocks, desk.catalogue, new MongoKnownReturns(instance.database()), desk.clock);
            for (int number = 1; number <= MORE_THAN_REMEMBERED; number++)
                returned(takeBack, number);
            returned(takeBack, 1);
            assertThat(onHand(stocks)).isEqualTo(MORE_THAN_REMEMBERED);

            fileAllThatWaits(instance.database());
            returned(takeBack, 2);
            assertThat(onHand(stocks)).isEqualTo(MORE_THAN_REMEMBERED);
        }
    }

    private static void fileAllThatWaits(MongoDatabase database) {
        var stock = Objects.requireNonNull(database.getCollection("stocks").find().first());
        for (var entry : stock.get("outbox", Document.class).getList("pending", Document.class))
            database.getCollection(entry.getString("in")).insertOne(entry.get("doc", Document.class));
        database.getCollection("stocks").updateOne(eq("_id", stock.get("_id")), set("outbox.pending", List.of()));
    }

    private static int onHand(AggregateStore<Stock> stocks) {
        return stocks.find(Stock.id(StockFixtures.SHOP, StockFixtures.WAREHOUSE, "SCARF")).orElseThrow().aggregate()
                .figures().onHand();
    }

    private static void returned(TakeBack takeBack, int number) {
        takeBack.handle(new TakeBack.Return("case-" + number + "/4/0", StockFixtures.SHOP, "SCARF",
                StockFixtures.WAREHOUSE, "case-" + number, null, "order-" + number, 1, true),
                CommandContext.ofEvent("take-back", "cases/case-" + number + "/0", 4)).orThrow();
    }
}
