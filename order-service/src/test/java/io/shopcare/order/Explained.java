package io.shopcare.order;

import com.mongodb.client.MongoCollection;
import org.bson.Document;
import org.bson.conversions.Bson;

import static org.assertj.core.api.Assertions.assertThat;

/** How the database goes about a query. */
public final class Explained {
    private Explained() {}

    /** Fails unless the query runs along an index, and is sorted by it. */
    public static void runsAlongAnIndex(MongoCollection<Document> collection, Bson filter, Bson sort) {
        var plan = collection.find(filter).sort(sort).limit(51).explain().toJson();
        assertThat(plan).contains("IXSCAN").doesNotContain("COLLSCAN").doesNotContain("\"SORT\"");
    }
}
