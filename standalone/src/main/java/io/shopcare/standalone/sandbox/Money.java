package io.shopcare.standalone.sandbox;

import java.math.BigDecimal;
import java.util.Currency;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;

/** Whole minor units of a currency; on the wire {@code {"amount": "1103.90", "currency": "CNY"}}. */
record Money(@JsonIgnore long minor, Currency currency) {
    @JsonCreator
    static Money parse(@JsonProperty(value = "amount", required = true) String amount,
            @JsonProperty(value = "currency", required = true) String currency) {
        var unit = Currency.getInstance(currency);
        try {
            long minor = new BigDecimal(amount).movePointRight(unit.getDefaultFractionDigits()).longValueExact();
            if (minor <= 0) {
                throw new IllegalArgumentException("an amount asked for must be more than nothing: " + amount);
            }
            return new Money(minor, unit);
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("not an amount of " + currency + ": " + amount, e);
        }
    }

    Money with(long other) {
        return new Money(other, currency);
    }

    @JsonProperty("amount")
    String amountText() {
        return BigDecimal.valueOf(minor, currency.getDefaultFractionDigits()).toPlainString();
    }

    @JsonProperty("currency")
    String currencyCode() {
        return currency.getCurrencyCode();
    }
}
