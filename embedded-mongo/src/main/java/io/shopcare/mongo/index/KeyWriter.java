package io.shopcare.mongo.index;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonJavaScript;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.LegacyUUID;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import org.jspecify.annotations.Nullable;

import io.shopcare.mongo.values.TypedBinary;

/**
 * Writes BSON values as bytes whose unsigned order is MongoDB's order of the values. Every value ends itself, so values
 * can stand one after another; in a descending field all bytes are inverted.
 */
public final class KeyWriter {

    private KeyBytes out = new KeyBytes(64);

    /** The bytes of a value, ascending. */
    public static byte[] encode(@Nullable Object value) {
        KeyWriter writer = new KeyWriter();
        writer.value(value);
        return writer.out.toByteArray();
    }

    /** Appends the value, ascending or descending. */
    public static void append(KeyBytes out, @Nullable Object value, boolean ascending) {
        int start = out.size();
        KeyWriter writer = new KeyWriter();
        writer.out = out;
        writer.value(value);
        if (!ascending) {
            out.invert(start);
        }
    }

    private void value(@Nullable Object value) {
        switch (value) {
            case null -> out.write(KeyTag.NULL);
            case Missing _ -> out.write(KeyTag.NULL);
            case EmptyArray _ -> out.write(KeyTag.EMPTY_ARRAY);
            case Number number -> {
                out.write(KeyTag.NUMBER);
                NumberKey.write(out, number);
            }
            case String text -> {
                out.write(KeyTag.STRING);
                text(text);
            }
            case Map<?, ?> document -> {
                out.write(KeyTag.DOCUMENT);
                document(document);
            }
            case Collection<?> array -> {
                out.write(KeyTag.ARRAY);
                array.forEach(this::value);
                out.write(KeyTag.END);
            }
            case ObjectId id -> {
                out.write(KeyTag.OBJECT_ID);
                out.write(id.toByteArray());
            }
            case Boolean flag -> {
                out.write(KeyTag.BOOLEAN);
                out.write(flag ? 1 : 0);
            }
            case Instant instant -> {
                out.write(KeyTag.DATE);
                out.writeLong(instant.toEpochMilli() ^ Long.MIN_VALUE);
            }
            default -> rareValue(value);
        }
    }

    private void rareValue(Object value) {
        switch (value) {
            case BinData data -> binary(0, data.getData());
            case TypedBinary data -> binary(data.subtype(), data.data());
            case UUID uuid -> binary(4, uuid.getMostSignificantBits(), uuid.getLeastSignificantBits());
            case LegacyUUID legacy -> binary(3, Long.reverseBytes(legacy.getUuid().getMostSignificantBits()),
                    Long.reverseBytes(legacy.getUuid().getLeastSignificantBits()));
            case BsonTimestamp timestamp -> {
                out.write(KeyTag.TIMESTAMP);
                out.writeLong(timestamp.getValue());
            }
            case BsonRegularExpression regex -> {
                out.write(KeyTag.REGEX);
                text(regex.getPattern());
                text(regex.getOptions() == null ? "" : regex.getOptions());
            }
            case BsonJavaScript code -> {
                out.write(KeyTag.CODE);
                text(code.getCode());
            }
            case MinKey _ -> out.write(KeyTag.MIN_KEY);
            case MaxKey _ -> out.write(KeyTag.MAX_KEY);
            default -> throw new IllegalArgumentException("no order for " + value.getClass());
        }
    }

    /** Field by field: type, then name, then value; the shorter document is less. */
    private void document(Map<?, ?> document) {
        document.forEach((name, value) -> {
            out.write(KeyTag.of(value));
            text((String) name);
            value(value);
        });
        out.write(KeyTag.END);
    }

    private void text(String text) {
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            out.write(b);
            if (b == 0) {
                out.write(0xFF);
            }
        }
        out.write(0);
        out.write(0);
    }

    /** By length, then subtype, then content. */
    private void binary(int subtype, byte[] data) {
        out.write(KeyTag.BINARY);
        out.writeInt(data.length);
        out.write(subtype);
        out.write(data);
    }

    private void binary(int subtype, long first, long second) {
        out.write(KeyTag.BINARY);
        out.writeInt(16);
        out.write(subtype);
        out.writeLong(first);
        out.writeLong(second);
    }
}
