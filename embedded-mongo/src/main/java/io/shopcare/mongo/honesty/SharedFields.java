package io.shopcare.mongo.honesty;

import java.util.Set;

import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

import io.shopcare.mongo.values.Code;
import io.shopcare.mongo.values.Numbers;
import io.shopcare.mongo.values.Values;

/** The fields that any command may carry. */
final class SharedFields {
    /** No meaning is lost: one node, one client's word, no order between sessions. */
    private static final Set<String> HARMLESS = Set.of("$db", "lsid", "$clusterTime", "$readPreference", "comment",
            "apiDeprecationErrors");

    private SharedFields() {}

    /** Says whether the field is shared; refuses it when it asks for what cannot be had. */
    static boolean check(String field, @Nullable Object value) {
        switch (field) {
            case "txnNumber" -> throw Code.ILLEGAL_OPERATION.error(
                    "Transaction numbers are only allowed on a replica set member or mongos");
            case "startTransaction", "autocommit", "stmtId", "stmtIds" -> throw Code.ILLEGAL_OPERATION.error("'" + field
                    + "' belongs to a transaction: transactions are only allowed on a replica set member or mongos");
            case "apiVersion" -> {
                if (!"1".equals(value)) {
                    throw Code.API_VERSION_ERROR.error("API version must be \"1\"");
                }
            }
            case "apiStrict" -> {
                if (Values.isTrue(value)) {
                    throw Honesty.notSupported("apiStrict");
                }
            }
            case "maxTimeMS" -> maxTime(value);
            case "readConcern" -> readConcern(value);
            case "writeConcern" -> writeConcern(value);
            default -> {
                return HARMLESS.contains(field);
            }
        }
        return true;
    }

    private static void maxTime(@Nullable Object value) {
        long millis = Numbers.whole(value).orElseThrow(() -> Code.BAD_VALUE.error("maxTimeMS must be a number"));
        if (millis < 0 || millis > Integer.MAX_VALUE) {
            throw Code.BAD_VALUE.error(millis + " value for maxTimeMS is out of range [0, " + Integer.MAX_VALUE + "]");
        }
    }

    private static void readConcern(@Nullable Object value) {
        if (!(value instanceof Document concern)) {
            throw wrongType("readConcern");
        }
        concern.forEach((field, setting) -> {
            switch (field) {
                case "level" -> readLevel(setting);
                case "afterClusterTime", "atClusterTime" -> throw Code.ILLEGAL_OPERATION.error("Cannot specify "
                        + "afterClusterTime or atClusterTime readConcern without replication enabled");
                case "provenance" -> {
                    // where the setting came from
                }
                default -> throw Honesty.unknown("readConcern", field);
            }
        });
    }

    private static void readLevel(@Nullable Object level) {
        if (Set.of("linearizable", "snapshot").contains(Values.isNullish(level) ? "" : level)) {
            throw Code.NOT_A_REPLICA_SET.error("node needs to be a replica set member to use read concern " + level);
        }
        if (!Set.of("local", "available", "majority").contains(Values.isNullish(level) ? "" : level)) {
            throw Code.BAD_VALUE
                    .error("Enumeration value '" + level + "' for field 'readConcern.level' is not a valid value.");
        }
    }

    private static void writeConcern(@Nullable Object value) {
        if (!(value instanceof Document concern)) {
            throw wrongType("writeConcern");
        }
        for (String field : concern.keySet()) {
            if (!Set.of("w", "j", "wtimeout", "fsync", "provenance").contains(field)) {
                throw Honesty.unknown("writeConcern", field);
            }
        }
        Object nodes = concern.get("w");
        if (nodes instanceof Number number && Numbers.compare(number, 1) > 0) {
            throw Code.BAD_VALUE.error("cannot use 'w' > 1 when a host is not replicated: w: " + number);
        }
        if (nodes instanceof String mode && !mode.equals("majority")) {
            throw Code.BAD_VALUE.error("cannot use non-majority 'w' mode " + mode
                    + " when a host is not a member of a replica set");
        }
    }

    private static RuntimeException wrongType(String field) {
        return Code.TYPE_MISMATCH.error("BSON field '" + field + "' is the wrong type, expected type 'object'");
    }
}
