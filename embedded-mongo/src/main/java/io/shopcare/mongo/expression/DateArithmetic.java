package io.shopcare.mongo.expression;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.shopcare.mongo.values.Code;
import io.shopcare.mongo.values.Numbers;
import io.shopcare.mongo.values.Values;

/** {@code $dateTrunc}, {@code $dateDiff}, {@code $dateAdd} and {@code $dateSubtract}, in any zone. */
final class DateArithmetic {
    /** Bins are counted from here, in the zone of the operator. */
    private static final LocalDate REFERENCE = LocalDate.of(2000, 1, 1);

    private DateArithmetic() {}

    static Map<String, Operator> operators() {
        Map<String, Operator> table = new HashMap<>();
        table.put("$dateTrunc", Operator.named(Set.of("date", "unit"), Set.of("binSize", "timezone", "startOfWeek"),
                DateArithmetic::truncate));
        table.put("$dateDiff", Operator.named(Set.of("startDate", "endDate", "unit"), Set.of("timezone", "startOfWeek"),
                DateArithmetic::difference));
        table.put("$dateAdd", Operator.named(Set.of("startDate", "unit", "amount"), Set.of("timezone"),
                arguments -> shift(arguments, 1)));
        table.put("$dateSubtract", Operator.named(Set.of("startDate", "unit", "amount"), Set.of("timezone"),
                arguments -> shift(arguments, -1)));
        return table;
    }

    private static @Nullable Object truncate(Arguments arguments) {
        if (anyNull(arguments)) {
            return null;
        }
        DateUnit unit = DateUnit.of("$dateTrunc", arguments.get("unit"));
        long bin = Numbers.whole(arguments.get("binSize", 1)).filter(size -> size > 0).orElseThrow(
                () -> Code.location(5439018, "$dateTrunc requires 'binSize' to be greater than 0, but got value "
                        + Values.show(arguments.get("binSize"))));
        ZoneId zone = Zones.of("$dateTrunc", arguments.get("timezone"));
        Instant date = DateParts.instant(arguments.get("date"));
        if (unit.isClockTime()) {
            long origin = REFERENCE.atStartOfDay(zone).toInstant().toEpochMilli();
            long size = Math.multiplyExact(unit.millis(), bin);
            return Instant.ofEpochMilli(origin + Math.floorDiv(date.toEpochMilli() - origin, size) * size);
        }
        LocalDate day = date.atZone(zone).toLocalDate();
        LocalDate origin = unit == DateUnit.WEEK
                ? REFERENCE
                        .with(TemporalAdjusters.nextOrSame(Zones.weekStart("$dateTrunc", arguments.get("startOfWeek"))))
                : REFERENCE;
        long passed = between(unit, origin, day);
        long start = Math.floorDiv(passed, bin) * bin;
        return origin.plus(start * unit.factor(), unit.unit()).atStartOfDay(zone).toInstant();
    }

    /** Whole units from the origin to the day, rounded down; the origin is the first day of its month and year. */
    private static long between(DateUnit unit, LocalDate origin, LocalDate day) {
        return switch (unit) {
            case YEAR -> day.getYear() - origin.getYear();
            case QUARTER, MONTH ->
                Math.floorDiv(months(day.atStartOfDay()) - months(origin.atStartOfDay()), unit.factor());
            case WEEK -> Math.floorDiv(ChronoUnit.DAYS.between(origin, day), 7);
            default -> ChronoUnit.DAYS.between(origin, day);
        };
    }

    private static long months(LocalDateTime date) {
        return date.getYear() * 12L + date.getMonthValue() - 1;
    }

    /** How many boundaries of the unit lie between the two dates. */
    private static @Nullable Object difference(Arguments arguments) {
        if (anyNull(arguments)) {
            return null;
        }
        DateUnit unit = DateUnit.of("$dateDiff", arguments.get("unit"));
        ZoneId zone = Zones.of("$dateDiff", arguments.get("timezone"));
        ZonedDateTime start = DateParts.instant(arguments.get("startDate")).atZone(zone);
        ZonedDateTime end = DateParts.instant(arguments.get("endDate")).atZone(zone);
        return switch (unit) {
            case YEAR -> (long) end.getYear() - start.getYear();
            case QUARTER ->
                Math.floorDiv(months(end.toLocalDateTime()), 3) - Math.floorDiv(months(start.toLocalDateTime()), 3);
            case MONTH -> months(end.toLocalDateTime()) - months(start.toLocalDateTime());
            case WEEK -> {
                DayOfWeek first = Zones.weekStart("$dateDiff", arguments.get("startOfWeek"));
                yield ChronoUnit.DAYS.between(weekOf(start, first), weekOf(end, first)) / 7;
            }
            case DAY -> ChronoUnit.DAYS.between(start.toLocalDate(), end.toLocalDate());
            case HOUR, MINUTE, SECOND, MILLISECOND -> units(end, unit) - units(start, unit);
        };
    }

    private static LocalDate weekOf(ZonedDateTime date, DayOfWeek first) {
        return date.toLocalDate().with(TemporalAdjusters.previousOrSame(first));
    }

    /** Boundaries of hours follow zones with an offset of half an hour, but not the jumps of summer time. */
    private static long units(ZonedDateTime date, DateUnit unit) {
        long offset = date.getOffset().getTotalSeconds() * 1000L % unit.millis();
        return Math.floorDiv(date.toInstant().toEpochMilli() + offset, unit.millis());
    }

    private static @Nullable Object shift(Arguments arguments, int sign) {
        if (anyNull(arguments)) {
            return null;
        }
        String operator = arguments.operator();
        DateUnit unit = DateUnit.of(operator, arguments.get("unit"));
        long amount = sign * unit.factor() * Numbers.whole(arguments.get("amount")).orElseThrow(
                () -> Code.location(5166405, operator + " expects integer amount of time units"));
        Instant start = DateParts.instant(arguments.get("startDate"));
        return unit.isClockTime()
                ? start.plus(amount, unit.unit())
                : start.atZone(Zones.of(operator, arguments.get("timezone"))).plus(amount, unit.unit()).toInstant();
    }

    private static boolean anyNull(Arguments arguments) {
        return arguments.fields().keySet().stream().anyMatch(arguments::isNull);
    }
}
