package io.shopcare.mongo.update;

import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;

import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

import io.shopcare.mongo.expression.Names;
import io.shopcare.mongo.query.Filter;
import io.shopcare.mongo.values.BsonOrder;
import io.shopcare.mongo.values.Code;
import io.shopcare.mongo.values.Values;

/** An update, parsed and validated once; applying it gives a new document and leaves the old one alone. */
public abstract sealed class Update permits OperatorUpdate, PipelineUpdate, ReplacementUpdate {

    /** Of the field {@code u} of an update, or {@code update} of findAndModify. */
    public static Update parse(@Nullable Object update, List<Document> arrayFilters, Names names) {
        if (update instanceof List<?> stages) {
            if (!arrayFilters.isEmpty()) {
                throw Code.FAILED_TO_PARSE.error("arrayFilters may not be specified for pipeline-style updates");
            }
            return PipelineUpdate.parse(stages, names);
        }
        if (!(update instanceof Document document)) {
            throw Code.FAILED_TO_PARSE.error("Update argument must be either an object or an array");
        }
        boolean operators = !document.isEmpty() && document.keySet().iterator().next().startsWith("$");
        if (operators) {
            return OperatorUpdate.parse(document, arrayFilters, names);
        }
        if (!arrayFilters.isEmpty()) {
            throw Code.FAILED_TO_PARSE.error("arrayFilters may not be specified for replacement-style updates");
        }
        return new ReplacementUpdate(document);
    }

    /** Whether it replaces the document; such an update is not allowed with {@code multi}. */
    public final boolean isReplacement() {
        return this instanceof ReplacementUpdate;
    }

    /** The document after the update. {@code old} matched {@code filter}, which says what {@code $} stands for. */
    public final Document apply(Document old, Filter filter, Instant now) {
        Document changed = change(Values.copyOf(old), filter.match(old).position(), false, now);
        if (!BsonOrder.equal(old.getOrMissing("_id"), changed.getOrMissing("_id"))) {
            throw Code.IMMUTABLE_FIELD
                    .error("After applying the update, the (immutable) field '_id' was found to have been "
                            + "altered to _id: " + Values.show(changed.getOrMissing("_id")));
        }
        return changed;
    }

    /** The document that an upsert inserts when nothing matched: the equalities of the query, then the update. */
    public final Document insert(Document query, Instant now) {
        Document seed = UpsertSeed.of(query, isReplacement());
        Document changed = change(Values.copyOf(seed), OptionalInt.empty(), true, now);
        if (seed.containsKey("_id") && !BsonOrder.equal(seed.get("_id"), changed.getOrMissing("_id"))) {
            throw Code.IMMUTABLE_FIELD
                    .error("Performing an update on the path '_id' would modify the immutable field '_id'");
        }
        return UpsertSeed.idFirst(changed);
    }

    abstract Document change(Document copy, OptionalInt position, boolean insert, Instant now);
}
