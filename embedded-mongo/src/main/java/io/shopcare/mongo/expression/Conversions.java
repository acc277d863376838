package io.shopcare.mongo.expression;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.ObjectId;
import de.bwaldvogel.mongo.exception.MongoServerError;
import org.jspecify.annotations.Nullable;

import io.shopcare.mongo.values.Code;
import io.shopcare.mongo.values.Kind;
import io.shopcare.mongo.values.Numbers;
import io.shopcare.mongo.values.Values;

/** {@code $convert}, its short forms, and the questions about types. */
final class Conversions {
    private static final Map<String, Kind> SHORT = Map.of("$toBool", Kind.BOOL, "$toDate", Kind.DATE, "$toDecimal",
            Kind.DECIMAL, "$toDouble", Kind.DOUBLE, "$toInt", Kind.INT, "$toLong", Kind.LONG, "$toObjectId",
            Kind.OBJECT_ID, "$toString", Kind.STRING);

    private Conversions() {}

    static Map<String, Operator> operators() {
        Map<String, Operator> table = new HashMap<>();
        SHORT.forEach((name, to) -> table.put(name, Operator.of(1, o -> o.anyNull() ? null : convert(o.get(0), to))));
        table.put("$convert", Operator.named(Set.of("input", "to"), Set.of("onError", "onNull"), Conversions::convert));
        table.put("$type", Operator.of(1, o -> Kind.nameOf(o.get(0))));
        table.put("$isNumber", Operator.of(1, o -> o.get(0) instanceof Number));
        return table;
    }

    private static @Nullable Object convert(Arguments arguments) {
        Object input = arguments.get("input");
        if (Values.isNullish(input)) {
            return arguments.get("onNull", null);
        }
        Object to = arguments.get("to");
        if (Values.isNullish(to)) {
            return null;
        }
        Kind kind = kind(to);
        try {
            return convert(input, kind);
        } catch (MongoServerError e) {
            if (arguments.has("onError") && e.getCode() == Code.CONVERSION_FAILURE.number()) {
                return arguments.get("onError");
            }
            throw e;
        }
    }

    private static Kind kind(@Nullable Object name) {
        for (Kind kind : Kind.values()) {
            boolean named = kind.alias().equals(name)
                    || Numbers.whole(name).filter(number -> number == kind.number()).isPresent();
            if (named && kind != Kind.MISSING) {
                return kind;
            }
        }
        throw Code.BAD_VALUE.error("Unknown type name: " + Values.show(name));
    }

    static Object convert(@Nullable Object value, Kind to) {
        if (value == null || Kind.of(value) == to) {
            return value == null ? failure(value, to) : value;
        }
        return switch (to) {
            case BOOL -> Values.isTrue(value);
            case STRING -> toText(value);
            case INT -> (int) whole(value, to, Integer.MIN_VALUE, Integer.MAX_VALUE);
            case LONG -> whole(value, to, Long.MIN_VALUE, Long.MAX_VALUE);
            case DOUBLE -> Numbers.toDouble(number(value, to));
            case DECIMAL -> new Decimal128(Numbers.exact(number(value, to)));
            case DATE -> date(value);
            case OBJECT_ID -> objectId(value);
            default -> failure(value, to);
        };
    }

    private static Object failure(@Nullable Object value, Kind to) {
        throw Code.CONVERSION_FAILURE.error("Unsupported conversion from " + Kind.nameOf(value) + " to " + to.alias()
                + " in $convert with no onError value");
    }

    private static Number number(Object value, Kind to) {
        return switch (value) {
            case Number number -> number;
            case Boolean bool -> bool ? 1 : 0;
            case Instant date when to != Kind.INT -> date.toEpochMilli();
            case String text -> parsed(text, to);
            default -> (Number) failure(value, to);
        };
    }

    private static Number parsed(String text, Kind to) {
        try {
            return switch (to) {
                case INT -> Integer.valueOf(text);
                case LONG -> Long.valueOf(text);
                case DECIMAL -> new Decimal128(new BigDecimal(text));
                default -> {
                    if (text.isBlank() || !text.equals(text.strip())) {
                        throw new NumberFormatException(text);
                    }
                    yield Double.valueOf(text);
                }
            };
        } catch (NumberFormatException e) {
            throw Code.CONVERSION_FAILURE.error("Failed to parse number '" + text
                    + "' in $convert with no onError value: Did not consume whole string.");
        }
    }

    private static long whole(Object value, Kind to, long least, long most) {
        Number number = number(value, to);
        double size = Numbers.toDouble(number);
        boolean inRange = Numbers.compare(number, least) >= 0 && Numbers.compare(number, most) <= 0;
        if (!Double.isFinite(size) || !inRange) {
            throw Code.CONVERSION_FAILURE
                    .error("Conversion would overflow target type in $convert with no onError value: "
                            + Values.show(value));
        }
        return number instanceof Decimal128 decimal ? decimal.toBigDecimal().longValue() : number.longValue();
    }

    private static Object date(Object value) {
        return switch (value) {
            case String text -> DateText.parseIso(text);
            case ObjectId id -> DateParts.instant(id);
            case BsonTimestamp timestamp -> DateParts.instant(timestamp);
            case Integer _ -> failure(value, Kind.DATE);
            case Number number -> Instant.ofEpochMilli(whole(number, Kind.LONG, Long.MIN_VALUE, Long.MAX_VALUE));
            default -> failure(value, Kind.DATE);
        };
    }

    private static Object objectId(Object value) {
        if (!(value instanceof String text)) {
            return failure(value, Kind.OBJECT_ID);
        }
        if (!text.matches("[0-9a-fA-F]{24}")) {
            throw Code.CONVERSION_FAILURE.error("Failed to parse objectId '" + text
                    + "' in $convert with no onError value: Invalid string length for parsing to OID");
        }
        return new ObjectId(text);
    }

    static String toText(@Nullable Object value) {
        return switch (value) {
            case String text -> text;
            case Double number -> ofDouble(number);
            case Integer number -> number.toString();
            case Long number -> number.toString();
            case Decimal128 number -> number.toString();
            case Boolean bool -> bool.toString();
            case Instant date -> DateText.iso(date);
            case ObjectId id -> id.getHexData();
            case UUID uuid -> uuid.toString();
            case null, default -> (String) failure(value, Kind.STRING);
        };
    }

    private static String ofDouble(double number) {
        if (!Double.isFinite(number)) {
            return Double.isNaN(number) ? "NaN" : number > 0 ? "Infinity" : "-Infinity";
        }
        String plain = BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
        return number == 0.0 && 1 / number < 0 ? "-0" : plain;
    }
}
