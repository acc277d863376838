package io.shopcare.crm.buyers;

import org.jspecify.annotations.Nullable;

/**
 * Where somebody has goods sent, no closer than the city.
 *
 * @param country ISO 3166-1 alpha-2
 * @param city    division code (GB/T 2260) of the city, only in China
 */
public record Region(String country, @Nullable String city) {
    private static final String DIVISION = "\\d{6}";
    private static final int DIGITS_OF_THE_CITY = 4;

    /** Drops the district of a division code: a region is for greeting and counting, not for finding a door. */
    public static Region of(String country, @Nullable String division) {
        if (division == null || !division.matches(DIVISION))
            return new Region(country, null);
        return new Region(country, division.substring(0, DIGITS_OF_THE_CITY) + "00");
    }
}
