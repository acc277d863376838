package io.shopcare.crm.rfm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.mongodb.client.MongoDatabase;
import org.bson.Document;

import io.shopcare.crm.scoring.CutPoints;
import io.shopcare.platform.json.Json;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Projections.include;

/** {@link CutPointBook} where the store files what the aggregate hands it. */
final class MongoCutPointBook implements CutPointBook {
    private static final String STATE = "state.recomputation.state";

    private final MongoDatabase database;

    MongoCutPointBook(MongoDatabase database) {
        this.database = database;
        database.getCollection(ShopRfm.TYPE.collection()).createIndex(ascending(STATE));
    }

    @Override
    public Optional<CutPoints> find(String shop, String version) {
        return Optional
                .ofNullable(database.getCollection(ShopRfm.CUT_POINTS)
                        .find(eq("_id", ShopRfm.idOf(shop) + "/" + version)).first())
                .map(found -> Json.STORED.convertValue(found, CutPoints.class));
    }

    @Override
    public List<String> recomputing() {
        return database.getCollection(ShopRfm.TYPE.collection())
                .find(in(STATE, RecomputationState.MEASURING.code(), RecomputationState.SCORING.code()))
                .projection(include("_id")).map((Document found) -> found.getString("_id")).into(new ArrayList<>());
    }
}
