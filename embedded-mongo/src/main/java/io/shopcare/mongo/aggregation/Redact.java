package io.shopcare.mongo.aggregation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

import io.shopcare.mongo.expression.Expression;
import io.shopcare.mongo.expression.Names;
import io.shopcare.mongo.values.Code;

/** {@code $redact}: keeps, prunes or descends into each document and inner document. */
record Redact(Expression decision) {

    static Stage parse(@Nullable Object spec, Names names) {
        Redact redact = new Redact(Expression.parse(spec, names.forRedact()));
        return (input, source) -> input.flatMap(document -> {
            Document kept = redact.apply(document);
            return kept == null ? Stream.empty() : Stream.of(kept);
        });
    }

    private @Nullable Document apply(Document document) {
        Object decided = decision.evaluate(document);
        return switch (decided instanceof String verdict ? verdict : "") {
            case "keep" -> document;
            case "prune" -> null;
            case "descend" -> {
                Document kept = new Document();
                document.forEach((name, value) -> {
                    if (!(value instanceof Document inner)) {
                        kept.put(name, value instanceof List<?> items ? each(items) : value);
                    } else if (apply(inner) instanceof Document part) {
                        kept.put(name, part);
                    }
                });
                yield kept;
            }
            default ->
                throw Code.location(17053, "$redact's expression should not return anything aside from the variables "
                        + "$$KEEP, $$DESCEND, and $$PRUNE, but returned " + decided);
        };
    }

    private List<@Nullable Object> each(List<?> items) {
        List<@Nullable Object> kept = new ArrayList<>();
        for (Object item : items) {
            if (!(item instanceof Document inner)) {
                kept.add(item instanceof List<?> nested ? each(nested) : item);
            } else if (apply(inner) instanceof Document part) {
                kept.add(part);
            }
        }
        return kept;
    }
}
