package io.shopcare.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

/** What Grafana's dashboards and Prometheus' alerts ask the programs for. */
record Dashboards(List<Asked> asked) {
    /** Written by Prometheus about its own questions. */
    private static final String PROMETHEUS_OWN = "up";

    /** @param deploy the folder of that name */
    static Dashboards in(Path deploy) throws IOException {
        var files = new ArrayList<>(List.of(deploy.resolve("prometheus/alerts.yml")));
        try (var dashboards = Files.list(deploy.resolve("grafana/dashboards"))) {
            dashboards.filter(file -> file.toString().endsWith(".json")).forEach(files::add);
        }
        var asked = new ArrayList<Asked>();
        for (Path file : files) // JSON is YAML
            new YAMLMapper().readTree(file.toFile()).findValuesAsText("expr").forEach(
                    expression -> asked.addAll(Asked.by(expression)));
        return new Dashboards(List.copyOf(asked));
    }

    /** What none of these pages has an answer to: a panel that stays empty, an alert that never rings. */
    List<Asked> unanswered(Collection<String> pages) {
        var series = pages.stream().flatMap(page -> Series.on(page).stream()).toList();
        return asked.stream().filter(one -> !one.metric().equals(PROMETHEUS_OWN))
                .filter(one -> series.stream().noneMatch(one::isAnsweredBy)).distinct().toList();
    }
}
