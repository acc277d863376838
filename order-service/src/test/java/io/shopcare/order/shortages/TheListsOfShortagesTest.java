package io.shopcare.order.shortages;

import java.time.Instant;
import java.util.List;

import org.bson.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.shopcare.order.Explained;
import io.shopcare.order.orders.OrderFixtures;
import io.shopcare.platform.json.Json;
import io.shopcare.platform.testkit.services.TestDatabase;
import io.shopcare.platform.web.Cursor;

import static com.mongodb.client.model.Sorts.ascending;
import static org.assertj.core.api.Assertions.assertThat;

/** Shortages are found along indexes, those that wait longest first. */
class TheListsOfShortagesTest {

    @Test
    @DisplayName("O9 goods that come in help whoever waits longest")
    void findsWhoWaitsLongest() {
        var database = TestDatabase.fresh();
        var lists = new ShortageLists(database);
        var shortages = database.getCollection("shortages");
        for (var order : List.of("b", "a", "c"))
            shortages.insertOne(new Document("_id", order).append("shop", "nuanyang").append("state",
                    Json.STORED.convertValue(new Shortage(order, "nuanyang", OrderFixtures.LIN, order.equals("c")
                            ? ShortageState.SETTLED
                            : ShortageState.OPEN, List.of("COAT", "SCARF"),
                            Instant.ofEpochSecond(order.equals("b")
                                    ? 1
                                    : 2),
                            0, null, null, null, null, null, null), Document.class)));
        assertThat(lists.waitingFor("nuanyang", "SCARF")).containsExactly("b", "a");
        assertThat(lists.waitingFor("nuanyang", "HAT")).isEmpty();
        assertThat(lists.page("nuanyang", ShortageState.SETTLED, null, 5).items()).hasSize(1);

        Explained.runsAlongAnIndex(shortages, ShortageLists.waiting("nuanyang", "COAT"), new Document());
        for (var after : new Cursor[]{null, Cursor.of("a")})
            Explained.runsAlongAnIndex(shortages, ShortageLists.filter("nuanyang", ShortageState.OPEN, after),
                    ascending("shop", "state.state", "_id"));
    }
}
