package io.shopcare.mongo.values;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

import de.bwaldvogel.mongo.bson.Decimal128;
import org.jspecify.annotations.Nullable;

/** Numbers of four types as one: compared by value, added with MongoDB's promotions (int, long, double, decimal). */
public final class Numbers {
    private Numbers() {}

    /** What an integer sum or product becomes that does not fit a long. */
    public enum Overflow {
        TO_DOUBLE, REFUSED
    }

    public static int compare(Number one, Number other) {
        if (isInteger(one) && isInteger(other)) {
            return Long.compare(one.longValue(), other.longValue());
        }
        if (one instanceof Double && other instanceof Double) {
            return compareDoubles(one.doubleValue(), other.doubleValue());
        }
        if (isExact(one) && isExact(other)) {
            return compareDoubles(one.doubleValue(), other.doubleValue());
        }
        if (isFinite(one) && isFinite(other)) {
            return decimal(one).compareTo(decimal(other));
        }
        return compareDoubles(clamped(one), clamped(other));
    }

    /** A decimal may be finite where a double is not. */
    private static boolean isFinite(Number number) {
        return number instanceof Decimal128 decimal
                ? !decimal.toString().endsWith("NaN") && !decimal.toString().endsWith("Infinity")
                : Double.isFinite(number.doubleValue());
    }

    private static double clamped(Number number) {
        double value = toDouble(number);
        return isFinite(number) ? Math.clamp(value, -Double.MAX_VALUE, Double.MAX_VALUE) : value;
    }

    /** Whether the double is the number itself. */
    private static boolean isExact(Number number) {
        return number instanceof Double || number instanceof Integer
                || number instanceof Long && Math.abs(number.longValue()) <= 1L << 53;
    }

    private static int compareDoubles(double one, double other) {
        if (Double.isNaN(one) || Double.isNaN(other)) {
            return Boolean.compare(!Double.isNaN(one), !Double.isNaN(other));
        }
        return one < other ? -1 : one > other ? 1 : 0;
    }

    public static boolean isInteger(Number number) {
        return number instanceof Integer || number instanceof Long;
    }

    public static boolean isNaN(@Nullable Object value) {
        return value instanceof Number number && Double.isNaN(toDouble(number));
    }

    /** The value as a whole number, if it is one that fits a long. */
    public static Optional<Long> whole(@Nullable Object value) {
        if (!(value instanceof Number number)) {
            return Optional.empty();
        }
        if (isInteger(number)) {
            return Optional.of(number.longValue());
        }
        double asDouble = toDouble(number);
        boolean fits = Math.abs(asDouble) < 0x1p63 && Math.rint(asDouble) == asDouble;
        return fits ? Optional.of((long) asDouble) : Optional.empty();
    }

    public static double toDouble(Number number) {
        if (number instanceof Decimal128 decimal) {
            return switch (decimal.toString()) {
                case "Infinity" -> Double.POSITIVE_INFINITY;
                case "-Infinity" -> Double.NEGATIVE_INFINITY;
                case "NaN", "-NaN" -> Double.NaN;
                case "-0" -> -0.0;
                default -> decimal.doubleValue();
            };
        }
        return number.doubleValue();
    }

    public static BigDecimal decimal(Number number) {
        return switch (number) {
            case Decimal128 decimal -> decimal.toString().startsWith("-0") && toDouble(decimal) == 0.0
                    ? BigDecimal.ZERO
                    : decimal.toBigDecimal();
            case Double value -> new BigDecimal(value);
            default -> BigDecimal.valueOf(number.longValue());
        };
    }

    private interface OnDecimals {
        BigDecimal apply(BigDecimal one, BigDecimal other);
    }

    private interface OnDoubles {
        double apply(double one, double other);
    }

    private interface OnLongs {
        long apply(long one, long other);
    }

    public static Number add(Number one, Number other, Overflow overflow) {
        return combine(one, other, Math::addExact, Double::sum, (a, b) -> a.add(b, MathContext.DECIMAL128), overflow);
    }

    public static Number subtract(Number one, Number other) {
        return combine(one, other, Math::subtractExact, (a, b) -> a - b,
                (a, b) -> a.subtract(b, MathContext.DECIMAL128),
                Overflow.TO_DOUBLE);
    }

    public static Number multiply(Number one, Number other, Overflow overflow) {
        return combine(one, other, Math::multiplyExact, (a, b) -> a * b,
                (a, b) -> a.multiply(b, MathContext.DECIMAL128),
                overflow);
    }

    private static Number combine(Number one, Number other, OnLongs longs, OnDoubles doubles, OnDecimals decimals,
            Overflow overflow) {
        boolean finite = Double.isFinite(toDouble(one)) && Double.isFinite(toDouble(other));
        if (one instanceof Decimal128 || other instanceof Decimal128) {
            return finite
                    ? new Decimal128(decimals.apply(exact(one), exact(other)))
                    : special(doubles.apply(toDouble(one), toDouble(other)));
        }
        if (one instanceof Double || other instanceof Double) {
            return doubles.apply(one.doubleValue(), other.doubleValue());
        }
        try {
            long result = longs.apply(one.longValue(), other.longValue());
            boolean narrow = one instanceof Integer && other instanceof Integer && (int) result == result;
            return narrow ? (Number) (int) result : (Number) result;
        } catch (ArithmeticException e) {
            if (overflow == Overflow.REFUSED) {
                throw e;
            }
            return doubles.apply(one.doubleValue(), other.doubleValue());
        }
    }

    /** A double joins a decimal with its 15 significant digits, as MongoDB converts it. */
    public static BigDecimal exact(Number number) {
        return number instanceof Double value ? new BigDecimal(value, new MathContext(15)) : decimal(number);
    }

    static Decimal128 special(double value) {
        return Double.isNaN(value)
                ? Decimal128.NaN
                : value > 0 ? Decimal128.POSITIVE_INFINITY : Decimal128.NEGATIVE_INFINITY;
    }
}
