package io.shopcare.mongo.expression;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;

import de.bwaldvogel.mongo.bson.Decimal128;
import org.jspecify.annotations.Nullable;

import io.shopcare.mongo.values.Code;
import io.shopcare.mongo.values.Kind;
import io.shopcare.mongo.values.Numbers;
import io.shopcare.mongo.values.Numbers.Overflow;
import io.shopcare.mongo.values.Total;
import io.shopcare.mongo.values.Values;

/** Numbers, and dates as milliseconds in {@code $add} and {@code $subtract}. */
final class Arithmetic {
    private Arithmetic() {}

    static Map<String, Operator> operators() {
        Map<String, Operator> table = new HashMap<>();
        table.put("$add", Operator.of(0, Operator.ANY, Arithmetic::add));
        table.put("$subtract", Operator.of(2, Arithmetic::subtract));
        table.put("$multiply", Operator.of(0, Operator.ANY, Arithmetic::multiply));
        table.put("$divide", Operator.of(2, Arithmetic::divide));
        table.put("$mod", Operator.of(2, Arithmetic::mod));
        table.put("$abs", Operator.of(1, o -> o.anyNull()
                ? null
                : Numbers.compare(o.number(0), 0) < 0 ? Numbers.subtract(0, o.number(0)) : o.number(0)));
        table.put("$ceil", Operator.of(1, o -> o.anyNull() ? null : round(o.number(0), 0, RoundingMode.CEILING)));
        table.put("$floor", Operator.of(1, o -> o.anyNull() ? null : round(o.number(0), 0, RoundingMode.FLOOR)));
        table.put("$round",
                Operator.of(1, 2, o -> o.anyNull() ? null : round(o.number(0), place(o), RoundingMode.HALF_EVEN)));
        table.put("$trunc",
                Operator.of(1, 2, o -> o.anyNull() ? null : round(o.number(0), place(o), RoundingMode.DOWN)));
        table.put("$pow", Operator.of(2, Arithmetic::pow));
        table.put("$sqrt", function(value -> notNegative(28714, "$sqrt", value, Math::sqrt)));
        table.put("$exp", function(Math::exp));
        table.put("$ln", function(value -> positive(28766, "$ln", value, Math::log)));
        table.put("$log10", function(value -> positive(28761, "$log10", value, Math::log10)));
        table.put("$log", Operator.of(2, o -> o.anyNull()
                ? null
                : Math.log(Numbers.toDouble(o.number(0))) / Math.log(Numbers.toDouble(o.number(1)))));
        Map.<String, DoubleUnaryOperator>of("$sin", Math::sin, "$cos", Math::cos, "$tan", Math::tan, "$asin",
                Math::asin,
                "$acos", Math::acos, "$atan", Math::atan, "$degreesToRadians", Math::toRadians, "$radiansToDegrees",
                Math::toDegrees).forEach((name, body) -> table.put(name, function(body)));
        table.put("$rand", Operator.of(0, 1, o -> Math.random()));
        return table;
    }

    private static Operator function(DoubleUnaryOperator body) {
        return Operator.of(1, o -> {
            if (o.anyNull()) {
                return null;
            }
            double result = body.applyAsDouble(Numbers.toDouble(o.number(0)));
            return o.number(0) instanceof Decimal128
                    ? new Decimal128(new BigDecimal(result, MathContext.DECIMAL64))
                    : (Number) result;
        });
    }

    private static double notNegative(int code, String name, double value, DoubleUnaryOperator body) {
        if (value < 0) {
            throw Code.location(code, name + "'s argument must be greater than or equal to 0");
        }
        return body.applyAsDouble(value);
    }

    private static double positive(int code, String name, double value, DoubleUnaryOperator body) {
        if (value <= 0) {
            throw Code.location(code, name + "'s argument must be a positive number, but is " + value);
        }
        return body.applyAsDouble(value);
    }

    private static @Nullable Object add(Operands operands) {
        if (operands.anyNull()) {
            return null;
        }
        Total total = new Total();
        boolean date = false;
        for (Object value : operands.values()) {
            if (value instanceof Instant && date) {
                throw Code.location(16612, "only one date allowed in an $add expression");
            }
            if (!(value instanceof Number) && !(value instanceof Instant)) {
                throw Code.TYPE_MISMATCH.error("$add only supports numeric or date types, not " + Kind.nameOf(value));
            }
            date = date || value instanceof Instant;
            total.add(value instanceof Instant instant ? (Number) instant.toEpochMilli() : (Number) value);
        }
        Number sum = total.result();
        return date ? Instant.ofEpochMilli(Math.round(Numbers.toDouble(sum))) : sum;
    }

