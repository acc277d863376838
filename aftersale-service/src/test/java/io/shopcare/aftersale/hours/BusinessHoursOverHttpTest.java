package io.shopcare.aftersale.hours;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.shopcare.aftersale.AftersaleTest;
import io.shopcare.platform.testkit.services.TestPerson;

import static org.assertj.core.api.Assertions.assertThat;

/** A shop's hours by its own people; other tests use other shops. */
class BusinessHoursOverHttpTest extends AftersaleTest {
    private static final String HOURS = "/api/aftersale/business-hours?shop=";

    @Test
    @DisplayName("A10 a shop without hours of its own has the product's; a supervisor stores others, version by version")
    void storesVersions() {
        var boss = TestPerson.staff("zhu", "supervisor", "hours-1");
        assertThat(api.as(boss).get(HOURS + "hours-1").expect(200).at("/version")).isEqualTo("0");

        var stored = api.as(boss).put(HOURS + "hours-1", hours("09:00-21:00")).expect(200);
        assertThat(stored.at("/version")).isEqualTo("1");
        assertThat(stored.at("/hours/week/MONDAY/0")).isEqualTo("09:00-21:00");
        api.as(boss).put(HOURS + "hours-1", hours("08:00-24:00")).expect(200);

        var now = api.as(boss).get(HOURS + "hours-1").expect(200);
        assertThat(now.at("/version")).isEqualTo("2");
        assertThat(now.header("ETag")).isEqualTo("\"2\"");
        assertThat(api.as(boss).get("/api/aftersale/business-hours/versions?shop=hours-1").expect(200).json())
                .hasSize(2);
    }

    @Test
    @DisplayName("G6 who has seen an older version is told so")
    void refusesAStaleVersion() {
        var boss = TestPerson.staff("zhu", "supervisor", "hours-2");
        api.as(boss).put(HOURS + "hours-2", hours("09:00-21:00")).expect(200);

        api.as(boss).with("If-Match", "\"0\"").put(HOURS + "hours-2", hours("10:00-21:00")).expect(412);
        api.as(boss).with("If-Match", "\"1\"").put(HOURS + "hours-2", hours("10:00-21:00")).expect(200);
    }

    @Test
    void tellsWhatIsWrong() {
        var boss = TestPerson.staff("zhu", "supervisor", "hours-3");
        api.as(boss).put(HOURS + "hours-3", hours("21:00-09:00")).expect(400);
        api.as(boss).put(HOURS + "hours-3", Map.of("source", "", "jurisdiction", "CN", "closedOnHolidays", true, "week",
                Map.of("MONDAY", List.of("09:00-18:00")))).expect(400);
        api.as(boss).put(HOURS + "hours-3", Map.of("source", "x", "jurisdiction", "CN", "closedOnHolidays", true,
                "week", Map.of("MONDAY", List.of()))).expect(400);
        for (var missing : List.of("source", "jurisdiction", "week")) {
            var incomplete = new HashMap<>(hours("09:00-18:00"));
            incomplete.remove(missing);
            api.as(boss).put(HOURS + "hours-3", incomplete).expect(400);
        }
        for (var wrong : List.of("{\"MONDAY\":[null]}", "{\"MONDAY\":null}", "{\"SOMEDAY\":[\"09:00-18:00\"]}"))
            api.as(boss).put(HOURS + "hours-3", "{\"source\":\"x\",\"jurisdiction\":\"CN\","
                    + "\"closedOnHolidays\":true,\"week\":" + wrong + "}").expect(400);
        assertThat(api.as(boss).get(HOURS + "hours-3").expect(200).at("/version")).isEqualTo("0");
    }

    @Test
    void onlyTheShopsOwnPeopleSeeAndOnlyItsSupervisorsChange() {
        api.as(TestPerson.staff("zhu", "supervisor", "elsewhere")).get(HOURS + "hours-4").expect(404);
        api.as(TestPerson.staff("shu", "aftersales", "hours-4")).put(HOURS + "hours-4", hours("09:00-18:00"))
                .expect(403);
        api.as(TestPerson.buyer("lin", "hours-4")).get(HOURS + "hours-4").expect(403);
    }

    private static Map<String, Object> hours(String monday) {
        return Map.of("source", "works council of 1 November", "jurisdiction", "CN", "closedOnHolidays", true, "week",
                Map.of("MONDAY", List.of(monday), "TUESDAY", List.of("09:00-18:00")));
    }
}
