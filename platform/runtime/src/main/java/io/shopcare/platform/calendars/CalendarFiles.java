package io.shopcare.platform.calendars;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import io.shopcare.platform.time.HolidayCalendar;

/** Calendars of the class path; a shop's own file of a jurisdiction goes beside the product's, under another name. */
public final class CalendarFiles {
    private static final String HOLIDAYS = "classpath*:calendars/holidays/*.yaml";
    private static final String HOURS = "classpath:calendars/business-hours.yaml";

    private final YAMLMapper yaml = YAMLMapper.builder().addModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();
    private final PathMatchingResourcePatternResolver resources = new PathMatchingResourcePatternResolver();

    /** Public holidays and make-up days by jurisdiction. */
    public Map<String, HolidayCalendar> holidays() {
        try {
            return Arrays.stream(resources.getResources(HOLIDAYS)).map(file -> read(file, HolidayCalendar.class))
                    .collect(Collectors.toMap(HolidayCalendar::jurisdiction, each -> each));
        } catch (IOException e) {
            throw new UncheckedIOException("holidays cannot be read", e);
        }
    }

    /** Hours of a shop that has stored none. */
    public BusinessHours standardHours() {
        return read(resources.getResource(HOURS), BusinessHours.class);
    }

    private <T> T read(Resource file, Class<T> type) {
        try (var in = file.getInputStream()) {
            return yaml.readValue(in, type);
        } catch (IOException e) {
            throw new UncheckedIOException("a calendar cannot be read: " + file, e);
        }
    }
}
