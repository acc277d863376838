package io.shopcare.acceptance;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("G9: what dashboards and alerts ask for")
class TheDashboardsTest {
    private static final String PAGE = """
            # HELP shopcare_orders orders under way
            # TYPE shopcare_orders gauge
            shopcare_orders{application="order-service",state="auditing"} 3.0
            process_cpu_usage 0.25
            http_server_requests_seconds_bucket{method="GET",uri="/api/{id}",le="+Inf"} 12
            """;

    @Test
    void readsExpressions() {
        assertThat(Asked
                .by("histogram_quantile(0.99, sum by (program, le) (rate(took_bucket{program=~\"$program\"}[5m])))"))
                .containsExactly(new Asked("took_bucket", Set.of("le"), Map.of()));
        assertThat(Asked.by("sum(increase(a_total{answer=\"held\",status=~\"5..\"}[1h])) / clamp_min(sum(b), 1) < 0.5"
                + " and max by (state) (c) > 20")).containsExactly(
                        new Asked("a_total", Set.of("answer", "status", "state"), Map.of("answer", "held")),
                        new Asked("b", Set.of("state"), Map.of()), new Asked("c", Set.of("state"), Map.of()));
    }

    @Test
    void findsWhatIsOnAPageAndWhatIsNot() {
        var asked = List.of("shopcare_orders{state=\"auditing\"}", "process_cpu_usage",
                "http_server_requests_seconds_bucket{uri=~\"/api.*\"}", "up{job=\"shopcare\"}",
                "shopcare_order", "sum by (shop) (shopcare_orders)", "shopcare_orders{state=\"audited\"}").stream()
                .flatMap(expression -> Asked.by(expression).stream()).toList();

        assertThat(new Dashboards(asked).unanswered(List.of(PAGE, ""))).containsExactly(
                new Asked("shopcare_order", Set.of(), Map.of()),
                new Asked("shopcare_orders", Set.of("shop"), Map.of()),
                new Asked("shopcare_orders", Set.of("state"), Map.of("state", "audited")));
    }

    @Test
    void readsAllFiles() throws IOException {
        assertThat(Dashboards.in(Path.of("..", "deploy")).asked()).extracting(Asked::metric).contains("up",
                "shopcare_deadlines_oldest_seconds", "shopcare_presale_sockets", "jvm_gc_pause_seconds_sum")
                .hasSizeGreaterThan(30);
    }
}
