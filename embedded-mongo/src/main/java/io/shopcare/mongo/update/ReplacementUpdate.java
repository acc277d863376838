package io.shopcare.mongo.update;

import java.time.Instant;
import java.util.OptionalInt;

import de.bwaldvogel.mongo.bson.Document;

import io.shopcare.mongo.values.Code;
import io.shopcare.mongo.values.Values;

/** A whole new document in place of the old, which keeps its {@code _id}. */
final class ReplacementUpdate extends Update {
    private final Document replacement;

    ReplacementUpdate(Document replacement) {
        for (String name : replacement.keySet()) {
            if (name.startsWith("$")) {
                throw Code.DOLLAR_PREFIXED_FIELD_NAME.error("The dollar ($) prefixed field '" + name + "' in '" + name
                        + "' is not allowed in the context of an update's replacement document. Consider using an "
                        + "aggregation pipeline with $replaceWith.");
            }
        }
        this.replacement = replacement;
    }

    @Override
    Document change(Document copy, OptionalInt position, boolean insert, Instant now) {
        Document result = new Document();
        if (copy.containsKey("_id")) {
            result.put("_id", copy.get("_id"));
        }
        result.putAll(Values.copyOf(replacement));
        return result;
    }
}
