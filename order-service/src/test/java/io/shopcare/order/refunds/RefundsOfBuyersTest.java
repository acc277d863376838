package io.shopcare.order.refunds;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;

import com.mongodb.client.MongoDatabase;
import org.bson.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.shopcare.order.trade.Buyer;
import io.shopcare.platform.testkit.services.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

class RefundsOfBuyersTest {
    private static final Instant NOW = Instant.parse("2026-11-10T02:00:00Z");
    private static final Buyer LIN = new Buyer("nuanyang", "web", "lin");
    private final MongoDatabase database = TestDatabase.fresh();
    private final IndexedRefundsOfBuyers refunds = new IndexedRefundsOfBuyers(database);

    @Test
    @DisplayName("O6 a buyer's refunds are those that the buyer asked for and got: what the shop could not deliver, or got too much, is none")
    void countsWhatTheBuyerAskedFor() {
        refund(LIN, "agreed", "succeeded", NOW.minusSeconds(60));
        refund(LIN, "order-cancelled", "succeeded", NOW.minus(Duration.ofDays(29)));
        for (var ours : new String[]{"out-of-stock", "exchanged-for-less", "paid-too-much", "payment-late"})
            refund(LIN, ours, "succeeded", NOW.minusSeconds(60));
        refund(LIN, "agreed", "failed", NOW.minusSeconds(60));
        refund(LIN, "agreed", "succeeded", NOW.minus(Duration.ofDays(31)));
        refund(LIN, "agreed", "succeeded", NOW.plusSeconds(60));
        refund(new Buyer("nuanyang", "taobao", "lin"), "agreed", "succeeded", NOW.minusSeconds(60));
        refund(new Buyer("harbor", "web", "lin"), "agreed", "succeeded", NOW.minusSeconds(60));

        var from = NOW.minus(Duration.ofDays(30));
        assertThat(refunds.succeeded(LIN, from, NOW, 6)).isEqualTo(2);
        assertThat(refunds.succeeded(LIN, from, NOW, 1)).as("more than anybody asks for is not read").isEqualTo(1);
    }

    @Test
    void runsAlongItsIndex() {
        assertThat(refunds.query(LIN, NOW, NOW, 6).explain(Document.class).toJson()).contains("IXSCAN",
                "state.buyer.buyerId").doesNotContain("COLLSCAN");
    }

    private void refund(Buyer buyer, String reason, String stage, Instant at) {
        database.getCollection("refunds").insertOne(new Document("shop", buyer.shop()).append("state",
                new Document("buyer", new Document("channel", buyer.channel()).append("buyerId", buyer.buyerId()))
                        .append("stage", stage).append("askedAt", Date.from(at))
                        .append("request", new Document("reason", reason))));
    }
}
