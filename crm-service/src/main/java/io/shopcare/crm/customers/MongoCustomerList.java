package io.shopcare.crm.customers;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

import io.shopcare.crm.scoring.Group;
import io.shopcare.platform.json.Json;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Projections.include;

/** {@link CustomerList} over the documents of the aggregates. */
final class MongoCustomerList implements CustomerList {
    private static final String GROUP = "state.group";
    private static final String NEXT_LOOK = "state.nextLookAt";

    private final MongoCollection<Document> documents;

    MongoCustomerList(MongoDatabase database) {
        documents = database.getCollection(Customer.TYPE.collection());
        documents.createIndex(ascending("shop", "_id"));
        documents.createIndex(ascending("shop", GROUP, "_id"));
        documents.createIndex(ascending(NEXT_LOOK));
    }

    @Override
    public List<Customer> page(String shop, @Nullable Group group, @Nullable String after, int most) {
        var filters = ofShop(shop, after);
        if (group != null)
            filters.add(eq(GROUP, group.code()));
        return documents.find(and(filters)).projection(include("state")).sort(ascending("_id")).limit(most)
                .map(found -> Json.STORED.convertValue(found.get("state", Document.class), Customer.class))
                .into(new ArrayList<>());
    }

    @Override
    public List<String> ids(String shop, @Nullable String after, int most) {
        return documents.find(and(ofShop(shop, after))).projection(include("_id")).sort(ascending("_id")).limit(most)
                .map(found -> found.getString("_id")).into(new ArrayList<>());
    }

    @Override
    public List<String> due(Instant until, int most) {
        return documents.find(lte(NEXT_LOOK, Date.from(until))).projection(include("_id")).sort(ascending(NEXT_LOOK))
                .limit(most).map(found -> found.getString("_id")).into(new ArrayList<>());
    }

    private static List<Bson> ofShop(String shop, @Nullable String after) {
        var filters = new ArrayList<Bson>(List.of(eq("shop", shop)));
        if (after != null)
            filters.add(gt("_id", after));
        return filters;
    }
}
