package io.shopcare.aftersale.cases;

import java.util.ArrayList;
import java.util.List;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Projections;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

import io.shopcare.aftersale.orders.Buyer;
import io.shopcare.aftersale.orders.OrderCopy;
import io.shopcare.platform.json.Json;
import io.shopcare.platform.store.Stored;
import io.shopcare.platform.web.Cursor;
import io.shopcare.platform.web.Page;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Indexes.ascending;

/** {@link Cases} on the documents of the aggregates; each query has its index. */
final class MongoCases implements Cases {
    private static final String NUMBER = "state.caseNo";
    static final String STATE = "state.state";
    private static final String WAITING_FOR = "state.standing.waitingFor";
    private static final String ORDER = "state.order.orderId";
    private static final String CHANNEL = "state.order.buyer.channel";
    private static final String BUYER = "state.order.buyer.buyerId";
    private static final String SOURCE = "state.order.source";

    private final MongoCollection<Document> documents;

    MongoCases(MongoDatabase database) {
        this.documents = database.getCollection(CaseConfiguration.TYPE.collection());
        documents.createIndex(ascending("shop", NUMBER));
        documents.createIndex(ascending("shop", STATE, NUMBER));
        documents.createIndex(ascending("shop", WAITING_FOR, NUMBER));
        documents.createIndex(ascending("shop", CHANNEL, BUYER, NUMBER));
        documents.createIndex(ascending(ORDER));
        documents.createIndex(ascending(SOURCE, "_id"));
    }

    @Override
    public List<Case> onOrder(String orderId) {
        return documents.find(eq(ORDER, orderId)).projection(Projections.include("state"))
                .map(MongoCases::state).into(new ArrayList<>());
    }

    @Override
    public Page<Stored<Case>> inShop(String shop, @Nullable CaseState state, int limit, @Nullable String after) {
        return page(state == null ? eq("shop", shop) : and(eq("shop", shop), eq(STATE, state.code())), limit, after);
    }

    @Override
    public Page<Stored<Case>> waiting(String shop, Standing.WaitingFor whom, int limit, @Nullable String after) {
        return page(and(eq("shop", shop), eq(WAITING_FOR, whom.code())), limit, after);
    }

    @Override
    public Page<Stored<Case>> of(Buyer buyer, int limit, @Nullable String after) {
        return page(and(eq("shop", buyer.shop()), eq(CHANNEL, buyer.channel()), eq(BUYER, buyer.buyerId())), limit,
                after);
    }

    @Override
    public List<String> unconfirmed(int most) {
        return documents.find(eq(SOURCE, OrderCopy.Source.HEARD.code())).sort(ascending(SOURCE, "_id")).limit(most)
                .projection(Projections.include("_id")).map(found -> found.getString("_id")).into(new ArrayList<>());
    }

    private Page<Stored<Case>> page(Bson which, int limit, @Nullable String after) {
        var cursor = Cursor.read(after, 1);
        var from = cursor == null ? which : and(which, gt(NUMBER, cursor.keys().getFirst()));
        List<Stored<Case>> found = documents.find(from).sort(ascending(NUMBER)).limit(limit + 1)
                .projection(Projections.include("version", "state")).map(MongoCases::stored)
                .into(new ArrayList<>());
        return Page.of(found, limit, last -> Cursor.of(last.aggregate().caseNo()));
    }

    private static Stored<Case> stored(Document found) {
        return new Stored<>(found.getString("_id"), found.get("version", Number.class).longValue(), state(found));
    }

    private static Case state(Document found) {
        return Json.STORED.convertValue(found.get("state", Document.class), Case.class);
    }
}
