package io.shopcare.mongo.aggregation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

import io.shopcare.mongo.expression.Accumulation;
import io.shopcare.mongo.expression.Accumulator;
import io.shopcare.mongo.expression.Expression;
import io.shopcare.mongo.expression.Names;
import io.shopcare.mongo.expression.Scope;
import io.shopcare.mongo.values.BsonOrder;
import io.shopcare.mongo.values.Code;

/** {@code $group}: documents with equal keys become one; numbers of different types are equal, missing is null. */
record Group(Expression key, Map<String, Accumulation> fields) {

    static Stage parse(@Nullable Object spec, Names names) {
        if (!(spec instanceof Document document)) {
            throw Code.location(15947, "a group's fields must be specified in an object");
        }
        if (!document.containsKey("_id")) {
            throw Code.location(15955, "a group specification must include an _id");
        }
        Group group = new Group(Expression.parse(document.get("_id"), names), accumulations(document, names));
        return (input, source) -> group.apply(input);
    }

    static Map<String, Accumulation> accumulations(Document document, Names names) {
        Map<String, Accumulation> fields = new LinkedHashMap<>();
        document.forEach((field, accumulation) -> {
            if (!field.equals("_id")) {
                fields.put(field, Accumulation.parse(field, accumulation, names));
            }
        });
        return fields;
    }

    private Stream<Document> apply(Stream<Document> input) {
        Map<@Nullable Object, Gathering> groups = new TreeMap<>(BsonOrder.ASCENDING);
        input.forEachOrdered(document -> {
            Scope scope = Scope.of(document);
            groups.computeIfAbsent(BsonOrder.missingAsNull(key.evaluate(scope)), id -> new Gathering(id, fields))
                    .add(scope);
        });
        return groups.values().stream().map(Gathering::result);
    }

    /** The state of one group. */
    static final class Gathering {
        private final @Nullable Object id;
        private final List<String> names = new ArrayList<>();
        private final List<Expression> inputs = new ArrayList<>();
        private final List<Accumulator> accumulators = new ArrayList<>();

        Gathering(@Nullable Object id, Map<String, Accumulation> fields) {
            this.id = id;
            fields.forEach((name, accumulation) -> {
                names.add(name);
                inputs.add(accumulation.input());
                accumulators.add(accumulation.fresh().get());
            });
        }

        void add(Scope scope) {
            for (int i = 0; i < inputs.size(); i++) {
                accumulators.get(i).add(inputs.get(i).evaluate(scope));
            }
        }

        Document result() {
            Document result = new Document("_id", id);
            for (int i = 0; i < names.size(); i++) {
                result.put(names.get(i), accumulators.get(i).result());
            }
            return result;
        }
    }
}
