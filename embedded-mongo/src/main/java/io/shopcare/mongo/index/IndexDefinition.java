package io.shopcare.mongo.index;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

/** An index as it was asked for. The specification is what {@code listIndexes} answers; it is not changed. */
public record IndexDefinition(String name, List<IndexField> fields, boolean unique, boolean sparse,
        @Nullable Document partialFilter, @Nullable Duration expireAfter, Document specification) {

    public static final String ID_NAME = "_id_";

    /** Reads a specification that has been checked. */
    public static IndexDefinition of(Document specification) {
        List<IndexField> fields = new ArrayList<>();
        ((Document) Objects.requireNonNull(specification.get("key")))
                .forEach((path, direction) -> fields.add(IndexField.of(path, ((Number) direction).doubleValue() > 0)));
        String name = (String) Objects.requireNonNull(specification.get("name"));
        Number seconds = (Number) specification.get("expireAfterSeconds");
        return new IndexDefinition(name, List.copyOf(fields), isId(fields) || isTrue(specification.get("unique")),
                isTrue(specification.get("sparse")), (Document) specification.get("partialFilterExpression"),
                seconds == null ? null : Duration.ofSeconds(seconds.longValue()), specification);
    }

    /** The index that every collection has. */
    public static IndexDefinition id() {
        return of(new Document("v", 2).append("key", new Document("_id", 1)).append("name", ID_NAME));
    }

    public boolean isId() {
        return isId(fields);
    }

    public Document keyPattern() {
        return (Document) Objects.requireNonNull(specification.get("key"));
    }

    private static boolean isId(List<IndexField> fields) {
        return fields.size() == 1 && fields.getFirst().path().equals("_id");
    }

    private static boolean isTrue(@Nullable Object value) {
        return value instanceof Boolean flag ? flag : value instanceof Number number && number.doubleValue() != 0;
    }
}
