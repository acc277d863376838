package io.shopcare.order.trade;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * The invoice that the buyer wants (发票). Personal data: never in events or logs.
 *
 * @param title     in whose name (抬头)
 * @param taxNumber of the company (税号); null when none was given
 */
public record Invoice(Kind kind, String title, @Nullable String taxNumber) {

    /** Whose invoice it is. */
    public enum Kind {
        PERSONAL, COMPANY,
        /** A platform's sheet brings a title and does not say whose it is. */
        UNSTATED;

        /** As stored and told. */
        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The title by its first character, the number by its ends (rules.md, Masking). */
    public Invoice masked() {
        return new Invoice(kind, title.isEmpty() ? "" : title.substring(0, title.offsetByCodePoints(0, 1)) + "**",
                taxNumber == null
                        ? null
                        : taxNumber.length() < 5
                                ? "****"
                                : taxNumber.charAt(0) + "****" + taxNumber.substring(taxNumber.length() - 2));
    }

    @Override
    public String toString() {
        return "Invoice[" + kind + "]";
    }
}
