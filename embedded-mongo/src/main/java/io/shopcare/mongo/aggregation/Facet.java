package io.shopcare.mongo.aggregation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

import io.shopcare.mongo.expression.Names;
import io.shopcare.mongo.values.Code;
import io.shopcare.mongo.values.Values;

/** {@code $facet}: several pipelines over the same documents. */
final class Facet {
    private static final Set<String> REFUSED = Set.of("$facet", "$out", "$merge", "$documents", "$changeStream",
            "$geoNear");

    private Facet() {}

    static Stage parse(@Nullable Object spec, Names names) {
        if (!(spec instanceof Document facets) || facets.isEmpty()) {
            throw Code.location(40169, "the $facet specification must be a non-empty object");
        }
        Map<String, List<Stage>> pipelines = new LinkedHashMap<>();
        facets.forEach((name, pipeline) -> {
            if (!(pipeline instanceof List)) {
                throw Code.location(40170,
                        "arguments to $facet must be arrays, " + name + " is " + Values.show(pipeline));
            }
            for (Document stage : Pipeline.specs(pipeline)) {
                if (REFUSED.contains(Pipeline.name(stage))) {
                    throw Code.location(40600,
                            Pipeline.name(stage) + " is not allowed to be used within a $facet stage");
                }
            }
            pipelines.put(name, Pipeline.parseStages(pipeline, names));
        });
        return (input, source) -> {
            List<Document> documents = input.toList();
            Document result = new Document();
            pipelines.forEach((name, stages) -> result.put(name,
                    Pipeline.runOn(documents.stream(), source, stages).toList()));
            return Stream.of(result);
        };
    }
}
