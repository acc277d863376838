package io.shopcare.mongo.honesty;

import java.util.Set;

import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

import io.shopcare.mongo.values.Code;

/**
 * Looks at a command before it runs. A field that is not known, or that asks for something this server cannot do, is
 * refused by name: nothing is accepted and ignored. Filters, updates and pipelines are judged by their own parsers.
 */
public final class Honesty {
    private Honesty() {}

    public static void check(String command, Document body) {
        if (CommandFields.TRANSACTIONS.contains(command)) {
            throw Code.ILLEGAL_OPERATION.error(command + " is only allowed on a replica set member or mongos: "
                    + "transactions are not supported");
        }
        Set<String> fields = CommandFields.of(command);
        if (fields == null) {
            return;
        }
        body.forEach((field, value) -> {
            if (!SharedFields.check(field, value) && !fields.contains(field) && !field.equals(command)) {
                throw unknown(command, field);
            }
            Refusals.check(field, value);
        });
        RequiredFields.check(command, body);
        checkContent(command, body);
    }

    private static void checkContent(String command, Document body) {
        switch (command) {
            case "find" -> Refusals.notNegative("limit", body.get("limit"));
            case "insert" -> StatementRules.inserts(body.get("documents"));
            case "update" -> StatementRules.updates(body.get("updates"));
            case "delete" -> StatementRules.deletes(body.get("deletes"));
            case "aggregate" -> StatementRules.aggregate(body);
            case "create" -> CreateRules.create(body);
            case "collMod" -> CreateRules.modify(body);
            case "createIndexes" -> IndexRules.check(body.get("indexes"));
            case "explain" -> explain(body.get("explain"), body.get("verbosity"));
            default -> {
                // the fields were all there is to see
            }
        }
    }

    private static void explain(@Nullable Object command, @Nullable Object verbosity) {
        if (verbosity != null && !Set.of("queryPlanner", "executionStats", "allPlansExecution").contains(verbosity)) {
            throw Code.FAILED_TO_PARSE.error("verbosity string must be one of {'queryPlanner', 'executionStats', "
                    + "'allPlansExecution'}");
        }
        if (command instanceof Document inner && !inner.isEmpty()) {
            check(inner.keySet().iterator().next(), inner);
        }
    }

    static RuntimeException unknown(String command, String field) {
        return Code.location(40415, "BSON field '" + command + "." + field + "' is an unknown field.");
    }

    static RuntimeException notSupported(String what) {
        return Code.NOT_IMPLEMENTED.error(what + " is not supported by this server");
    }
}
