package io.shopcare.order.orders;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.function.Function;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.shopcare.order.trade.Buyer;
import io.shopcare.order.trade.SellerNote;
import io.shopcare.platform.json.Json;
import io.shopcare.platform.web.Cursor;
import io.shopcare.platform.web.Page;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;

/** Lists of orders, newest first; each by an index of its own. */
@Component
public class OrderLists {
    private static final String PLACED = "state.sale.placedAt";
    private static final String FLAG = "state.sale.sellerNote.flag";
    private static final String UNSETTLED = "state.payment.unsettled";

    private final MongoCollection<Document> orders;

    OrderLists(MongoDatabase database) {
        orders = database.getCollection("orders");
        orders.createIndex(compoundIndex(ascending("shop"), descending(PLACED), ascending("_id")));
        orders.createIndex(compoundIndex(ascending("shop", "state.phase"), descending(PLACED), ascending("_id")));
        orders.createIndex(compoundIndex(ascending("shop", "state.sale.buyer.channel", "state.sale.buyer.buyerId"),
                descending(PLACED), ascending("_id")));
        orders.createIndex(compoundIndex(ascending("shop", UNSETTLED), descending(PLACED), ascending("_id")));
        orders.createIndex(compoundIndex(ascending("shop", FLAG), descending(PLACED), ascending("_id")));
        orders.createIndex(Indexes.ascending("shop", "state.sale.orderNo"));
        orders.createIndex(Indexes.ascending("shop", "state.sale.conversationId"), new IndexOptions()
                .partialFilterExpression(exists("state.sale.conversationId")));
    }

    /** Which orders of a shop. */
    sealed interface Which {
        /** The filter, without the place in the list. */
        Bson filter(String shop);

        /** All of them. */
        record All() implements Which {
            @Override
            public Bson filter(String shop) {
                return eq("shop", shop);
            }
        }

        /** Those in one phase. */
        record InPhase(Phase phase) implements Which {
            @Override
            public Bson filter(String shop) {
                return and(eq("shop", shop), eq("state.phase", phase.code()));
            }
        }

        /** Those of one buyer. */
        record OfBuyer(String channel, String buyerId) implements Which {
            @Override
            public Bson filter(String shop) {
                return and(eq("shop", shop), eq("state.sale.buyer.channel", channel),
                        eq("state.sale.buyer.buyerId", buyerId));
            }
        }

        /** Those with a flag of this colour. */
        record Flagged(SellerNote.Flag flag) implements Which {
            @Override
            public Bson filter(String shop) {
                return and(eq("shop", shop), eq(FLAG, flag.code()));
            }
        }

        /** The one with this number. */
        record Numbered(String orderNo) implements Which {
            @Override
            public Bson filter(String shop) {
                return and(eq("shop", shop), eq("state.sale.orderNo", orderNo));
            }
        }

        /** Those whose money does not fit. */
        record Mismatched() implements Which {
            @Override
            public Bson filter(String shop) {
                return and(eq("shop", shop), eq(UNSETTLED, true));
            }
        }
    }

    Page<Order> page(String shop, Which which, @Nullable Cursor after, int limit) {
        var filter = after == null ? which.filter(shop) : and(which.filter(shop), olderThan(after));
        var found = read(filter, compoundIndex(descending(PLACED), ascending("_id")), limit + 1, order -> order);
        return Page.of(found, limit, order -> Cursor.of(order.sale().placedAt().toString(), order.orderId()));
    }

    /** Orders of a shop whose money does not fit. */
    public Page<Order> mismatched(String shop, @Nullable Cursor after, int limit) {
        return page(shop, new Which.Mismatched(), after, limit);
    }

    /** Orders of a buyer that may still ship something, newest first, at most so many. */
    public List<Order> openOf(Buyer buyer, int limit) {
        return read(new Which.OfBuyer(buyer.channel(), buyer.buyerId()).filter(buyer.shop()),
                compoundIndex(descending(PLACED), ascending("_id")), limit, order -> order).stream()
                .filter(Order::mayStillShip).toList();
    }

    static Bson olderThan(Cursor after) {
        var placed = Date.from(Cursors.instant(after.keys().getFirst()));
        return or(lt(PLACED, placed), and(eq(PLACED, placed), gt("_id", after.keys().getLast())));
    }

    private <T> List<T> read(Bson filter, Bson sort, int limit, Function<Order, T> map) {
        var found = new ArrayList<T>();
        for (var document : orders.find(filter).sort(sort).limit(limit))
            found.add(map.apply(Json.STORED.convertValue(document.get("state"), Order.class)));
        return found;
    }
}
