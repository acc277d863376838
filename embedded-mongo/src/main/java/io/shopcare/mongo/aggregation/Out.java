package io.shopcare.mongo.aggregation;

import java.util.Set;
import java.util.stream.Stream;

import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

import io.shopcare.mongo.values.Code;
import io.shopcare.mongo.values.Kind;

/** {@code $out}: what comes in becomes the content of a collection. */
final class Out {
    private Out() {}

    static Stage parse(@Nullable Object spec) {
        if (!(spec instanceof String) && !(spec instanceof Document)) {
            throw Code.location(16990,
                    "$out only supports a string or object argument, but found " + Kind.nameOf(spec));
        }
        Document fields = spec instanceof String name
                ? new Document("coll", name)
                : Stages.fields("$out", spec, Set.of("db", "coll"), Set.of());
        String database = fields.containsKey("db") ? Stages.text("$out", fields, "db") : null;
        String collection = Stages.text("$out", fields, "coll");
        return (input, source) -> {
            source.out(database, collection, input);
            return Stream.empty();
        };
    }
}
