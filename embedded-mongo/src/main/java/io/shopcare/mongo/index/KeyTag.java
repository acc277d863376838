package io.shopcare.mongo.index;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BsonJavaScript;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import org.jspecify.annotations.Nullable;

/** The first byte of a value in a key, in MongoDB's order of types. There is room after each for a bound above it. */
public final class KeyTag {

    /** Ends a document or an array: less than any value. */
    static final int END = 0x02;
    public static final int MIN_KEY = 0x0A;
    public static final int EMPTY_ARRAY = 0x10;
    public static final int NULL = 0x14;
    public static final int NUMBER = 0x20;
    public static final int STRING = 0x28;
    public static final int DOCUMENT = 0x30;
    public static final int ARRAY = 0x38;
    public static final int BINARY = 0x40;
    public static final int OBJECT_ID = 0x48;
    public static final int BOOLEAN = 0x50;
    public static final int DATE = 0x58;
    public static final int TIMESTAMP = 0x60;
    public static final int REGEX = 0x68;
    public static final int CODE = 0x70;
    public static final int MAX_KEY = 0xF0;

    private KeyTag() {}

    /** The tag that a value is written with. */
    public static int of(@Nullable Object value) {
        return switch (value) {
            case null -> NULL;
            case Missing _ -> NULL;
            case EmptyArray _ -> EMPTY_ARRAY;
            case Number _ -> NUMBER;
            case String _ -> STRING;
            case Map<?, ?> _ -> DOCUMENT;
            case Collection<?> _ -> ARRAY;
            case ObjectId _ -> OBJECT_ID;
            case Boolean _ -> BOOLEAN;
            case Instant _ -> DATE;
            case BsonTimestamp _ -> TIMESTAMP;
            case BsonRegularExpression _ -> REGEX;
            case BsonJavaScript _ -> CODE;
            case MinKey _ -> MIN_KEY;
            case MaxKey _ -> MAX_KEY;
            default -> BINARY;
        };
    }
}
