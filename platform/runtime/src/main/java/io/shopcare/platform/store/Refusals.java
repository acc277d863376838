package io.shopcare.platform.store;

import java.time.Clock;
import java.util.Date;
import java.util.Locale;
import java.util.function.Supplier;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.ids.Ids;

/** Writes refused commands into the audit trail, best effort: a refusal changes nothing, so nothing depends on it. */
final class Refusals {
    private static final Logger log = LoggerFactory.getLogger(Refusals.class);

    private final MongoCollection<Document> trail;
    private final Clock clock;
    private final Supplier<@Nullable String> trace;

    Refusals(MongoCollection<Document> trail, Clock clock, Supplier<@Nullable String> trace) {
        this.trail = trail;
        this.clock = clock;
        this.trace = trace;
    }

    void record(String aggregate, String id, CommandContext context, String code) {
        try {
            trail.insertOne(new Document("_id", aggregate + "/" + id + "/refused/" + Ids.next())
                    .append("parent", id)
                    .append("aggregate", aggregate)
                    .append("command", context.name())
                    .append("actor", new Document("kind", context.actor().kind().name().toLowerCase(Locale.ROOT))
                            .append("id", context.actor().id()))
                    .append("at", Date.from(clock.instant()))
                    .append("refusal", code)
                    .append("trace", trace.get()));
        } catch (MongoException e) {
            log.warn("a refusal of {} {} is not in the audit trail", aggregate, context.name(), e);
        }
    }
}
