package io.shopcare.mongo.expression;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.TextStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import de.bwaldvogel.mongo.exception.MongoServerError;
import org.jspecify.annotations.Nullable;

import io.shopcare.mongo.values.Code;

/** Dates to text and back, with MongoDB's format specifiers. */
final class DateText {
    private static final DateTimeFormatter ISO = DateTimeFormatter
            .ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter LENIENT_ISO = new DateTimeFormatterBuilder().parseCaseInsensitive()
            .appendPattern("uuuu-MM-dd[['T'][' ']HH:mm[:ss][.SSS][.SS][.S][' '][XXX][XX][X]]").toFormatter(Locale.ROOT);

    private DateText() {}

    static Map<String, Operator> operators() {
        Map<String, Operator> table = new HashMap<>();
        table.put("$dateToString",
                Operator.named(Set.of("date"), Set.of("format", "timezone", "onNull"), DateText::format));
        table.put("$dateFromString",
                Operator.named(Set.of("dateString"), Set.of("format", "timezone", "onError", "onNull"),
                        DateText::parse));
        return table;
    }

    static String iso(Instant date) {
        return ISO.format(date);
    }

    private static @Nullable Object format(Arguments arguments) {
        if (arguments.isNull("date")) {
            return arguments.get("onNull", null);
        }
        ZoneId zone = Zones.of("$dateToString", arguments.get("timezone"));
        boolean utc = zone.normalized().equals(ZoneOffset.UTC);
        String format = arguments.has("format") ? arguments.text("format") : "%Y-%m-%dT%H:%M:%S.%L" + (utc ? "Z" : "");
        ZonedDateTime date = DateParts.instant(arguments.get("date")).atZone(zone);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < format.length(); i++) {
            if (format.charAt(i) != '%') {
                text.append(format.charAt(i));
            } else if (++i == format.length()) {
                throw Code.location(18535, "Unmatched '%' at end of format string");
            } else {
                text.append(specifier(format.charAt(i), date));
            }
        }
        return text.toString();
    }

    private static String specifier(char specifier, ZonedDateTime date) {
        int offset = date.getOffset().getTotalSeconds() / 60;
        return switch (specifier) {
            case 'Y' -> padded(date.getYear(), 4);
            case 'G' -> padded(date.get(IsoFields.WEEK_BASED_YEAR), 4);
            case 'm' -> padded(date.getMonthValue(), 2);
            case 'd' -> padded(date.getDayOfMonth(), 2);
            case 'j' -> padded(date.getDayOfYear(), 3);
            case 'H' -> padded(date.getHour(), 2);
            case 'M' -> padded(date.getMinute(), 2);
            case 'S' -> padded(date.getSecond(), 2);
            case 'L' -> padded(date.get(ChronoField.MILLI_OF_SECOND), 3);
            case 'U' -> padded(DateParts.sundayWeek(date), 2);
            case 'V' -> padded(date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR), 2);
            case 'u' -> padded(date.getDayOfWeek().getValue(), 1);
            case 'w' -> padded(date.getDayOfWeek().getValue() % 7 + 1, 1);
            case 'b' -> date.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
            case 'B' -> date.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            case 'z' -> (offset < 0 ? "-" : "+") + padded(Math.abs(offset) / 60, 2) + padded(Math.abs(offset) % 60, 2);
            case 'Z' -> (offset < 0 ? "-" : "+") + padded(Math.abs(offset), 3);
            case '%' -> "%";
            default -> throw Code.location(18536, "Invalid format character '%" + specifier + "' in format string");
        };
    }

    private static String padded(int number, int width) {
        return String.format(Locale.ROOT, "%0" + width + "d", number);
    }

    private static @Nullable Object parse(Arguments arguments) {
        if (arguments.isNull("dateString")) {
            return arguments.get("onNull", null);
        }
        try {
            String text = arguments.text("dateString");
            ZoneId zone = Zones.of("$dateFromString", arguments.get("timezone"));
            DateTimeFormatter formatter = arguments.has("format") ? formatter(arguments.text("format")) : LENIENT_ISO;
            return parse(text, formatter, zone, arguments.has("timezone"));
        } catch (MongoServerError e) {
            if (arguments.has("onError") && e.getCode() == Code.CONVERSION_FAILURE.number()) {
                return arguments.get("onError");
            }
            throw e;
        }
    }

    static Instant parseIso(String text) {
        return parse(text, LENIENT_ISO, ZoneOffset.UTC, false);
    }

    private static Instant parse(String text, DateTimeFormatter formatter, ZoneId zone, boolean zoneGiven) {
        try {
            TemporalAccessor parsed = formatter.parse(text.strip());
            LocalDate day = parsed.query(TemporalQueries.localDate());
            LocalTime time = parsed.query(TemporalQueries.localTime());
            ZoneId own = parsed.query(TemporalQueries.zone());
            if (own != null && zoneGiven) {
                throw Code.CONVERSION_FAILURE
                        .error("you cannot pass in a date/time string with time zone information ('"
                                + text + "') together with a timezone argument");
            }
            return day.atTime(time == null ? LocalTime.MIDNIGHT : time).atZone(own == null ? zone : own).toInstant();
        } catch (DateTimeException e) {
            throw Code.CONVERSION_FAILURE.error("Error parsing date string '" + text + "'; " + e.getMessage());
        }
    }

    private static DateTimeFormatter formatter(String format) {
        DateTimeFormatterBuilder builder = new DateTimeFormatterBuilder().parseCaseInsensitive();
        for (int i = 0; i < format.length(); i++) {
            char c = format.charAt(i);
            if (c != '%' || ++i == format.length()) {
                builder.appendLiteral(c);
                continue;
            }
            switch (format.charAt(i)) {
                case 'Y' -> builder.appendValue(ChronoField.YEAR, 4);
                case 'm' -> builder.appendValue(ChronoField.MONTH_OF_YEAR, 2);
                case 'd' -> builder.appendValue(ChronoField.DAY_OF_MONTH, 2);
                case 'j' -> builder.appendValue(ChronoField.DAY_OF_YEAR, 3);
                case 'H' -> builder.appendValue(ChronoField.HOUR_OF_DAY, 2);
                case 'M' -> builder.appendValue(ChronoField.MINUTE_OF_HOUR, 2);
                case 'S' -> builder.appendValue(ChronoField.SECOND_OF_MINUTE, 2);
                case 'L' -> builder.appendValue(ChronoField.MILLI_OF_SECOND, 3);
                case 'b' -> builder.appendText(ChronoField.MONTH_OF_YEAR, TextStyle.SHORT);
                case 'B' -> builder.appendText(ChronoField.MONTH_OF_YEAR, TextStyle.FULL);
                case 'z' -> builder.appendPattern("[XXX][XX][X]");
                case '%' -> builder.appendLiteral('%');
                default -> throw Code.location(18536, "Invalid format character '%" + format.charAt(i)
                        + "' in format string");
            }
        }
        return builder.toFormatter(Locale.ENGLISH);
    }
}
