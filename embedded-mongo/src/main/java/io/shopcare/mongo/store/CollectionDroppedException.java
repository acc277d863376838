package io.shopcare.mongo.store;

import de.bwaldvogel.mongo.exception.MongoServerError;

/** The collection was dropped while it was being used. */
public final class CollectionDroppedException extends MongoServerError {

    private static final long serialVersionUID = 1L;

    CollectionDroppedException(Namespace namespace) {
        super(175, "QueryPlanKilled", "collection dropped. ns: " + namespace);
    }
}
