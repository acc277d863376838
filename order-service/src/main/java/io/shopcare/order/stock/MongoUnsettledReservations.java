package io.shopcare.order.stock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

import io.shopcare.platform.json.Json;

import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Sorts.ascending;

/** {@link UnsettledReservations} by a partial index: settled ones, nearly all, are not in it. */
@Component
class MongoUnsettledReservations implements UnsettledReservations {
    private static final String FIELD = "state.unsettledSince";

    private final MongoCollection<Document> reservations;

    MongoUnsettledReservations(MongoDatabase database) {
        reservations = database.getCollection("reservations");
        reservations.createIndex(Indexes.ascending(FIELD),
                new IndexOptions().name("unsettled").partialFilterExpression(exists(FIELD)));
    }

    @Override
    public List<Reservation> before(Instant then, int limit) {
        return reservations.find(filter(then)).sort(ascending(FIELD)).limit(limit)
                .map(document -> Json.STORED.convertValue(document.get("state"), Reservation.class))
                .into(new ArrayList<>());
    }

    static Bson filter(Instant then) {
        return lt(FIELD, Date.from(then));
    }
}
