package io.shopcare.platform.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An amount in whole minor units of its currency (rules.md, Money). May be negative; calculations fail on overflow and
 * on mixed currencies rather than answer wrongly.
 *
 * @param minor    minor units, for example fen or cents
 * @param currency ISO 4217 code
 */
public record Money(long minor, String currency) implements Comparable<Money> {

    /** Whole units of a currency; an amount from outside that is larger is refused, so that no sum of such overflows. */
    public static final long MOST = 1_000_000_000;

    public Money {
        digits(currency);
    }

    /** Nothing, in a currency. */
    public static Money zero(String currency) {
        return new Money(0, currency);
    }

    /**
     * Reads the text form, for example {@code "1103.90"} and {@code "CNY"}.
     *
     * @throws IllegalArgumentException when it is no plain number, has more decimals than the currency, or is too large
     */
    public static Money of(String amount, String currency) {
        if (!amount.matches("-?\\d{1,15}(\\.\\d{1,4})?"))
            throw new IllegalArgumentException("no amount: " + amount);
        try {
            return new Money(new BigDecimal(amount).movePointRight(digits(currency)).longValueExact(), currency);
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("too many decimals for " + currency, e);
        }
    }

    /** The text form, with all decimals of the currency: {@code "1103.90"}. */
    public String text() {
        return BigDecimal.valueOf(minor, digits(currency)).toPlainString();
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(minor, same(other)), currency);
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(minor, same(other)), currency);
    }

    public Money times(long quantity) {
        return new Money(Math.multiplyExact(minor, quantity), currency);
    }

    /** A share in per cent, rounded half up to the minor unit. */
    public Money percent(BigDecimal percent) {
        var share = BigDecimal.valueOf(minor).multiply(percent).movePointLeft(2).setScale(0, RoundingMode.HALF_UP);
        return new Money(share.longValueExact(), currency);
    }

    /** Whether it is more than {@link #MOST}, in either direction. */
    public boolean isTooLarge() {
        return BigDecimal.valueOf(minor, digits(currency)).abs().compareTo(BigDecimal.valueOf(MOST)) > 0;
    }

    public boolean isZero() {
        return minor == 0;
    }

    public boolean isPositive() {
        return minor > 0;
    }

    public boolean isNegative() {
        return minor < 0;
    }

    /**
     * Splits by largest remainder: the parts are as the weights are and add up to this amount to the last unit. Equal
     * remainders are served in the order of the weights.
     *
     * @param weights not negative, not all zero
     */
    public List<Money> split(List<Long> weights) {
        long total = weights.stream().mapToLong(Long::longValue).reduce(0, Math::addExact);
        if (total <= 0 || weights.stream().anyMatch(weight -> weight < 0))
            throw new IllegalArgumentException("weights must not be negative, nor all zero");
        var whole = BigDecimal.valueOf(Math.abs(minor));
        var parts = new ArrayList<Long>();
        var remainders = new ArrayList<BigDecimal>();
        for (long weight : weights) {
            var division = whole.multiply(BigDecimal.valueOf(weight)).divideAndRemainder(BigDecimal.valueOf(total));
            parts.add(division[0].longValueExact());
            remainders.add(division[1]);
        }
        long left = Math.abs(minor) - parts.stream().mapToLong(Long::longValue).sum();
        IntStream.range(0, parts.size()).boxed()
                .sorted(Comparator.comparing((Integer i) -> remainders.get(i)).reversed())
                .limit(left)
                .forEach(i -> parts.set(i, parts.get(i) + 1));
        return parts.stream().map(part -> new Money(Long.signum(minor) * part, currency)).toList();
    }

    /** The sum, in a currency that also holds for no amounts at all. */
    public static Money sum(String currency, Collection<Money> amounts) {
        return amounts.stream().reduce(zero(currency), Money::plus);
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(minor, same(other));
    }

    @Override
    public String toString() {
        return text() + " " + currency;
    }

    private long same(Money other) {
        if (!currency.equals(other.currency))
            throw new IllegalArgumentException(currency + " is not " + other.currency);
        return other.minor;
    }

    private static int digits(String currency) {
        int digits = Currency.getInstance(currency).getDefaultFractionDigits();
        if (digits < 0)
            throw new IllegalArgumentException("not a currency to pay in: " + currency);
        return digits;
    }
}
