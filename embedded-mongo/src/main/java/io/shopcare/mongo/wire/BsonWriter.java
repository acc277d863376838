package io.shopcare.mongo.wire;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonJavaScript;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.LegacyUUID;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import de.bwaldvogel.mongo.exception.MongoServerError;
import org.jspecify.annotations.Nullable;

import io.shopcare.mongo.values.TypedBinary;

/** Writes BSON. */
public final class BsonWriter {

    private static final String[] POSITIONS = new String[256];

    static {
        for (int i = 0; i < POSITIONS.length; i++) {
            POSITIONS[i] = Integer.toString(i);
        }
    }

    private final Bytes out;

    BsonWriter(Bytes out) {
        this.out = out;
    }

    public static byte[] write(Document document) {
        Bytes out = new Bytes(4096);
        new BsonWriter(out).document(document);
        return out.toByteArray();
    }

    void document(Map<String, ?> document) {
        int start = out.size();
        out.writeInt(0);
        for (Map.Entry<String, ?> entry : document.entrySet()) {
            element(entry.getKey(), entry.getValue());
        }
        end(start);
    }

    private void array(Collection<?> values) {
        int start = out.size();
        out.writeInt(0);
        int i = 0;
        for (Object value : values) {
            element(i < POSITIONS.length ? POSITIONS[i] : Integer.toString(i), value);
            i++;
        }
        end(start);
    }

    private void end(int start) {
        out.writeByte(0);
        out.setInt(start, out.size() - start);
    }

    private void element(String name, @Nullable Object value) {
        int typeAt = out.size();
        out.writeByte(0);
        name(name);
        int type = value(value);
        out.array()[typeAt] = (byte) type;
    }

    /** Writes the value and answers its BSON type. */
    private int value(@Nullable Object value) {
        switch (value) {
            case null -> {
                return 0x0A;
            }
            case String text -> {
                string(text);
                return 0x02;
            }
            case Integer number -> {
                out.writeInt(number);
                return 0x10;
            }
            case Long number -> {
                out.writeLong(number);
                return 0x12;
            }
            case Double number -> {
                out.writeLong(Double.doubleToRawLongBits(number));
                return 0x01;
            }
            case RawDocument raw -> {
                out.write(raw.bytes());
                return 0x03;
            }
            case Map<?, ?> map -> {
                @SuppressWarnings("unchecked")
                Map<String, ?> document = (Map<String, ?>) map;
                document(document);
                return 0x03;
            }
            case Collection<?> values -> {
                array(values);
                return 0x04;
            }
            case Boolean flag -> {
                out.writeByte(flag ? 1 : 0);
                return 0x08;
            }
            case Instant instant -> {
                out.writeLong(instant.toEpochMilli());
                return 0x09;
            }
            case ObjectId id -> {
                out.write(id.toByteArray());
                return 0x07;
            }
            default -> {
                return rareValue(value);
            }
        }
    }

    private int rareValue(Object value) {
        switch (value) {
            case UUID uuid -> uuid(4, Long.reverseBytes(uuid.getMostSignificantBits()),
                    Long.reverseBytes(uuid.getLeastSignificantBits()));
            case LegacyUUID legacy ->
                uuid(3, legacy.getUuid().getMostSignificantBits(), legacy.getUuid().getLeastSignificantBits());
            case BinData data -> binary(0, data.getData());
            case TypedBinary data -> binary(data.subtype(), data.data());
            case Decimal128 decimal -> {
                out.writeLong(decimal.getLow());
                out.writeLong(decimal.getHigh());
                return 0x13;
            }
            case BsonTimestamp timestamp -> {
                out.writeLong(timestamp.getValue());
                return 0x11;
            }
            case BsonRegularExpression regex -> {
                name(regex.getPattern());
                name(regex.getOptions() == null ? "" : regex.getOptions());
                return 0x0B;
            }
            case BsonJavaScript code -> {
                string(code.getCode());
                return 0x0D;
            }
            case MinKey _ -> {
                return 0xFF;
            }
            case MaxKey _ -> {
                return 0x7F;
            }
            default -> throw new IllegalArgumentException("no BSON type for " + value.getClass());
        }
        return 0x05;
    }

    private void uuid(int subtype, long first, long second) {
        out.writeInt(16);
        out.writeByte(subtype);
        out.writeLong(first);
        out.writeLong(second);
    }

    private void binary(int subtype, byte[] data) {
        out.writeInt(data.length);
        out.writeByte(subtype);
        out.write(data);
    }

    private void string(String text) {
        int lengthAt = out.size();
        out.writeInt(0);
        out.writeText(text);
        out.writeByte(0);
        out.setInt(lengthAt, out.size() - lengthAt - Integer.BYTES);
    }

    /** A zero would end it early, and what follows would be read as something else. */
    private void name(String text) {
        if (text.indexOf(0) >= 0) {
            throw new MongoServerError(22, "InvalidBSON", "a field name or pattern must not contain a null byte");
        }
        out.writeText(text);
        out.writeByte(0);
    }
}
