package io.shopcare.order.orders;

import java.util.List;
import java.util.stream.Stream;

import com.mongodb.client.MongoDatabase;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.shopcare.order.Explained;
import io.shopcare.order.orders.OrderLists.Which;
import io.shopcare.order.trade.SellerNote;
import io.shopcare.platform.json.Json;
import io.shopcare.platform.testkit.services.TestDatabase;
import io.shopcare.platform.web.Cursor;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;
import static io.shopcare.order.orders.OrderFixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

/** The lists of orders on the database: each along its index, page by page, nothing twice and nothing left out. */
class TheListsOfOrdersTest {
    private final MongoDatabase database = TestDatabase.fresh();
    private final OrderLists lists = new OrderLists(database);

    @Test
    @DisplayName("O18 each list runs along an index that also sorts it")
    void runAlongIndexes() {
        put(1, OrderFixtures.aPlacedOrder());
        var orders = database.getCollection("orders");
        var newestFirst = compoundIndex(descending("state.sale.placedAt"), ascending("_id"));
        for (var which : List.of(new Which.All(), new Which.InPhase(Phase.ON_HOLD), new Which.OfBuyer("web", "lin"),
                new Which.Mismatched(), new Which.Flagged(SellerNote.Flag.RED), new Which.Numbered("NY-1"))) {
            Bson filter = which.filter("nuanyang");
            if (!(which instanceof Which.Numbered))
                Explained.runsAlongAnIndex(orders, filter, newestFirst);
            Explained.runsAlongAnIndex(orders, filter, new Document());
        }
        assertThat(and(new Which.All().filter("s"), OrderLists.olderThan(Cursor.of(NOW.toString(), "x"))))
                .isNotNull();
    }

    @Test
    void pagesThroughAll() {
        for (int i = 0; i < 7; i++)
            put(i, OrderFixtures.aPlacedOrder());
        var first = lists.page("nuanyang", new Which.InPhase(Phase.AWAITING_PAYMENT), null, 3);
        var second = lists.page("nuanyang", new Which.All(), Cursor.read(first.next(), 2), 3);
        var third = lists.page("nuanyang", new Which.OfBuyer("web", "lin"), Cursor.read(second.next(), 2), 3);
        assertThat(Stream.of(first, second, third).flatMap(page -> page.items().stream()).map(Order::orderId))
                .containsExactly("order-0", "order-1", "order-2", "order-3", "order-4", "order-5", "order-6");
        assertThat(third.next()).isNull();
    }

    @Test
    @DisplayName("O4 finds what is flagged in a colour, as it is flagged now")
    void findsWhatIsFlagged() {
        var red = OrderFixtures.next(OrderFixtures.aPlacedOrder().note(note(SellerNote.Flag.RED), true));
        put(1, OrderFixtures.aPlacedOrder());
        put(2, red);
        put(3, OrderFixtures.next(red.note(note(SellerNote.Flag.BLUE), true)));
        put(4, OrderFixtures.next(red.note(note(null), true)));
        assertThat(lists.page("nuanyang", new Which.Flagged(SellerNote.Flag.RED), null, 10).items())
                .extracting(Order::orderId).containsExactly("order-2");
    }

    private static SellerNote note(SellerNote.@Nullable Flag flag) {
        return new SellerNote("老客户", flag, OrderFixtures.AN, NOW);
    }

    @Test
    void findsWhoseMoneyDoesNotFit() {
        put(1, OrderFixtures.aPlacedOrder());
        put(2, OrderFixtures.next(OrderFixtures.pay(OrderFixtures.aPlacedOrder(), "N", "P", "1.00")));

        assertThat(lists.mismatched("nuanyang", null, 10).items()).hasSize(1);
    }

    private void put(int number, Order order) {
        var state = Json.STORED.convertValue(order, Document.class).append("orderId", "order-" + number);
        database.getCollection("orders").insertOne(new Document("_id", "order-" + number).append("shop", "nuanyang")
                .append("version", 1L).append("state", state));
    }
}
