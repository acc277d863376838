package io.shopcare.mongo.store;

import java.util.List;
import java.util.stream.Collectors;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.Json;
import de.bwaldvogel.mongo.bson.ObjectId;
import de.bwaldvogel.mongo.exception.MongoServerError;
import org.jspecify.annotations.Nullable;

import io.shopcare.mongo.index.Index;
import io.shopcare.mongo.index.IndexKey;

/** Another document has the key in a unique index. */
public final class DuplicateKeyException extends MongoServerError {

    private static final long serialVersionUID = 1L;

    private final transient Document keyPattern;
    private final transient Document keyValue;

    DuplicateKeyException(Namespace namespace, Index index, IndexKey key) {
        this(namespace, index, valuesOf(index, key));
    }

    private DuplicateKeyException(Namespace namespace, Index index, Document keyValue) {
        super(11000, "DuplicateKey", "E11000 duplicate key error collection: " + namespace + " index: " + index.name()
                + " dup key: " + describe(keyValue));
        this.keyPattern = index.definition().keyPattern();
        this.keyValue = keyValue;
    }

    public Document keyPattern() {
        return keyPattern;
    }

    public Document keyValue() {
        return keyValue;
    }

    private static Document valuesOf(Index index, IndexKey key) {
        Document values = new Document();
        List<@Nullable Object> list = key.values();
        for (int i = 0; i < list.size(); i++) {
            values.put(index.definition().fields().get(i).path(), list.get(i));
        }
        return values;
    }

    private static String describe(Document keyValue) {
        return keyValue.entrySet().stream().map(entry -> entry.getKey() + ": " + describe(entry.getValue()))
                .collect(Collectors.joining(", ", "{ ", " }"));
    }

    private static String describe(@Nullable Object value) {
        return value instanceof ObjectId id ? "ObjectId('" + id.getHexData() + "')" : Json.toCompactJsonValue(value);
    }
}
