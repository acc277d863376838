package io.shopcare.mongo.expression;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;
import org.jspecify.annotations.Nullable;

import io.shopcare.mongo.values.Code;
import io.shopcare.mongo.values.Kind;
import io.shopcare.mongo.values.Numbers;
import io.shopcare.mongo.values.Values;

/** Year, week, hour and so on of a date in a zone, and dates made of them. */
final class DateParts {
    private static final Map<String, Function<ZonedDateTime, Number>> PARTS = Map.ofEntries(
            Map.entry("$year", ZonedDateTime::getYear), Map.entry("$month", ZonedDateTime::getMonthValue),
            Map.entry("$dayOfMonth", ZonedDateTime::getDayOfMonth),
            Map.entry("$dayOfYear", ZonedDateTime::getDayOfYear),
            Map.entry("$dayOfWeek", date -> date.getDayOfWeek().getValue() % 7 + 1),
            Map.entry("$isoDayOfWeek", date -> date.getDayOfWeek().getValue()),
            Map.entry("$isoWeek", date -> date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR)),
            Map.entry("$isoWeekYear", date -> (long) date.get(IsoFields.WEEK_BASED_YEAR)),
            Map.entry("$week", DateParts::sundayWeek), Map.entry("$hour", ZonedDateTime::getHour),
            Map.entry("$minute", ZonedDateTime::getMinute), Map.entry("$second", ZonedDateTime::getSecond),
            Map.entry("$millisecond", date -> date.get(ChronoField.MILLI_OF_SECOND)));

    private DateParts() {}

    static Map<String, Operator> operators() {
        Map<String, Operator> table = new HashMap<>();
        PARTS.forEach((name, part) -> table.put(name, of(part)));
        table.put("$dateToParts", Operator.named(Set.of("date"), Set.of("timezone", "iso8601"), DateParts::toParts));
        table.put("$dateFromParts", Operator.named(Set.of(), Set.of("year", "month", "day", "isoWeekYear", "isoWeek",
                "isoDayOfWeek", "hour", "minute", "second", "millisecond", "timezone"), DateParts::fromParts));
        return table;
    }

    /** Weeks begin on Sundays; the days before the first Sunday are week 0. */
    static int sundayWeek(ZonedDateTime date) {
        return (date.getDayOfYear() + 6 - date.getDayOfWeek().getValue() % 7) / 7;
    }

    private static Operator of(Function<ZonedDateTime, Number> part) {
        return (name, argument, names) -> {
            boolean withZone = argument instanceof Document document && document.containsKey("date");
            Document fields = withZone
                    ? Operator.fields(name, argument, Set.of("date"), Set.of("timezone"))
                    : new Document("date",
                            argument instanceof java.util.List<?> one && one.size() == 1 ? one.get(0) : argument);
            Expression date = Expression.parse(fields.get("date"), names);
            Expression zone = Expression.parse(fields.get("timezone"), names);
            return scope -> {
                Object value = date.evaluate(scope);
                return Values.isNullish(value)
                        ? null
                        : part.apply(instant(value).atZone(Zones.of(name, zone.evaluate(scope))));
            };
        };
    }

    static Instant instant(@Nullable Object value) {
        return switch (value) {
            case Instant date -> date;
            case BsonTimestamp timestamp -> Instant.ofEpochSecond(Integer.toUnsignedLong(timestamp.getTime()));
            case ObjectId id -> Instant.ofEpochSecond(Long.parseLong(id.getHexData().substring(0, 8), 16));
            case null, default ->
                throw Code.location(16006, "can't convert from BSON type " + Kind.nameOf(value) + " to Date");
        };
    }

    private static @Nullable Object toParts(Arguments arguments) {
        if (arguments.isNull("date")) {
            return null;
        }
        ZonedDateTime date = instant(arguments.get("date")).atZone(Zones.of("$dateToParts", arguments.get("timezone")));
        boolean iso = Values.isTrue(arguments.get("iso8601"));
        Document parts = iso
                ? new Document("isoWeekYear", date.get(IsoFields.WEEK_BASED_YEAR))
                        .append("isoWeek", date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR))
                        .append("isoDayOfWeek", date.getDayOfWeek().getValue())
                : new Document("year", date.getYear()).append("month", date.getMonthValue())
                        .append("day", date.getDayOfMonth());
        return parts.append("hour", date.getHour()).append("minute", date.getMinute())
                .append("second", date.getSecond())
                .append("millisecond", date.get(ChronoField.MILLI_OF_SECOND));
    }

    private static @Nullable Object fromParts(Arguments arguments) {
        boolean iso = arguments.has("isoWeekYear");
        if (!iso && !arguments.has("year")) {
            throw Code.location(40516, "$dateFromParts requires either 'year' or 'isoWeekYear' to be present");
        }
        for (String field : arguments.fields().keySet()) {
            if (arguments.isNull(field)) {
                return null;
            }
        }
        ZoneId zone = arguments.has("timezone")
                ? Zones.of("$dateFromParts", arguments.get("timezone"))
                : ZoneOffset.UTC;
        try {
            LocalDateTime day = iso
                    ? isoDay(arguments).atStartOfDay()
                    : LocalDate.of((int) part(arguments, "year", 0), 1, 1).plusMonths(part(arguments, "month", 1) - 1)
                            .plusDays(part(arguments, "day", 1) - 1).atStartOfDay();
            return day.plusHours(part(arguments, "hour", 0)).plusMinutes(part(arguments, "minute", 0))
                    .plusSeconds(part(arguments, "second", 0)).plusNanos(part(arguments, "millisecond", 0) * 1_000_000)
                    .atZone(zone).toInstant();
        } catch (DateTimeException e) {
            throw Code.location(40523, "$dateFromParts found a value out of range: " + e.getMessage());
        }
    }

    private static LocalDate isoDay(Arguments arguments) {
        return LocalDate.of((int) part(arguments, "isoWeekYear", 0), 1, 4).with(ChronoField.DAY_OF_WEEK, 1)
                .plusWeeks(part(arguments, "isoWeek", 1) - 1).plusDays(part(arguments, "isoDayOfWeek", 1) - 1);
    }

    private static long part(Arguments arguments, String field, long whenAbsent) {
        return Numbers.whole(arguments.get(field, whenAbsent)).orElseThrow(() -> Code.location(40515,
                "'" + field + "' must evaluate to an integer, found " + Values.show(arguments.get(field))));
    }
}
