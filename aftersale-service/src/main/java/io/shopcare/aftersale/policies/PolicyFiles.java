package io.shopcare.aftersale.policies;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import io.shopcare.platform.calendars.CalendarFiles;

/** Reads the packs of the class path, and the platform's calendars. A field that no rule has stops the start. */
public final class PolicyFiles {
    private static final String PACKS = "classpath*:policies/packs/*.yaml";

    private final YAMLMapper yaml = YAMLMapper.builder().addModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES).build();

    /** The book of all files. */
    public PolicyBook read() {
        return new PolicyBook(all(PACKS, PolicyPack.class), List.copyOf(new CalendarFiles().holidays().values()));
    }

    private <T> List<T> all(String pattern, Class<T> type) {
        try {
            var found = new ArrayList<T>();
            for (var file : new PathMatchingResourcePatternResolver().getResources(pattern))
                try (var in = file.getInputStream()) {
                    found.add(yaml.readValue(in, type));
                }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException("a policy file cannot be read", e);
        }
    }
}
