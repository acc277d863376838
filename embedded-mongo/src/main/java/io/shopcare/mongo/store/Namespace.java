package io.shopcare.mongo.store;

import de.bwaldvogel.mongo.exception.MongoServerError;

/** A collection's full name. */
public record Namespace(String database, String collection) {

    private static final int MAX_BYTES = 255;

    public static Namespace of(String database, String collection) {
        if (collection.isEmpty() || collection.startsWith(".") || collection.indexOf('\0') >= 0
                || collection.contains("$")
                || database.isEmpty() || database.length() + collection.length() + 1 > MAX_BYTES) {
            throw new MongoServerError(73, "InvalidNamespace",
                    "Invalid namespace specified '" + database + "." + collection + "'");
        }
        return new Namespace(database, collection);
    }

    public static Namespace parse(String fullName) {
        int dot = fullName.indexOf('.');
        if (dot < 0) {
            throw new MongoServerError(73, "InvalidNamespace", "Invalid namespace specified '" + fullName + "'");
        }
        return of(fullName.substring(0, dot), fullName.substring(dot + 1));
    }

    @Override
    public String toString() {
        return database + "." + collection;
    }
}
