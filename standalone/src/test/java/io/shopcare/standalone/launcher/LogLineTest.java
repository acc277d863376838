package io.shopcare.standalone.launcher;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LogLineTest {
    @Test
    void showsWhatAServiceSaid() {
        String raw = "{\"@timestamp\":\"2026-11-22T06:47:33.017450682Z\",\"@version\":\"1\",\"message\":\"FAILED\\nNo \\\"bean\\\"\","
                + "\"logger_name\":\"x.Y\",\"thread_name\":\"main\",\"level\":\"ERROR\",\"level_value\":40000}";

        assertThat(new LogLine(raw).readable()).isEqualTo("06:47:33 ERROR FAILED\n    No \"bean\"");
    }

    @Test
    void leavesOtherLinesAsTheyAre() {
        assertThat(new LogLine("I have no database").readable()).isEqualTo("I have no database");
    }
}
