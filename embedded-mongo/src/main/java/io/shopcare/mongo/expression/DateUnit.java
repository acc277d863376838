package io.shopcare.mongo.expression;

import java.time.temporal.ChronoUnit;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import io.shopcare.mongo.values.Code;
import io.shopcare.mongo.values.Values;

/** The units of date arithmetic. */
enum DateUnit {
    MILLISECOND(ChronoUnit.MILLIS, 1), SECOND(ChronoUnit.SECONDS, 1), MINUTE(ChronoUnit.MINUTES, 1),
    HOUR(ChronoUnit.HOURS, 1), DAY(ChronoUnit.DAYS, 1), WEEK(ChronoUnit.WEEKS, 1), MONTH(ChronoUnit.MONTHS, 1),
    QUARTER(ChronoUnit.MONTHS, 3), YEAR(ChronoUnit.YEARS, 1);

    private final ChronoUnit unit;
    private final int factor;

    DateUnit(ChronoUnit unit, int factor) {
        this.unit = unit;
        this.factor = factor;
    }

    ChronoUnit unit() {
        return unit;
    }

    int factor() {
        return factor;
    }

    /** Hours and smaller are lengths of time; days and larger are dates of a calendar in a zone. */
    boolean isClockTime() {
        return compareTo(DAY) < 0;
    }

    long millis() {
        return unit.getDuration().toMillis();
    }

    static DateUnit of(String operator, @Nullable Object name) {
        for (DateUnit unit : values()) {
            if (unit.name().toLowerCase(Locale.ROOT).equals(name)) {
                return unit;
            }
        }
        throw Code.FAILED_TO_PARSE.error(operator + " parameter 'unit' value cannot be recognized as a time unit: "
                + Values.show(name));
    }
}
