package io.shopcare.mongo.honesty;

import java.util.List;
import java.util.Map;
import java.util.Set;

import de.bwaldvogel.mongo.bson.Document;

import io.shopcare.mongo.values.Code;

/** Fields without which a command means nothing, and fields that a command cannot mean. */
final class RequiredFields {
    private static final Map<String, List<String>> REQUIRED = Map.of("distinct", List.of("key"), "getMore",
            List.of("collection"), "killCursors", List.of("cursors"), "dropIndexes", List.of("index"),
            "renameCollection",
            List.of("to"));
    private static final Set<String> READS = Set.of("find", "count", "distinct", "getMore", "killCursors",
            "listCollections",
            "listIndexes", "listDatabases", "explain", "collStats", "dbStats");
    private static final Set<String> WRITES = Set.of("insert", "update", "delete", "findAndModify", "findandmodify",
            "create",
            "createIndexes", "drop", "dropIndexes", "dropDatabase", "renameCollection", "collMod");

    private RequiredFields() {}

    static void check(String command, Document body) {
        for (String field : REQUIRED.getOrDefault(command, List.of())) {
            if (!body.containsKey(field)) {
                throw Code.location(40414,
                        "BSON field '" + command + "." + field + "' is missing but a required field");
            }
        }
        if (READS.contains(command) && body.containsKey("writeConcern")) {
            throw Code.INVALID_OPTIONS.error("Command " + command + " does not support writeConcern");
        }
        if (WRITES.contains(command) && body.containsKey("readConcern")) {
            throw Code.INVALID_OPTIONS.error("Command " + command + " does not support readConcern");
        }
        if (command.equals("getMore") && body.containsKey("maxTimeMS")) {
            throw Code.BAD_VALUE.error("cannot set maxTimeMS on getMore command for a non-awaitData cursor");
        }
        boolean system = WRITES.contains(command) && body.get(command) instanceof String name
                && name.startsWith("system.");
        if (system) {
            throw Code.INVALID_NAMESPACE.error("cannot write to '" + body.get("$db") + "." + body.get(command) + "'");
        }
    }
}
