package io.shopcare.order;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import org.bson.Document;
import org.bson.conversions.Bson;

import static org.assertj.core.api.Assertions.assertThat;

/** How the database goes about a query. */
public final class Explained {
    private Explained() {}

    /** Fails unless the query walks this index, and is sorted by it. */
    public static void usesIndex(FindIterable<Document> query, String index) {
        assertThat(plan(query)).contains("IXSCAN").contains(index).doesNotContain("COLLSCAN")
                .doesNotContain("\"SORT\"");
    }

    /** Fails unless the query runs along an index, and is sorted by it. */
    public static void runsAlongAnIndex(MongoCollection<Document> collection, Bson filter, Bson sort) {
        assertThat(plan(collection.find(filter).sort(sort).limit(51))).contains("IXSCAN").doesNotContain("COLLSCAN")
                .doesNotContain("\"SORT\"");
    }

    private static String plan(FindIterable<Document> query) {
        return query.explain(Document.class).toJson();
    }
}
