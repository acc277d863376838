package io.shopcare.crm.rules;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Rules are read once, and a program with wrong ones does not start. */
class CrmRulesTest {

    @Test
    void shipsRulesWithVersionAndSource() {
        var rules = CrmRules.shipped();
        assertThat(rules.rfm().version()).isEqualTo("2026-11-01");
        assertThat(rules.rfm().source()).contains("[ours]");
        assertThat(rules.rfm().windowDays()).isEqualTo(365);
        assertThat(rules.lifecycle().source()).contains("[ours]");
    }

    @Test
    void refusesAFileWithAnUnknownRule() {
        assertRefused(shipped().replace("windowDays:", "windowWeeks:"));
    }

    @Test
    void refusesRulesWithoutAGroup() {
        assertRefused(shipped().replaceAll("(?m)^.*group: dormant.*$", ""));
    }

    @Test
    void refusesLimitsThatDoNotRise() {
        assertRefused(shipped().replace("[1, 2, 3, 5, 10]", "[1, 2, 2, 5, 10]"));
    }

    private static void assertRefused(String yaml) {
        assertThatThrownBy(() -> CrmRules.read(resource(yaml))).isInstanceOf(UncheckedIOException.class);
    }

    private static ByteArrayResource resource(String yaml) {
        return new ByteArrayResource(yaml.getBytes(StandardCharsets.UTF_8), "a file");
    }

    private static String shipped() {
        try {
            return new ClassPathResource("crm-rules.yaml").getContentAsString(StandardCharsets.UTF_8);
        } catch (java.io.IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
