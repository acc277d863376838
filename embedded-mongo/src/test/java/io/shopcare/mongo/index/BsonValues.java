package io.shopcare.mongo.index;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.LegacyUUID;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

import io.shopcare.mongo.values.TypedBinary;

/** Values of all types, and those at which an order goes wrong first. */
public final class BsonValues {

    private static final List<String> DECIMALS = List.of("0", "-0", "0.1", "-0.1", "1E-6000", "-1E-6000",
            "9007199254740993", "9007199254740992.5",
            "1E+400", "-1E+400", "9223372036854775807.5", "123.4500", "NaN", "Infinity", "-Infinity",
            "1.7976931348623157E+308");

    /** How many containers a value may be inside of. */
    private static final int DEPTH = 4;

    private BsonValues() {}

    public static Arbitrary<Object> numbers() {
        return Arbitraries.oneOf(Arbitraries.integers().map(Object.class::cast),
                Arbitraries.longs().map(Object.class::cast),
                Arbitraries.of(1L << 53, (1L << 53) + 1, -(1L << 53) - 1, Long.MAX_VALUE, Long.MIN_VALUE, 0L, 1L)
                        .map(Object.class::cast),
                Arbitraries.doubles().map(Object.class::cast),
                Arbitraries.of(0.0, -0.0, 0.1, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY,
                        Double.MAX_VALUE, Double.MIN_VALUE,
                        9007199254740992.0, 9.223372036854775807E18).map(Object.class::cast),
                Arbitraries.of(DECIMALS).map(BsonValues::decimal),
                Arbitraries.bigDecimals().between(new BigDecimal("-1E20"), new BigDecimal("1E20")).ofScale(6)
                        .map(value -> new Decimal128(value)));
    }

    public static Decimal128 decimal(String text) {
        return switch (text) {
            case "NaN" -> Decimal128.NaN;
            case "Infinity" -> Decimal128.POSITIVE_INFINITY;
            case "-Infinity" -> Decimal128.NEGATIVE_INFINITY;
            case "-0" -> Decimal128.NEGATIVE_ZERO;
            default -> new Decimal128(new BigDecimal(text));
        };
    }

    static Arbitrary<Object> scalars() {
        return Arbitraries.oneOf(numbers(), Arbitraries.strings().ofMaxLength(4).map(Object.class::cast),
                Arbitraries.of("", "a", "a\0", "a\0b", "ab", "\uD83D\uDE00", "\uFFFF", "é").map(Object.class::cast),
                Arbitraries.of(true, false).map(Object.class::cast),
                Arbitraries.just(new Object()).map(_ -> MinKey.getInstance()),
                Arbitraries.just(new Object()).map(_ -> MaxKey.getInstance()),
                Arbitraries.longs().map(Instant::ofEpochMilli), Arbitraries.longs().map(BsonTimestamp::new),
                Arbitraries.bytes().array(byte[].class).ofSize(12).map(ObjectId::new),
                Arbitraries.bytes().array(byte[].class).ofMaxSize(17).map(BinData::new),
                Arbitraries.bytes().array(byte[].class).ofMaxSize(17).map(data -> new TypedBinary(5, data)),
                Arbitraries.longs().map(bits -> new UUID(bits, ~bits)),
                Arbitraries.longs().map(bits -> new LegacyUUID(bits, ~bits)),
                Arbitraries.strings().withCharRange(' ', '~').ofMaxLength(2)
                        .map(text -> new BsonRegularExpression(text, "i")),
                Arbitraries.just("").injectNull(1));
    }

    /**
     * Scalars, and documents and arrays of them, {@link #DEPTH} deep at most.
     *
     * <p>jqwik makes the inner values of a container anew at every look at it, on each level: the time to make a value
     * grows with the power of its depth. Drawn without a bound, one value in some millions took half an hour and the
     * whole heap.
     */
    public static Arbitrary<@Nullable Object> values() {
        return values(DEPTH);
    }

    static Arbitrary<Document> documents() {
        return documents(DEPTH);
    }

    private static Arbitrary<@Nullable Object> values(int depth) {
        if (depth == 0) {
            return scalars();
        }
        return Arbitraries.frequencyOf(Tuple.of(3, scalars()),
                Tuple.of(1, documents(depth - 1).map(Object.class::cast)),
                Tuple.of(1, values(depth - 1).list().ofMaxSize(3).map(Object.class::cast)));
    }

    /** Documents whose values nest {@code depth} more levels. */
    private static Arbitrary<Document> documents(int depth) {
        return Arbitraries.maps(Arbitraries.of("a", "b", "aa", ""), values(depth)).ofMaxSize(3).map(fields -> {
            Document document = new Document();
            fields.forEach(document::put);
            return document;
        });
    }
}
