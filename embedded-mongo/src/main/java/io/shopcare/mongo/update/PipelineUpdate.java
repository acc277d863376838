package io.shopcare.mongo.update;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.UnaryOperator;

import de.bwaldvogel.mongo.bson.Document;

import io.shopcare.mongo.aggregation.DocumentStages;
import io.shopcare.mongo.expression.Names;
import io.shopcare.mongo.values.Code;

/** An update written as a pipeline of stages that work on one document. */
final class PipelineUpdate extends Update {
    private static final Set<String> ALLOWED = Set.of("$addFields", "$set", "$project", "$unset", "$replaceRoot",
            "$replaceWith");

    private final List<UnaryOperator<Document>> stages;

    private PipelineUpdate(List<UnaryOperator<Document>> stages) {
        this.stages = stages;
    }

    static PipelineUpdate parse(List<?> stages, Names names) {
        List<UnaryOperator<Document>> parsed = new ArrayList<>();
        for (Object stage : stages) {
            if (!(stage instanceof Document document) || document.size() != 1) {
                throw Code.location(40323, "A pipeline stage specification object must contain exactly one field.");
            }
            String name = document.keySet().iterator().next();
            if (!ALLOWED.contains(name)) {
                throw Code.INVALID_OPTIONS.error(name + " is not allowed to be used within an update");
            }
            parsed.add(DocumentStages.parse(name, document.get(name), names));
        }
        return new PipelineUpdate(parsed);
    }

    @Override
    Document change(Document copy, OptionalInt position, boolean insert, Instant now) {
        Document result = copy;
        for (UnaryOperator<Document> stage : stages) {
            result = stage.apply(result);
        }
        if (!result.containsKey("_id") && copy.containsKey("_id")) {
            Document withId = new Document("_id", copy.get("_id"));
            withId.putAll(result);
            return withId;
        }
        return result;
    }
}
