package io.shopcare.order.rules;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import org.bson.Document;
import org.springframework.stereotype.Component;

import io.shopcare.order.orders.Order;
import io.shopcare.order.orders.Phase;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.nin;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;
import static com.mongodb.client.model.Projections.include;

/** {@link NearbyOrders} in the collection of orders: a stretch of an index, as long as the window. */
@Component
class IndexedNearbyOrders implements NearbyOrders {
    private static final String PURCHASE = "state.prints.purchase";
    private static final String HOUSEHOLD = "state.prints.household";
    private static final String PLACED = "state.sale.placedAt";
    private static final String PHASE = "state.phase";
    private static final String PERMITS = "state.fulfilment.permits";
    private static final String NUMBER = "state.sale.orderNo";
    private static final Set<String> WAITING = Set.of(Phase.AUDITING.code(), Phase.ON_HOLD.code(),
            Phase.AWAITING_FULFILMENT.code());

    private final MongoCollection<Document> orders;

    IndexedNearbyOrders(MongoDatabase database) {
        orders = database.getCollection("orders");
        orders.createIndex(compoundIndex(ascending("shop", PURCHASE), descending(PLACED)));
        orders.createIndex(compoundIndex(ascending("shop", HOUSEHOLD), descending(PLACED)));
    }

    @Override
    public List<Nearby> alike(Order order, Duration apart, int most) {
        return query(order, PURCHASE, order.prints().purchase(), apart, most).map(IndexedNearbyOrders::read)
                .into(new ArrayList<>());
    }

    @Override
    public List<Nearby> together(Order order, Duration apart, int most) {
        return query(order, HOUSEHOLD, order.prints().household(), apart, most).map(IndexedNearbyOrders::read)
                .into(new ArrayList<>());
    }

    FindIterable<Document> query(Order order, String field, String print, Duration apart, int most) {
        var placed = order.sale().placedAt();
        return orders.find(and(eq("shop", order.shop()), eq(field, print), gte(PLACED, Date.from(placed.minus(apart))),
                lte(PLACED, Date.from(placed.plus(apart))), ne("_id", order.orderId()),
                nin(PHASE, Phase.AWAITING_PAYMENT.code(), Phase.CANCELLED.code())))
                .sort(descending(PLACED)).projection(include(NUMBER, PLACED, PHASE, PERMITS)).limit(most);
    }

    private static Nearby read(Document found) {
        var state = found.get("state", Document.class);
        var sale = state.get("sale", Document.class);
        boolean printed = !state.get("fulfilment", new Document()).getList("permits", String.class, List.of())
                .isEmpty();
        return new Nearby(found.getString("_id"), sale.getString("orderNo"), sale.getDate("placedAt").toInstant(),
                WAITING.contains(state.getString("phase")) && !printed);
    }
}
