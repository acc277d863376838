package io.shopcare.platform.telemetry;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Personal data that reaches a log line is masked in it. */
@DisplayName("G9 logs without personal data")
class MaskedLogsTest {

    @ParameterizedTest
    @CsvSource({"call 13812345678 now,call 138****5678 now", "+86 13812345678,+86 138****5678",
            "to lin.mei@example.com,to l***@example.com",
            "order 01a1c327-d510-73ee-8b7e-96e59ce40f9c,order 01a1c327-d510-73ee-8b7e-96e59ce40f9c",
            "2026-11-10T01:52:10Z took 1381234567 ns,2026-11-10T01:52:10Z took 1381234567 ns"})
    void masksPhonesAndAddressesAndNothingElse(String line, String masked) {
        assertThat(MaskedLogs.mask(line)).isEqualTo(masked);
    }
}
