package io.shopcare.order.trade;

import org.jspecify.annotations.Nullable;

/**
 * Where and to whom the goods go. Personal data: never in events or logs.
 *
 * @param country      ISO 3166-1 alpha-2
 * @param divisionCode six-digit code of GB/T 2260; only in China
 * @param detail       road or village with the number
 * @param email        for service notices; null when the buyer gave none
 */
public record Address(String country, @Nullable String divisionCode, @Nullable String province, @Nullable String city,
        @Nullable String district, @Nullable String street, String detail, String name, String phone,
        @Nullable String email) {

    /** What may be told to anyone. */
    public Destination destination() {
        boolean coded = divisionCode != null && divisionCode.matches("\\d{6}");
        return new Destination(country, coded ? divisionCode : null);
    }

    /** Down to the district, the name by its first character, the phone by its ends (rules.md, Masking). */
    public Address masked() {
        return new Address(country, divisionCode, province, city, district, null, "***", first(name) + "**",
                phone.length() < 8
                        ? "****"
                        : phone.substring(0, phone.length() - 8) + "****" + phone.substring(phone.length() - 4),
                email == null ? null : first(email) + "***" + email.substring(Math.max(0, email.indexOf('@'))));
    }

    private static String first(String text) {
        return text.isEmpty() ? "" : text.substring(0, text.offsetByCodePoints(0, 1));
    }

    @Override
    public String toString() {
        return "Address[" + country + " " + divisionCode + "]";
    }
}
