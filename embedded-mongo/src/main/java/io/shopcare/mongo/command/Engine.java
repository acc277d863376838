package io.shopcare.mongo.command;

import java.time.Clock;
import java.time.Instant;

import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

import io.shopcare.mongo.expression.Names;
import io.shopcare.mongo.store.Catalog;
import io.shopcare.mongo.store.RocksStore;

/** What commands work on. */
public record Engine(RocksStore store, Catalog catalog, Cursors cursors, Clock clock) {

    Instant now() {
        return Instant.ofEpochMilli(clock.millis());
    }

    /** The variables of a command: {@code NOW} and those of its {@code let}. */
    Names names(@Nullable Document let) {
        return Names.at(now()).let(let, new Document());
    }
}
