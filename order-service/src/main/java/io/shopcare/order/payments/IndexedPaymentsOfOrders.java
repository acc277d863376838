package io.shopcare.order.payments;

import java.util.ArrayList;
import java.util.List;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

import io.shopcare.platform.json.Json;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

/** {@link PaymentsOfOrders} along an index. */
@Component
final class IndexedPaymentsOfOrders implements PaymentsOfOrders {
    private static final String ORDER = "state.parts.orderId";

    private final MongoCollection<Document> payments;

    IndexedPaymentsOfOrders(MongoDatabase database) {
        payments = database.getCollection("payments");
        payments.createIndex(Indexes.ascending("shop", ORDER));
    }

    @Override
    public List<Payment> of(String shop, String orderId) {
        return payments.find(filter(shop, orderId))
                .map(document -> Json.STORED.convertValue(document.get("state"), Payment.class))
                .into(new ArrayList<>());
    }

    static Bson filter(String shop, String orderId) {
        return and(eq("shop", shop), eq(ORDER, orderId));
    }
}
