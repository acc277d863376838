package io.shopcare.standalone.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("docker-compose.yml tells the programs what the local stack tells them")
class TheComposeFileTest {
    /** Of a laptop alone, or said by the image. */
    private static final Set<String> NOT_OF_COMPOSE = Set.of("SERVER_ADDRESS", "SERVER_PORT", "MALLOC_ARENA_MAX",
            "SHOPCARE_PLATFORM_EVENTS_CONCURRENCY");
    private static Map<String, Map<String, Object>> services;

    @BeforeAll
    static void read() throws IOException {
        try (var file = Files.newBufferedReader(Path.of("..", "docker-compose.yml"))) {
            services = new Yaml().<Map<String, Map<String, Map<String, Object>>>>load(file).get("services");
        }
    }

    @Test
    @DisplayName("every address and secret, so that nobody asks a neighbour at localhost")
    void tellsEverything() {
        for (var service : Service.values())
            assertThat(told(service.module())).as(service.module()).containsAll(locally(service.shortName()));
        var gateway = locally(Blueprint.GATEWAY);
        gateway.remove("SPRING_DATA_MONGODB_URI"); // it keeps nothing
        assertThat(told(Blueprint.GATEWAY)).containsAll(gateway);
    }

    @Test
    void runsAllOfThemWithoutRights() {
        var programs = Stream.concat(Stream.of(Blueprint.GATEWAY, Blueprint.PARTNERS), Stream.of(Service.values()).map(
                Service::module));
        assertThat(programs).allSatisfy(program -> assertThat(services.get(program)).as(program)
                .containsEntry("read_only", true).containsKeys("mem_limit", "cap_drop", "tmpfs", "security_opt"));
    }

    private static Set<String> locally(String program) {
        var names = new HashSet<>(new Environment(new Ports(0), Scale.SINGLE).of(program, 1).keySet());
        names.removeAll(NOT_OF_COMPOSE);
        // addresses of services: the gateway has a map of its own
        names.removeIf(name -> program.equals(Blueprint.GATEWAY)
                ? name.matches("SHOPCARE_[A-Z]+_URL") && !name.equals("SHOPCARE_GATEWAY_URL")
                : name.startsWith("SHOPCARE_GATEWAY_SERVICES_"));
        return names;
    }

    private static Set<String> told(String service) {
        return ((Map<?, ?>) services.get(service).get("environment")).keySet().stream().map(Object::toString)
                .collect(Collectors.toSet());
    }
}
