package io.shopcare.order.refunds;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import org.bson.Document;
import org.springframework.stereotype.Component;

import io.shopcare.order.trade.Buyer;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.nin;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Projections.include;

/** {@link RefundsOfBuyers} in the collection of refunds. */
@Component
class IndexedRefundsOfBuyers implements RefundsOfBuyers {
    private static final String CHANNEL = "state.buyer.channel";
    private static final String BUYER = "state.buyer.buyerId";
    private static final String STAGE = "state.stage";
    private static final String ASKED = "state.askedAt";
    private static final String REASON = "state.request.reason";
    /** What goes back by the shop's doing, or was never due, says nothing of the buyer. */
    private static final List<String> NOT_THE_BUYERS = List.of(RefundRequest.OUT_OF_STOCK, "exchanged-for-less",
            "paid-too-much", "payment-late");

    private final MongoCollection<Document> refunds;

    IndexedRefundsOfBuyers(MongoDatabase database) {
        refunds = database.getCollection("refunds");
        refunds.createIndex(ascending("shop", CHANNEL, BUYER, STAGE, ASKED));
    }

    @Override
    public int succeeded(Buyer buyer, Instant from, Instant until, int most) {
        return query(buyer, from, until, most).into(new ArrayList<>()).size();
    }

    FindIterable<Document> query(Buyer buyer, Instant from, Instant until, int most) {
        return refunds.find(and(eq("shop", buyer.shop()), eq(CHANNEL, buyer.channel()), eq(BUYER, buyer.buyerId()),
                eq(STAGE, RefundStage.SUCCEEDED.code()), gte(ASKED, Date.from(from)), lte(ASKED, Date.from(until)),
                nin(REASON, NOT_THE_BUYERS)))
                .projection(include("_id")).limit(most);
    }
}
