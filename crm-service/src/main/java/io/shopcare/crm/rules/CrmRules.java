package io.shopcare.crm.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;

import io.shopcare.crm.lifecycle.LifecycleRules;
import io.shopcare.crm.risk.RiskRules;
import io.shopcare.crm.scoring.RfmRules;

/**
 * All rules of this service.
 *
 * @param blacklist those that come with the program where another file says nothing of it
 */
public record CrmRules(RfmRules rfm, LifecycleRules lifecycle, RiskRules blacklist) {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();

    /** Those that come with the program. */
    public static CrmRules shipped() {
        return read(new ClassPathResource("crm-rules.yaml"));
    }

    /** @throws UncheckedIOException naming what is wrong with the file; a program with wrong rules does not start */
    static CrmRules read(Resource file) {
        try (InputStream in = file.getInputStream()) {
            var rules = YAML.readValue(in, CrmRules.class);
            return rules.blacklist() == null // in files of before
                    ? new CrmRules(rules.rfm(), rules.lifecycle(), shipped().blacklist())
                    : rules;
        } catch (IOException e) {
            throw new UncheckedIOException("rules can't be read from " + file.getDescription(), e);
        }
    }
}
