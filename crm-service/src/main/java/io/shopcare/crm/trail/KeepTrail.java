package io.shopcare.crm.trail;

import com.fasterxml.jackson.databind.JsonNode;
import com.mongodb.client.MongoDatabase;

import io.shopcare.platform.events.EventMeta;

/** Puts events on the trail of their customer (C2). */
public final class KeepTrail {
    private final TrailCatalogue catalogue;
    private final Trail trail;

    KeepTrail(TrailCatalogue catalogue, Trail trail) {
        this.catalogue = catalogue;
        this.trail = trail;
    }

    /** On the trails of this database. */
    public static KeepTrail in(TrailCatalogue catalogue, MongoDatabase database) {
        return new KeepTrail(catalogue, new MongoTrail(database));
    }

    /** Once for each event, whatever comes again. */
    public void handle(String customerId, Kind kind, EventMeta event, JsonNode data) {
        trail.add(catalogue.entry(customerId, kind, event, data));
    }
}
