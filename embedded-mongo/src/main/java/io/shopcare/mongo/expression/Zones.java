package io.shopcare.mongo.expression;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import io.shopcare.mongo.values.Code;
import io.shopcare.mongo.values.Kind;
import io.shopcare.mongo.values.Values;

/** Time zones and days of the week as operators name them. */
final class Zones {
    private Zones() {}

    static ZoneId of(String operator, @Nullable Object zone) {
        if (Values.isNullish(zone)) {
            return ZoneOffset.UTC;
        }
        if (!(zone instanceof String name)) {
            throw Code.location(40533, operator + " requires a string for the timezone argument, but was given a "
                    + Kind.nameOf(zone));
        }
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw Code.location(40485, "unrecognized time zone identifier: \"" + name + "\"");
        }
    }

    static DayOfWeek weekStart(String operator, @Nullable Object day) {
        if (Values.isNullish(day)) {
            return DayOfWeek.SUNDAY;
        }
        for (DayOfWeek candidate : DayOfWeek.values()) {
            String name = candidate.name().toLowerCase(Locale.ROOT);
            if (day instanceof String text
                    && (text.equalsIgnoreCase(name) || text.equalsIgnoreCase(name.substring(0, 3)))) {
                return candidate;
            }
        }
        throw Code.location(5439015,
                operator + " parameter 'startOfWeek' value cannot be recognized as a day of a week: "
                        + Values.show(day));
    }
}
