package io.shopcare.mongo.honesty;

import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** Which fields each command knows, beside those that all share. */
final class CommandFields {
    static final Set<String> TRANSACTIONS = Set.of("commitTransaction", "abortTransaction", "prepareTransaction",
            "coordinateCommitTransaction");

    private static final Set<String> FIND_AND_MODIFY = Set.of("query", "sort", "remove", "update", "new", "fields",
            "upsert",
            "bypassDocumentValidation", "collation", "arrayFilters", "hint", "let");

    private static final Map<String, Set<String>> TABLE = Map.ofEntries(
            Map.entry("find",
                    Set.of("filter", "sort", "projection", "hint", "skip", "limit", "batchSize", "singleBatch",
                            "max", "min", "returnKey", "showRecordId", "tailable", "oplogReplay", "noCursorTimeout",
                            "awaitData",
                            "allowPartialResults", "collation", "allowDiskUse", "let")),
            Map.entry("aggregate", Set.of("pipeline", "explain", "allowDiskUse", "cursor", "bypassDocumentValidation",
                    "collation", "hint", "let")),
            Map.entry("count", Set.of("query", "limit", "skip", "hint", "collation", "fields")),
            Map.entry("distinct", Set.of("key", "query", "collation", "hint")),
            Map.entry("insert", Set.of("documents", "ordered", "bypassDocumentValidation")),
            Map.entry("update", Set.of("updates", "ordered", "bypassDocumentValidation", "let")),
            Map.entry("delete", Set.of("deletes", "ordered", "let")),
            Map.entry("findAndModify", FIND_AND_MODIFY), Map.entry("findandmodify", FIND_AND_MODIFY),
            Map.entry("getMore", Set.of("collection", "batchSize")), Map.entry("killCursors", Set.of("cursors")),
            Map.entry("create", CreateRules.OPTIONS), Map.entry("collMod", CreateRules.MODIFICATIONS),
            Map.entry("drop", Set.of()), Map.entry("dropDatabase", Set.of()),
            Map.entry("renameCollection", Set.of("to", "dropTarget")),
            Map.entry("createIndexes", Set.of("indexes", "commitQuorum")), Map.entry("dropIndexes", Set.of("index")),
            Map.entry("listIndexes", Set.of("cursor")),
            Map.entry("listCollections", Set.of("filter", "cursor", "nameOnly", "authorizedCollections")),
            Map.entry("listDatabases", Set.of("filter", "nameOnly", "authorizedDatabases")),
            Map.entry("explain", Set.of("verbosity")), Map.entry("collStats", Set.of("scale")),
            Map.entry("collstats", Set.of("scale")), Map.entry("dbstats", Set.of("scale", "freeStorage")),
            Map.entry("dbStats", Set.of("scale", "freeStorage")),
            Map.entry("validate", Set.of("full", "metadata", "checkBSONConformance")));

    private CommandFields() {}

    /** Null: a command whose fields do not matter, such as hello, or one that is not known. */
    static @Nullable Set<String> of(String command) {
        return TABLE.get(command);
    }
}
