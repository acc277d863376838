package io.shopcare.mongo.index;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

import de.bwaldvogel.mongo.bson.Decimal128;

/**
 * Numbers of all types by value: the double nearest to it on the side of zero, and when that is not the value itself
 * (long integers past 2^53, decimals), the exact rest. NaN is less than all numbers.
 */
final class NumberKey {

    static final int REST_BELOW = 1;
    static final int EXACT = 2;
    private static final int REST_ABOVE = 3;
    private static final long EXACT_LONGS = 1L << 53;
    private static final BigDecimal GREATEST_DOUBLE = new BigDecimal(Double.MAX_VALUE);

    private NumberKey() {}

    static void write(KeyBytes out, Number number) {
        switch (number) {
            case Integer value -> exact(out, value);
            case Long value when value >= -EXACT_LONGS && value <= EXACT_LONGS -> exact(out, value);
            case Long value -> decimal(out, BigDecimal.valueOf(value));
            case Decimal128 value -> decimal128(out, value);
            default -> exact(out, number.doubleValue());
        }
    }

    private static void decimal128(KeyBytes out, Decimal128 value) {
        double special = special(value);
        if (Double.isFinite(special)) {
            decimal(out, value.toBigDecimal());
        } else {
            exact(out, special);
        }
    }

    private static double special(Decimal128 value) {
        return switch (value.toString()) {
            case "NaN" -> Double.NaN;
            case "Infinity" -> Double.POSITIVE_INFINITY;
            case "-Infinity" -> Double.NEGATIVE_INFINITY;
            default -> 0;
        };
    }

    private static void exact(KeyBytes out, double value) {
        writeDouble(out, value);
        out.write(EXACT);
    }

    private static void decimal(KeyBytes out, BigDecimal value) {
        double nearest = towardsZero(value);
        BigDecimal rest = value.subtract(new BigDecimal(nearest));
        writeDouble(out, nearest);
        switch (rest.signum()) {
            case 0 -> out.write(EXACT);
            case 1 -> {
                out.write(REST_ABOVE);
                positive(out, rest);
            }
            default -> {
                out.write(REST_BELOW);
                int start = out.size();
                positive(out, rest.negate());
                out.invert(start);
            }
        }
    }

    private static double towardsZero(BigDecimal value) {
        BigDecimal magnitude = value.abs();
        if (magnitude.compareTo(GREATEST_DOUBLE) >= 0) {
            return Math.copySign(Double.MAX_VALUE, value.signum());
        }
        double nearest = magnitude.round(new MathContext(40, RoundingMode.DOWN)).doubleValue();
        if (new BigDecimal(nearest).compareTo(magnitude) > 0) {
            nearest = Math.nextDown(nearest);
        }
        return value.signum() < 0 ? -nearest : nearest;
    }

    /** The power of ten of the first digit, then the digits. */
    private static void positive(KeyBytes out, BigDecimal value) {
        BigDecimal digits = value.stripTrailingZeros();
        out.writeInt((digits.precision() - digits.scale()) ^ Integer.MIN_VALUE);
        for (char digit : digits.unscaledValue().toString().toCharArray()) {
            out.write(digit - '0' + 1);
        }
        out.write(0);
    }

    private static void writeDouble(KeyBytes out, double value) {
        if (Double.isNaN(value)) {
            out.writeLong(0);
            return;
        }
        long bits = Double.doubleToRawLongBits(value == 0 ? 0.0 : value);
        out.writeLong(bits < 0 ? ~bits : bits ^ Long.MIN_VALUE);
    }
}
