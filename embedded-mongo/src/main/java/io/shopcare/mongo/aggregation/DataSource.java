package io.shopcare.mongo.aggregation;

import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

/** Where a pipeline reads and writes. */
public interface DataSource {

    /** The documents that a head asks for, lazily and through an index where one serves. To be closed. */
    Stream<Document> find(Head head);

    /** {@code $out}: replaces the content of the collection at once. */
    void out(@Nullable String database, String collection, Stream<Document> documents);

    /**
     * {@code $merge}: finds the document with these fields and puts what the function makes of it in its place, in one
     * step. The function is given null when there is none, and gives null to leave things as they are.
     */
    void merge(@Nullable String database, String collection, Document key,
            Function<@Nullable Document, @Nullable Document> change);

    /** Whether a unique index, not partial, has exactly these fields. */
    boolean isUnique(@Nullable String database, String collection, Set<String> fields);
}
