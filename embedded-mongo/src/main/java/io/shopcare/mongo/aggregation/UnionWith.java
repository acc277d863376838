package io.shopcare.mongo.aggregation;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

import io.shopcare.mongo.expression.Names;

/** {@code $unionWith}: after these documents, those of another collection. */
final class UnionWith {
    private UnionWith() {}

    static Stage parse(@Nullable Object spec, Names names) {
        Document fields = spec instanceof String name
                ? new Document("coll", name)
                : Stages.fields("$unionWith", spec, Set.of(), Set.of("coll", "pipeline"));
        String collection = fields.containsKey("coll") ? Stages.text("$unionWith", fields, "coll") : "";
        Object stages = fields.get("pipeline");
        Pipeline pipeline = Pipeline.parse(stages == null ? List.of() : stages, names);
        return (input, source) -> Stream.concat(input, pipeline.run(source, collection));
    }
}
