package io.shopcare.platform.telemetry;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.CountOptions;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;

/**
 * How many documents are in each of some states, of all shops together: counted when the metrics are read, along an index
 * that begins with shop and state. For states that are left again: no more than {@value #MOST} are counted in a shop. Every
 * instance tells the same; a dashboard takes the largest.
 */
public final class LiveCounts implements MeterBinder {
    static final int MOST = 10_000;
    private static final CountOptions AT_MOST = new CountOptions().limit(MOST);

    private final String name;
    private final String description;
    private final MongoCollection<Document> documents;
    private final List<String> states;
    private final Function<String, Bson> inState;

    /** @param inState the condition beside the shop, as it is at the moment of the call */
    public LiveCounts(String name, String description, MongoCollection<Document> documents, List<String> states,
            Function<String, Bson> inState) {
        this.name = name;
        this.description = description;
        this.documents = documents;
        this.states = List.copyOf(states);
        this.inState = inState;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (var state : states)
            Gauge.builder(name, () -> count(state)).description(description).tag("state", state).register(registry);
    }

    long count(String state) {
        return shops().stream().mapToLong(shop -> documents.countDocuments(and(eq("shop", shop), inState.apply(state)),
                AT_MOST)).sum();
    }

    /** From one shop to the next along the index, not from document to document. */
    private List<String> shops() {
        var shops = new ArrayList<String>();
        for (var found = after(""); found != null; found = after(shops.getLast()))
            shops.add(found.getString("shop"));
        return shops;
    }

    private @Nullable Document after(String shop) {
        return documents.find(gt("shop", shop)).sort(ascending("shop")).projection(include("shop")).first();
    }
}
