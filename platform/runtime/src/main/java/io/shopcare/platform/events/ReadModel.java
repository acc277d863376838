package io.shopcare.platform.events;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import com.mongodb.client.MongoDatabase;

/**
 * What a subscription keeps, as a function of its topic alone, and how to keep it anew in another database.
 *
 * @param kept collections, or fields of their documents
 * @param anew the same subscription writing there, without whatever it does beside keeping
 */
public record ReadModel(List<Kept> kept, Function<MongoDatabase, Subscription> anew) {

    /** @param fields that count, by their paths; none when the whole document does */
    public record Kept(String collection, List<String> fields) {}

    /** Of whole documents in one collection. */
    public static ReadModel in(String collection, Function<MongoDatabase, Subscription> anew) {
        return new ReadModel(List.of(new Kept(collection, List.of())), anew);
    }

    /** The same, with one more collection. */
    public ReadModel and(String collection, String... fields) {
        return new ReadModel(Stream.concat(kept.stream(), Stream.of(new Kept(collection, List.of(fields)))).toList(),
                anew);
    }
}