    private static @Nullable Object subtract(Operands operands) {
        if (operands.anyNull()) {
            return null;
        }
        Object one = operands.get(0);
        Object other = operands.get(1);
        if (one instanceof Instant from && other instanceof Instant to) {
            return from.toEpochMilli() - to.toEpochMilli();
        }
        if (one instanceof Instant from && other instanceof Number millis) {
            return from.minusMillis(millis.longValue());
        }
        if (one instanceof Number left && other instanceof Number right) {
            return Numbers.subtract(left, right);
        }
        throw Code.TYPE_MISMATCH.error("can't $subtract " + Kind.nameOf(other) + " from " + Kind.nameOf(one));
    }

    private static @Nullable Object multiply(Operands operands) {
        if (operands.anyNull()) {
            return null;
        }
        Number product = 1;
        for (int i = 0; i < operands.size(); i++) {
            product = Numbers.multiply(product, operands.number(i), Overflow.TO_DOUBLE);
        }
        return product;
    }

    private static @Nullable Object divide(Operands operands) {
        if (operands.anyNull()) {
            return null;
        }
        Number one = operands.number(0);
        Number other = operands.number(1);
        if (Numbers.toDouble(other) == 0.0) {
            throw Code.BAD_VALUE.error("can't $divide by zero");
        }
        boolean decimal = one instanceof Decimal128 || other instanceof Decimal128;
        return decimal
                ? (Number) new Decimal128(Numbers.exact(one).divide(Numbers.exact(other), MathContext.DECIMAL128))
                : (Number) (one.doubleValue() / other.doubleValue());
    }

    private static @Nullable Object mod(Operands operands) {
        if (operands.anyNull()) {
            return null;
        }
        Number one = operands.number(0);
        Number other = operands.number(1);
        if (Numbers.toDouble(other) == 0.0) {
            throw Code.location(16610, "can't $mod by zero");
        }
        if (Numbers.isInteger(one) && Numbers.isInteger(other)) {
            long rest = one.longValue() % other.longValue();
            return one instanceof Integer && other instanceof Integer ? (Number) (int) rest : (Number) rest;
        }
        boolean decimal = one instanceof Decimal128 || other instanceof Decimal128;
        return decimal
                ? (Number) new Decimal128(Numbers.exact(one).remainder(Numbers.exact(other)))
                : (Number) (one.doubleValue() % other.doubleValue());
    }

    private static int place(Operands operands) {
        int place = operands.size() == 1 ? 0 : operands.integer(1, 51082);
        if (place < -20 || place > 100) {
            throw Code.location(51083, "cannot apply " + operands.operator() + " with precision value " + place
                    + " value must be in [-20, 100]");
        }
        return place;
    }

    static Number round(Number number, int place, RoundingMode mode) {
        if (!Double.isFinite(Numbers.toDouble(number)) || Numbers.isInteger(number) && place >= 0) {
            return number;
        }
        BigDecimal rounded = Numbers.decimal(number).setScale(place, mode);
        return switch (number) {
            case Decimal128 _ -> new Decimal128(place < 0 ? rounded.setScale(0) : rounded);
            case Double _ -> rounded.doubleValue();
            default -> narrowed(number, rounded);
        };
    }

    private static Number narrowed(Number original, BigDecimal rounded) {
        long value = rounded.longValue();
        return original instanceof Integer && (int) value == value ? (Number) (int) value : (Number) value;
    }

    private static @Nullable Object pow(Operands operands) {
        if (operands.anyNull()) {
            return null;
        }
        Number base = operands.number(0);
        Number exponent = operands.number(1);
        if (Numbers.toDouble(base) == 0.0 && Numbers.toDouble(exponent) < 0) {
            throw Code.location(28764, "$pow cannot take a base of 0 and a negative exponent");
        }
        double result = Math.pow(Numbers.toDouble(base), Numbers.toDouble(exponent));
        if (Numbers.isInteger(base) && Numbers.isInteger(exponent) && exponent.longValue() >= 0
                && Math.abs(result) < 0x1p63) {
            long exact = BigDecimal.valueOf(base.longValue()).pow(exponent.intValue()).longValue();
            boolean narrow = base instanceof Integer && exponent instanceof Integer && (int) exact == exact;
            return narrow ? (Number) (int) exact : (Number) exact;
        }
        boolean decimal = base instanceof Decimal128 || exponent instanceof Decimal128;
        return decimal && Values.isTrue(Double.isFinite(result))
                ? (Number) new Decimal128(new BigDecimal(result, MathContext.DECIMAL64))
                : (Number) result;
    }
}
