package io.shopcare.mongo.values;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Map;
import java.util.UUID;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonJavaScript;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.LegacyUUID;
import de.bwaldvogel.mongo.bson.ObjectId;
import org.jspecify.annotations.Nullable;

/**
 * MongoDB's order of values: first by type, then by value; numbers of different types compare by value, strings by
 * their UTF-8 bytes. A missing value is below null, as in aggregation; a query or a sort takes it for null first.
 */
public final class BsonOrder implements Comparator<@Nullable Object> {
    public static final BsonOrder ASCENDING = new BsonOrder();

    private BsonOrder() {}

    public static boolean equal(@Nullable Object one, @Nullable Object other) {
        return ASCENDING.compare(one, other) == 0;
    }

    /** What a query or a sort sees: a field that is not there is null. */
    public static @Nullable Object missingAsNull(@Nullable Object value) {
        return value instanceof Missing ? null : value;
    }

    @Override
    public int compare(@Nullable Object one, @Nullable Object other) {
        if (one == other) {
            return 0;
        }
        Kind kind = Kind.of(one);
        int byType = Integer.compare(kind.rank(), Kind.of(other).rank());
        if (byType != 0 || one == null || other == null) {
            return byType;
        }
        return switch (kind) {
            case DOUBLE, INT, LONG, DECIMAL -> Numbers.compare((Number) one, (Number) other);
            case STRING -> compareText((String) one, (String) other);
            case OBJECT -> compareObjects((Map<?, ?>) one, (Map<?, ?>) other);
            case ARRAY -> compareArrays((Collection<?>) one, (Collection<?>) other);
            case BIN_DATA -> compareBinary(one, other);
            case OBJECT_ID -> Arrays.compareUnsigned(((ObjectId) one).toByteArray(), ((ObjectId) other).toByteArray());
            case BOOL -> Boolean.compare((Boolean) one, (Boolean) other);
            case DATE -> ((Instant) one).compareTo((Instant) other);
            case TIMESTAMP ->
                Long.compareUnsigned(((BsonTimestamp) one).getValue(), ((BsonTimestamp) other).getValue());
            case REGEX -> compareRegex((BsonRegularExpression) one, (BsonRegularExpression) other);
            case JAVASCRIPT -> compareText(((BsonJavaScript) one).getCode(), ((BsonJavaScript) other).getCode());
            case MIN_KEY, MAX_KEY, MISSING, NULL -> 0;
        };
    }

    /** By code point, which is the order of the UTF-8 bytes; {@code String.compareTo} is wrong beyond the BMP. */
    private static int compareText(String one, String other) {
        int end = Math.min(one.length(), other.length());
        for (int i = 0; i < end; i++) {
            char a = one.charAt(i);
            char b = other.charAt(i);
            if (a != b) {
                boolean surrogate = Character.isSurrogate(a) || Character.isSurrogate(b);
                return surrogate ? Integer.compare(one.codePointAt(i), other.codePointAt(i)) : Character.compare(a, b);
            }
        }
        return Integer.compare(one.length(), other.length());
    }

    private int compareObjects(Map<?, ?> one, Map<?, ?> other) {
        Iterator<? extends Map.Entry<?, ?>> right = other.entrySet().iterator();
        for (Map.Entry<?, ?> left : one.entrySet()) {
            if (!right.hasNext()) {
                return 1;
            }
            Map.Entry<?, ?> match = right.next();
            int byType = Integer.compare(Kind.of(left.getValue()).rank(), Kind.of(match.getValue()).rank());
            int byName = byType != 0 ? byType : compareText((String) left.getKey(), (String) match.getKey());
            int result = byName != 0 ? byName : compare(left.getValue(), match.getValue());
            if (result != 0) {
                return result;
            }
        }
        return right.hasNext() ? -1 : 0;
    }

    private int compareArrays(Collection<?> one, Collection<?> other) {
        Iterator<?> right = other.iterator();
        for (Object left : one) {
            int result = right.hasNext() ? compare(left, right.next()) : 1;
            if (result != 0) {
                return result;
            }
        }
        return right.hasNext() ? -1 : 0;
    }

    private static int compareBinary(Object one, Object other) {
        byte[] left = bytes(one);
        byte[] right = bytes(other);
        int bySize = Integer.compare(left.length, right.length);
        int bySubtype = bySize != 0 ? bySize : Integer.compare(subtype(one), subtype(other));
        return bySubtype != 0 ? bySubtype : Arrays.compareUnsigned(left, right);
    }

    private static byte[] bytes(Object value) {
        return switch (value) {
            case BinData data -> data.getData();
            case TypedBinary typed -> typed.data();
            case LegacyUUID legacy -> bytes(legacy.getUuid(), ByteOrder.LITTLE_ENDIAN);
            case UUID uuid -> bytes(uuid, ByteOrder.BIG_ENDIAN);
            default -> throw new IllegalArgumentException("not binary: " + value.getClass());
        };
    }

    private static byte[] bytes(UUID uuid, ByteOrder order) {
        return ByteBuffer.allocate(16).order(order).putLong(uuid.getMostSignificantBits())
                .putLong(uuid.getLeastSignificantBits()).array();
    }

    private static int subtype(Object value) {
        return switch (value) {
            case UUID _ -> 4;
            case LegacyUUID _ -> 3;
            case TypedBinary typed -> typed.subtype();
            default -> 0;
        };
    }

    private static int compareRegex(BsonRegularExpression one, BsonRegularExpression other) {
        int byPattern = compareText(one.getPattern(), other.getPattern());
        return byPattern != 0 ? byPattern : compareText(options(one), options(other));
    }

    private static String options(BsonRegularExpression regex) {
        String options = regex.getOptions();
        return options == null ? "" : options;
    }
}
