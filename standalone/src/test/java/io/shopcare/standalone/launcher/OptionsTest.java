package io.shopcare.standalone.launcher;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class OptionsTest {
    @Test
    void movesAllPortsTogether() {
        var ports = new Ports(Options.parse(List.of("up", "--port-offset", "100"), Map.of("SHOPCARE_PORT_OFFSET",
                "7")).portOffset());

        assertThat(List.of(ports.gateway(), ports.identity(), ports.broker(), ports.database(), ports.smtp()))
                .containsExactly(8180, 9100, 9192, 27117, 1125);
        assertThat(new Environment(ports, Scale.SINGLE).of("order", ports.service(Service.ORDER)))
                .containsEntry("SERVER_PORT",
                        "8182")
                .containsEntry("SPRING_DATA_MONGODB_URI", "mongodb://localhost:27117/order").containsEntry(
                        "SHOPCARE_SECURITY_ISSUER", "http://localhost:9100")
                .containsEntry(
                        "SPRING_KAFKA_BOOTSTRAP_SERVERS", "localhost:9192")
                .containsEntry(
                        "SHOPCARE_PRESALE_URL", "http://localhost:8181");
    }

    @Test
    void takesThePortOffsetFromTheEnvironment() {
        assertThat(Options.parse(List.of("status"), Map.of("SHOPCARE_PORT_OFFSET", "7")).portOffset()).isEqualTo(7);
    }

    @Test
    void takesHowManyOfEachAreWanted() {
        var scale = Options.parse(List.of("up", "--scale", "order-service=3", "-d", "--scale", "gateway=2"), Map.of())
                .scale();

        assertThat(scale.of("order")).isEqualTo(3);
        assertThat(scale.of("gateway")).isEqualTo(2);
        assertThat(scale.of("crm")).isEqualTo(1);
    }

    @Test
    void takesWhatToRestart() {
        var options = Options.parse(List.of("restart", "order-service-2", "--kill"), Map.of());

        assertThat(options.names()).containsExactly("order-service-2");
        assertThat(options.kill()).isTrue();
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThatThrownBy(() -> Options.parse(List.of("up", "--detatch"), Map.of())).isInstanceOf(
                UsageException.class).hasMessageContaining("--detatch");
        assertThatThrownBy(() -> Options.parse(List.of("up", "--port-offset", "x"), Map.of())).isInstanceOf(
                UsageException.class);
        assertThatThrownBy(() -> Options.parse(List.of("up", "order-service"), Map.of())).isInstanceOf(
                UsageException.class);
        assertThatThrownBy(() -> new Ports(70_000)).isInstanceOf(UsageException.class);
    }

    @Test
    void looksAroundUnlessItIsToldToWork() {
        assertThat(Options.parse(List.of("up"), Map.of()).mode()).isEqualTo(Mode.QUICK);
        assertThat(Options.parse(List.of("up", "--full"), Map.of()).mode()).isEqualTo(Mode.FULL);
        assertThat(Options.parse(List.of("up", "--train"), Map.of()).mode()).isEqualTo(Mode.TRAINING);
        assertThat(Options.parse(List.of("up"), Map.of("SHOPCARE_MODE", "full")).mode()).isEqualTo(Mode.FULL);
        assertThatThrownBy(() -> Options.parse(List.of("up"), Map.of("SHOPCARE_MODE", "fast"))).isInstanceOf(
                UsageException.class).hasMessageContaining("fast");
    }

    @Test
    void rehearsesOnlyWhereItMayBuild() {
        assertThat(Options.parse(List.of("up"), Map.of()).builds()).isTrue();
        assertThat(Options.parse(List.of("up"), Map.of("SHOPCARE_NO_BUILD", "true")).builds()).isFalse();
    }
}
