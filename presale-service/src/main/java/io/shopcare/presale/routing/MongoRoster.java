package io.shopcare.presale.routing;

import java.util.ArrayList;
import java.util.List;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

import io.shopcare.platform.json.Json;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Projections.include;

/** {@link Roster} by queries on the agents' own collection. */
@Component
final class MongoRoster implements Roster {
    private static final String PRESENCE = "state.presence";
    private static final String LOAD = "state.load";
    static final List<Bson> INDEXES = List.of(ascending(PRESENCE, "shop"), ascending(LOAD));

    private final MongoCollection<Document> documents;

    MongoRoster(MongoDatabase database) {
        this.documents = database.getCollection(RoutingConfiguration.COLLECTION);
        INDEXES.forEach(documents::createIndex);
    }

    @Override
    public List<Agent> online(String shop) {
        return documents.find(onlineIn(shop)).map(MongoRoster::read).into(new ArrayList<>());
    }

    static Bson onlineIn(String shop) {
        return and(eq(PRESENCE, "online"), eq("shop", shop));
    }

    @Override
    public List<String> shopsOnline() {
        return documents.find(eq(PRESENCE, "online")).projection(include("shop"))
                .map(found -> found.getString("shop")).into(new ArrayList<>()).stream().distinct().toList();
    }

    @Override
    public List<Agent> loaded() {
        return documents.find(gt(LOAD, 0)).map(MongoRoster::read).into(new ArrayList<>());
    }

    private static Agent read(Document document) {
        return Json.STORED.convertValue(document.get("state", Document.class), Agent.class);
    }
}
