package io.shopcare.gateway;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.bucket4j.ConsumptionProbe;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.shopcare.gateway.LimitSettings.Rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Rates that all instances of the gateway count together, in a real Redis where this machine has one. */
class SharedRatesTest {
    private static final Rate TEN = new Rate(1, 10);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    @TempDir
    private static Path folder;
    private static int port;

    @BeforeAll
    static void choosePort() throws IOException {
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
    }

    @Test
    @DisplayName("G4 two instances of the gateway give a client no more than one; each counts for itself while Redis is away")
    void countsTogether() throws Exception {
        var server = server();
        assumeTrue(server != null,
                "not run: there is no redis-server on this machine (Debian: apt install redis-server)");
        try (var one = rates(); var other = rates()) {
            assertLetIn(one, other);
            assertThat(take(other, "person tom").getRemainingTokens()).isEqualTo(9);
            server.destroyForcibly().onExit().join();
            assertLetIn(one, one);
        } finally {
            server.destroyForcibly().onExit().join();
        }
    }

    @Test
    @DisplayName("G4 a Redis that is not there holds nobody up, and lets nobody in for nothing")
    void goesOnWithout() {
        try (var alone = new SharedRates(URI.create("redis://localhost:1"), PATIENCE, new OwnRates(10))) {
            assertLetIn(alone, alone);
        }
    }

    /** Ten at once, and one more for each second that it took. */
    private static void assertLetIn(Rates one, Rates other) {
        long from = System.nanoTime();
        long let = IntStream.range(0, 20).filter(i -> take(i % 2 == 0 ? one : other, "person lin").isConsumed())
                .count();
        long seconds = Duration.ofNanos(System.nanoTime() - from).toSeconds() + 1;
        assertThat(let).as("of twenty, in %s s", seconds).isBetween(10L, Math.min(19, 10 + seconds));
    }

    private static SharedRates rates() {
        return new SharedRates(URI.create("redis://localhost:" + port), PATIENCE, new OwnRates(10));
    }

    private static ConsumptionProbe take(Rates rates, String client) {
        return rates.take("order", client, TEN).blockOptional(Duration.ofSeconds(10)).orElseThrow();
    }

    private static @Nullable Process server() throws IOException {
        var program = Stream.of(System.getenv("PATH").split(":")).map(Path::of)
                .map(path -> path.resolve("redis-server")).filter(Files::isExecutable).findFirst();
        if (program.isEmpty())
            return null;
        var process = new ProcessBuilder(List.of(program.get().toString(), "--port", Integer.toString(port), "--bind",
                "127.0.0.1", "--save", "", "--dir", folder.toString())).redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile()).start();
        await().atMost(Duration.ofSeconds(20)).until(SharedRatesTest::answers);
        return process;
    }

    private static boolean answers() {
        try (var _ = new Socket("127.0.0.1", port)) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
