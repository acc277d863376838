package io.shopcare.mongo.command;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import org.jspecify.annotations.Nullable;

/**
 * What an acknowledgement is to mean. One node: {@code w: 1} and {@code majority} wait for the disk, unless the client
 * says {@code j: false}; {@code w: 0} waits for nothing.
 */
record WriteConcern(boolean durable) {

    static WriteConcern of(Request request) {
        return of(request.optional("writeConcern"));
    }

    private static WriteConcern of(@Nullable Document concern) {
        if (concern == null) {
            return new WriteConcern(true);
        }
        Boolean journal = concern.get("j") == null ? null : Request.flag(concern, "j", false);
        return new WriteConcern(journal != null ? journal : waits(concern.get("w")));
    }

    private static boolean waits(@Nullable Object w) {
        return switch (w) {
            case null -> true;
            case Number number when number.doubleValue() == 0 -> false;
            case Number number when number.doubleValue() == 1 -> true;
            case Number _ ->
                throw new MongoServerError(2, "BadValue", "cannot use 'w' > 1 when a host is not replicated");
            case String mode when mode.equals("majority") -> true;
            case String mode -> throw new MongoServerError(2, "BadValue", "cannot use non-majority 'w' mode " + mode
                    + " when a host is not a member of a replica set");
            default -> throw new MongoServerError(9, "FailedToParse", "w has to be a number, string, or object");
        };
    }
}
