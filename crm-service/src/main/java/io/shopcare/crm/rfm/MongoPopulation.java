package io.shopcare.crm.rfm;

import java.util.Date;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import org.bson.Document;
import org.bson.conversions.Bson;

import io.shopcare.crm.customers.Customer;
import io.shopcare.crm.scoring.Group;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Projections.include;

/** {@link Population} over the documents of the customers. */
final class MongoPopulation implements Population {
    private static final String MEASURE = "state.standing.measure.";
    private static final String ORDERS = MEASURE + "orders";
    private static final String LAST_ORDER = MEASURE + "lastOrderAt";
    private static final String CURRENCY = MEASURE + "net.currency";
    private static final String MINOR = MEASURE + "net.minor";

    private final MongoCollection<Document> customers;

    MongoPopulation(MongoDatabase database) {
        customers = database.getCollection(Customer.TYPE.collection());
        customers.createIndex(ascending("shop", ORDERS));
        customers.createIndex(ascending("shop", LAST_ORDER));
        customers.createIndex(ascending("shop", CURRENCY, MINOR));
    }

    @Override
    public long customers(String shop) {
        return customers.countDocuments(eq("shop", shop));
    }

    @Override
    public Map<Group, Long> groups(String shop) {
        var sizes = new EnumMap<Group, Long>(Group.class);
        for (var group : Group.values())
            sizes.put(group, customers.countDocuments(and(eq("shop", shop), eq("state.group", group.code()))));
        return sizes;
    }

    @Override
    public Ranking orders(String shop) {
        return new IndexRanking(customers, and(eq("shop", shop), gte(ORDERS, 1)), ORDERS);
    }

    @Override
    public Ranking lastOrders(String shop) {
        return new IndexRanking(customers, and(eq("shop", shop), gte(LAST_ORDER, new Date(0))), LAST_ORDER);
    }

    @Override
    public Map<String, Ranking> nets(String shop) {
        var rankings = new TreeMap<String, Ranking>();
        for (var currency : customers.distinct(CURRENCY, eq("shop", shop), String.class))
            rankings.put(currency, new IndexRanking(customers,
                    and(eq("shop", shop), eq(CURRENCY, currency), gte(MINOR, 0L)), MINOR));
        return rankings;
    }

    /** The documents of a filter by one of their fields. */
    private record IndexRanking(MongoCollection<Document> customers, Bson filter, String field) implements Ranking {

        @Override
        public long count() {
            return customers.countDocuments(filter);
        }

        @Override
        public long at(long rank) {
            var found = customers.find(filter).projection(include(field)).sort(ascending(field))
                    .skip(Math.toIntExact(rank)).limit(1).first();
            if (found == null)
                throw new IllegalStateException("nobody is at rank " + rank + " any more");
            var value = found.getEmbedded(List.of(field.split("\\.")), Object.class);
            return value instanceof Date date ? date.getTime() : ((Number) value).longValue();
        }
    }
}
