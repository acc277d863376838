package io.shopcare.mongo.honesty;

import java.util.Set;

import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

import io.shopcare.mongo.values.Code;
import io.shopcare.mongo.values.Kind;
import io.shopcare.mongo.values.Numbers;
import io.shopcare.mongo.values.Values;

/** Fields that MongoDB knows and whose meaning this server cannot honour. Their harmless values pass. */
final class Refusals {
    private static final Set<String> ONLY_FALSE = Set.of("returnKey", "showRecordId");

    private Refusals() {}

    static void check(String field, @Nullable Object value) {
        switch (field) {
            case "collation" -> collation(value);
            case "tailable", "awaitData" -> {
                if (Values.isTrue(value)) {
                    throw Code.BAD_VALUE.error("error processing query: " + field
                            + " cursor requested on non capped collection: capped collections are not supported");
                }
            }
            case "min", "max" -> {
                if (value instanceof Document bounds && !bounds.isEmpty()) {
                    throw Honesty.notSupported("the option '" + field + "' of find");
                }
            }
            case "skip", "batchSize" -> notNegative(field, value);
            default -> {
                if (ONLY_FALSE.contains(field) && Values.isTrue(value)) {
                    throw Honesty.notSupported("the option '" + field + "'");
                }
            }
        }
    }

    static void collation(@Nullable Object value) {
        if (value == null || value instanceof Document none && none.isEmpty()) {
            return;
        }
        if (!(value instanceof Document collation)) {
            throw Code.TYPE_MISMATCH.error("BSON field 'collation' is the wrong type '" + Kind.nameOf(value)
                    + "', expected type 'object'");
        }
        if (!"simple".equals(collation.get("locale"))) {
            throw Honesty.notSupported("collation " + Values.show(collation));
        }
    }

    static void notNegative(String field, @Nullable Object value) {
        if (value instanceof Number number && Numbers.compare(number, 0) < 0) {
            throw Code.location(51024, "BSON field '" + field + "' value must be >= 0, actual value '" + number + "'");
        }
    }
}
