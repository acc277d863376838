package io.shopcare.mongo.values;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

import de.bwaldvogel.mongo.bson.Decimal128;

/**
 * A sum of numbers as MongoDB adds them up: whole numbers exactly, doubles with the lost bits kept (ten times 0.1 is 1),
 * decimals apart; of the widest type that was added, and a double when a long is too small.
 */
public final class Total {
    private BigInteger whole = BigInteger.ZERO;
    private BigDecimal decimal = BigDecimal.ZERO;
    private double sum;
    private double lost;
    private Kind widest = Kind.INT;
    private long count;

    public void add(Number number) {
        count++;
        widest = wider(widest, Kind.of(number));
        if (Numbers.isInteger(number)) {
            whole = whole.add(BigInteger.valueOf(number.longValue()));
        } else if (number instanceof Decimal128 && Double.isFinite(Numbers.toDouble(number))) {
            decimal = decimal.add(Numbers.decimal(number), MathContext.DECIMAL128);
        } else {
            addDouble(Numbers.toDouble(number));
        }
    }

    private void addDouble(double number) {
        double next = sum + number;
        if (Double.isFinite(next)) {
            lost += Math.abs(sum) >= Math.abs(number) ? sum - next + number : number - next + sum;
        }
        sum = next;
    }

    private static Kind wider(Kind one, Kind other) {
        if (one == Kind.DECIMAL || other == Kind.DECIMAL) {
            return Kind.DECIMAL;
        }
        if (one == Kind.DOUBLE || other == Kind.DOUBLE) {
            return Kind.DOUBLE;
        }
        return one == Kind.LONG || other == Kind.LONG ? Kind.LONG : Kind.INT;
    }

    public long count() {
        return count;
    }

    public Number result() {
        return switch (widest) {
            case DECIMAL -> Double.isFinite(sum) ? (Number) new Decimal128(exact()) : Numbers.special(sum);
            case DOUBLE -> (Number) asDouble();
            default -> integer();
        };
    }

    private Number integer() {
        if (whole.bitLength() > 63) {
            return whole.doubleValue();
        }
        long value = whole.longValue();
        boolean narrow = widest == Kind.INT && (int) value == value;
        return narrow ? (Number) (int) value : (Number) value;
    }

    private double asDouble() {
        if (!Double.isFinite(sum)) {
            return sum;
        }
        return whole.signum() == 0
                ? sum + lost
                : new BigDecimal(sum).add(new BigDecimal(lost)).add(new BigDecimal(whole)).doubleValue();
    }

    private BigDecimal exact() {
        BigDecimal doubles = sum + lost == 0.0 ? BigDecimal.ZERO : Numbers.exact(sum + lost);
        return decimal.add(doubles).add(new BigDecimal(whole), MathContext.DECIMAL128);
    }

    /** The mean: a decimal when a decimal was added, else a double. */
    public Number mean() {
        Number total = result();
        return total instanceof Decimal128 && Double.isFinite(Numbers.toDouble(total))
                ? new Decimal128(Numbers.decimal(total).divide(BigDecimal.valueOf(count), MathContext.DECIMAL128))
                : (Number) (Numbers.toDouble(total) / count);
    }
}
