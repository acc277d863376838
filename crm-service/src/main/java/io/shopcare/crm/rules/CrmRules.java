package io.shopcare.crm.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;

import io.shopcare.crm.lifecycle.LifecycleRules;
import io.shopcare.crm.scoring.RfmRules;

/** All rules of this service. */
public record CrmRules(RfmRules rfm, LifecycleRules lifecycle) {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();

    /** Those that come with the program. */
    public static CrmRules shipped() {
        return read(new ClassPathResource("crm-rules.yaml"));
    }

    /** @throws UncheckedIOException naming what is wrong with the file; a program with wrong rules does not start */
    static CrmRules read(Resource file) {
        try (InputStream in = file.getInputStream()) {
            return YAML.readValue(in, CrmRules.class);
        } catch (IOException e) {
            throw new UncheckedIOException("rules can't be read from " + file.getDescription(), e);
        }
    }
}
