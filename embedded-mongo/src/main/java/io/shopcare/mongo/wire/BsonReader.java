package io.shopcare.mongo.wire;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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

/** Reads BSON. Every length is checked against the bytes that are there; what cannot be kept as it is, is refused. */
public final class BsonReader {

    private static final int MAX_DEPTH = 180;

    private final byte[] bytes;
    private int at;

    BsonReader(byte[] bytes, int at) {
        this.bytes = bytes;
        this.at = at;
    }

    public static Document read(byte[] bytes) {
        return new BsonReader(bytes, 0).document(0);
    }

    int position() {
        return at;
    }

    Document document() {
        return document(0);
    }

    private Document document(int depth) {
        Document document = new Document();
        int end = begin(depth);
        for (int type = bytes[at++]; type != 0; type = bytes[at++]) {
            String name = name();
            document.put(name, value(type, name, depth));
            if (at >= end) {
                throw invalid("a document runs past its end");
            }
        }
        return finish(document, end);
    }

    private List<@Nullable Object> array(int depth) {
        List<@Nullable Object> list = new ArrayList<>();
        int end = begin(depth);
        for (int type = bytes[at++]; type != 0; type = bytes[at++]) {
            skipName();
            list.add(value(type, "", depth));
            if (at >= end) {
                throw invalid("an array runs past its end");
            }
        }
        return finish(list, end);
    }

    private int begin(int depth) {
        if (depth > MAX_DEPTH) {
            throw new MongoServerError(15, "Overflow", "BSONObj exceeds maximum nested object depth: " + MAX_DEPTH);
        }
        int length = integer();
        int end = at - Integer.BYTES + length;
        if (length < 5 || end > bytes.length || bytes[end - 1] != 0) {
            throw invalid("a document of " + length + " bytes");
        }
        return end;
    }

    private <T> T finish(T value, int end) {
        if (at != end) {
            throw invalid("a document ends before its length");
        }
        return value;
    }

    private @Nullable Object value(int type, String name, int depth) {
        return switch (type) {
            case 0x01 -> Double.longBitsToDouble(longInteger());
            case 0x02 -> string();
            case 0x03 -> document(depth + 1);
            case 0x04 -> array(depth + 1);
            case 0x05 -> binary();
            case 0x07 -> new ObjectId(take(12));
            case 0x08 -> bytes[at++] != 0;
            case 0x09 -> Instant.ofEpochMilli(longInteger());
            case 0x0A -> null;
            case 0x0B -> new BsonRegularExpression(name(), name());
            case 0x0D -> new BsonJavaScript(string());
            case 0x10 -> integer();
            case 0x11 -> new BsonTimestamp(longInteger());
            case 0x12 -> longInteger();
            case 0x13 -> new Decimal128(longInteger(), longInteger());
            case 0x7F -> MaxKey.getInstance();
            case -1 -> MinKey.getInstance();
            default -> throw invalid("field '" + name + "' has the BSON type " + (type & 0xFF)
                    + ", which is not supported (undefined, DBPointer, symbol, code with scope)");
        };
    }

    private Object binary() {
        int length = integer();
        int subtype = bytes[at++] & 0xFF;
        if (length == 16 && subtype == 4) {
            return new UUID(Long.reverseBytes(longInteger()), Long.reverseBytes(longInteger()));
        }
        if (length == 16 && subtype == 3) {
            return new LegacyUUID(longInteger(), longInteger());
        }
        byte[] data = take(length);
        return subtype == 0 ? new BinData(data) : new TypedBinary(subtype, data);
    }

    private String string() {
        int length = integer();
        if (length < 1 || length > bytes.length - at || bytes[at + length - 1] != 0) {
            throw invalid("a string of " + length + " bytes");
        }
        String text = new String(bytes, at, length - 1, StandardCharsets.UTF_8);
        at += length;
        return text;
    }

    String name() {
        int start = at;
        skipName();
        return new String(bytes, start, at - 1 - start, StandardCharsets.UTF_8);
    }

    private void skipName() {
        while (bytes[at] != 0) {
            at++;
        }
        at++;
    }

    private byte[] take(int length) {
        if (length < 0 || length > bytes.length - at) {
            throw invalid("a value of " + length + " bytes");
        }
        byte[] taken = Arrays.copyOfRange(bytes, at, at + length);
        at += length;
        return taken;
    }

    int integer() {
        int value = Bytes.intAt(bytes, at);
        at += Integer.BYTES;
        return value;
    }

    private long longInteger() {
        long value = Bytes.longAt(bytes, at);
        at += Long.BYTES;
        return value;
    }

    private static MongoServerError invalid(String what) {
        return new MongoServerError(22, "InvalidBSON", "invalid BSON: " + what);
    }
}
