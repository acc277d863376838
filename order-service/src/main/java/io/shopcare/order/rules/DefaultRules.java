package io.shopcare.order.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import org.springframework.core.io.Resource;

import io.shopcare.platform.json.MoneyJson;

/**
 * The rules of shops that have made no choice of their own.
 *
 * @param version raised with every change
 * @param source  whose they are
 * @param rules   by name; those it does not name are off
 */
public record DefaultRules(String version, String source, Map<String, RuleSetting> rules) {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .addModule(MoneyJson.module())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    public DefaultRules {
        rules = Map.copyOf(rules);
    }

    /** As audits name it: {@code default-3}. */
    public String name() {
        return "default-" + version;
    }

    /** @throws UncheckedIOException naming what is wrong with the file; a program with wrong rules does not start */
    static <T> T read(Resource file, Class<T> type) {
        try (InputStream in = file.getInputStream()) {
            return YAML.readValue(in, type);
        } catch (IOException e) {
            throw new UncheckedIOException("rules can't be read from " + file.getDescription(), e);
        }
    }
}
