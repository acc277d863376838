package io.shopcare.mongo.values;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonJavaScript;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.LegacyUUID;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import org.jspecify.annotations.Nullable;

/** The kinds of BSON values: MongoDB's number and alias, and the rank in its order of types (numbers share one). */
public enum Kind {
    MIN_KEY(-1, "minKey", -1),
    MISSING(0, "missing", 0),
    NULL(10, "null", 5),
    DOUBLE(1, "double", 10),
    INT(16, "int", 10),
    LONG(18, "long", 10),
    DECIMAL(19, "decimal", 10),
    STRING(2, "string", 15),
    OBJECT(3, "object", 20),
    ARRAY(4, "array", 25),
    BIN_DATA(5, "binData", 30),
    OBJECT_ID(7, "objectId", 35),
    BOOL(8, "bool", 40),
    DATE(9, "date", 45),
    TIMESTAMP(17, "timestamp", 47),
    REGEX(11, "regex", 50),
    JAVASCRIPT(13, "javascript", 60),
    MAX_KEY(127, "maxKey", 127);

    private final int number;
    private final String alias;
    private final int rank;

    Kind(int number, String alias, int rank) {
        this.number = number;
        this.alias = alias;
        this.rank = rank;
    }

    public int number() {
        return number;
    }

    public String alias() {
        return alias;
    }

    public int rank() {
        return rank;
    }

    public boolean isNumber() {
        return rank == 10;
    }

    public static Kind of(@Nullable Object value) {
        return switch (value) {
            case null -> NULL;
            case Missing _ -> MISSING;
            case String _ -> STRING;
            case Integer _ -> INT;
            case Long _ -> LONG;
            case Double _ -> DOUBLE;
            case Decimal128 _ -> DECIMAL;
            case Map<?, ?> _ -> OBJECT;
            case Collection<?> _ -> ARRAY;
            case Boolean _ -> BOOL;
            case Instant _ -> DATE;
            case ObjectId _ -> OBJECT_ID;
            case BinData _ -> BIN_DATA;
            case UUID _ -> BIN_DATA;
            case LegacyUUID _ -> BIN_DATA;
            case TypedBinary _ -> BIN_DATA;
            case BsonTimestamp _ -> TIMESTAMP;
            case BsonRegularExpression _ -> REGEX;
            case BsonJavaScript _ -> JAVASCRIPT;
            case MinKey _ -> MIN_KEY;
            case MaxKey _ -> MAX_KEY;
            default -> throw new IllegalArgumentException("not a BSON value: " + value.getClass());
        };
    }

    public static String nameOf(@Nullable Object value) {
        return of(value).alias;
    }

    static Optional<Kind> byAlias(String alias) {
        return Arrays.stream(values()).filter(kind -> kind != MISSING && kind.alias.equals(alias)).findFirst();
    }

    static Optional<Kind> byNumber(int number) {
        return Arrays.stream(values()).filter(kind -> kind != MISSING && kind.number == number).findFirst();
    }
}
