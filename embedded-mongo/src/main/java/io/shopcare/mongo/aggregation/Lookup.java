package io.shopcare.mongo.aggregation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

import io.shopcare.mongo.expression.Names;
import io.shopcare.mongo.query.FieldSetter;
import io.shopcare.mongo.values.BsonOrder;
import io.shopcare.mongo.values.Code;
import io.shopcare.mongo.values.Paths;

/** {@code $lookup} by fields, by a pipeline, or both. The other collection is asked per document, through its indexes. */
record Lookup(String from, @Nullable String local, @Nullable String foreign, @Nullable Document let,
        List<Document> stages,
        String as, Names names) {

    static Stage parse(@Nullable Object spec, Names names) {
        Document fields = Stages.fields("$lookup", spec, Set.of("as"),
                Set.of("from", "localField", "foreignField", "let", "pipeline"));
        boolean byFields = fields.containsKey("localField") && fields.containsKey("foreignField");
        if (fields.containsKey("localField") != fields.containsKey("foreignField")
                || !byFields && !fields.containsKey("pipeline")) {
            throw Code.FAILED_TO_PARSE
                    .error("$lookup requires both or neither of 'localField' and 'foreignField' to be "
                            + "specified, and a 'pipeline' without them");
        }
        Document let = fields.get("let") instanceof Document variables ? variables : null;
        List<Document> stages = fields.containsKey("pipeline") ? Pipeline.specs(fields.get("pipeline")) : List.of();
        Pipeline.parse(stages, names.let(let, new Document()));
        Lookup lookup = new Lookup(Stages.text("$lookup", fields, "from"),
                byFields ? Stages.text("$lookup", fields, "localField") : null,
                byFields ? Stages.text("$lookup", fields, "foreignField") : null, let, stages,
                Stages.text("$lookup", fields, "as"), names);
        return (input, source) -> input.map(document -> lookup.apply(document, source));
    }

    private Document apply(Document document, DataSource source) {
        List<Document> pipeline = new ArrayList<>();
        if (local != null && foreign != null) {
            pipeline.add(new Document("$match", new Document(foreign, new Document("$in", values(document, local)))));
        }
        pipeline.addAll(stages);
        try (Stream<Document> found = Pipeline.parse(pipeline, names.let(let, document)).run(source, from)) {
            return with(document, as, found.toList());
        }
    }

    /** The elements of an array each, nothing of an empty one; a field that is not there looks for null. */
    static List<@Nullable Object> values(Document document, String field) {
        Object value = Paths.evaluate(document, Paths.split(field), 0);
        return value instanceof List<?> items ? new ArrayList<>(items) : Arrays.asList(BsonOrder.missingAsNull(value));
    }

    static Document with(Document document, String as, List<?> found) {
        Document literal = new Document("$literal", found);
        return FieldSetter.parse("$lookup", new Document(as, literal), Names.at(Instant.EPOCH)).apply(document);
    }
}
