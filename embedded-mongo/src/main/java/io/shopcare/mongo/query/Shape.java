package io.shopcare.mongo.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

import io.shopcare.mongo.expression.Expression;
import io.shopcare.mongo.expression.Scope;
import io.shopcare.mongo.values.Code;
import io.shopcare.mongo.values.Paths;

/** The tree of fields that a projection or {@code $addFields} speaks of. */
sealed interface Shape {
    record Keep() implements Shape {}

    record Drop() implements Shape {}

    record Compute(Expression expression) implements Shape {}

    /** Chooses among the elements of an array: {@code $slice}, {@code $elemMatch}, the positional {@code $}. */
    record Choose(Choice choice, boolean onlyArrays) implements Shape {}

    interface Choice {
        @Nullable
        Object of(List<?> items, OptionalInt position);
    }

    record Branch(Map<String, Shape> fields) implements Shape {
        Branch() {
            this(new LinkedHashMap<>());
        }

        void add(String path, Shape leaf) {
            String[] parts = Paths.split(path);
            Branch branch = this;
            for (int i = 0; i < parts.length - 1; i++) {
                Shape next = branch.fields.computeIfAbsent(parts[i], name -> new Branch());
                if (!(next instanceof Branch inner)) {
                    throw collision(path);
                }
                branch = inner;
            }
            if (branch.fields.putIfAbsent(parts[parts.length - 1], leaf) != null) {
                throw collision(path);
            }
        }

        private static RuntimeException collision(String path) {
            return Code.location(31249, "Path collision at " + path);
        }

        /** Keeps what is named, in the order of the document. */
        Document keep(Document document, OptionalInt position) {
            Document kept = new Document();
            document.forEach((name, value) -> {
                Object part = keptPart(fields.get(name), value, position);
                if (!(part instanceof Missing)) {
                    kept.put(name, part);
                }
            });
            return kept;
        }

        private static @Nullable Object keptPart(@Nullable Shape shape, @Nullable Object value, OptionalInt position) {
            return switch (shape) {
                case Keep _ -> value;
                case Branch branch -> branch.each(value, true, position);
                case Choose choose when value instanceof List<?> items -> choose.choice.of(items, position);
                case Choose choose when !choose.onlyArrays -> value;
                case null, default -> Missing.getInstance();
            };
        }

        /** Keeps what is not named. */
        Document drop(Document document, OptionalInt position) {
            Document rest = new Document();
            document.forEach((name, value) -> {
                Object part = switch (fields.get(name)) {
                    case Drop _ -> Missing.getInstance();
                    case Branch branch -> branch.each(value, false, position);
                    case Choose choose when value instanceof List<?> items -> choose.choice.of(items, position);
                    case null, default -> value;
                };
                if (!(part instanceof Missing)) {
                    rest.put(name, part);
                }
            });
            return rest;
        }

        /** Into documents and the documents of arrays; when keeping, plain values on the way fall away. */
        private @Nullable Object each(@Nullable Object value, boolean keeping, OptionalInt position) {
            return switch (value) {
                case Document document -> keeping ? keep(document, position) : drop(document, position);
                case List<?> items -> {
                    List<@Nullable Object> parts = new ArrayList<>();
                    for (Object item : items) {
                        Object part = each(item, keeping, position);
                        if (!(part instanceof Missing)) {
                            parts.add(part);
                        }
                    }
                    yield parts;
                }
                case null, default -> keeping ? Missing.getInstance() : value;
            };
        }

        boolean computes() {
            return fields.values().stream().anyMatch(shape -> shape instanceof Compute
                    || shape instanceof Branch branch && branch.computes());
        }

        /** Sets the computed fields, in documents and in each document of an array; missing removes. */
        void compute(Document target, Scope scope) {
            fields.forEach((name, shape) -> {
                if (shape instanceof Compute computed) {
                    Object value = computed.expression.evaluate(scope);
                    if (value instanceof Missing) {
                        target.remove(name);
                    } else {
                        target.put(name, value);
                    }
                } else if (shape instanceof Branch branch && branch.computes()) {
                    target.put(name, branch.computedIn(target.getOrMissing(name), scope));
                }
            });
        }

        private Object computedIn(@Nullable Object existing, Scope scope) {
            if (existing instanceof List<?> items) {
                List<@Nullable Object> all = new ArrayList<>();
                items.forEach(item -> all.add(computedIn(item, scope)));
                return all;
            }
            Document inner = existing instanceof Document document ? document.clone() : new Document();
            compute(inner, scope);
            return inner;
        }
    }
}
