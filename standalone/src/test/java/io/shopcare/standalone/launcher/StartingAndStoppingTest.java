package io.shopcare.standalone.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class StartingAndStoppingTest {
    @TempDir
    private Path folder;
    private Stage stage;

    @BeforeEach
    void open() {
        stage = Stage.in(folder);
    }

    @AfterEach
    void leaveNothing() {
        stage.leaveNothing();
    }

    @Test
    void startsAProgramWhenThoseItNeedsAreReady() throws Exception {
        var broker = program("broker", Set.of());
        var order = program("order", Set.of("broker"));

        assertThat(up(List.of(order, broker))).isEmpty();

        assertThat(stage.shown()).containsSubsequence("broker      starting", "broker      ready",
                "order       starting",
                "order       ready");
        assertThat(new StatusTable(stage.notes(), stage.workspace(), stage.screen()).print(List.of(order, broker)))
                .isTrue();
    }

    @Test
    void tellsWhichProgramDied() throws Exception {
        var order = program("order", Set.of(), "dies");

        var failure = up(List.of(order)).orElseThrow();

        assertThat(failure.program()).isEqualTo(order);
        assertThat(failure.reason()).startsWith("ended with exit code ");
        assertThat(Folders.lastLines(stage.workspace().log("order"), 20)).contains("I have no database");
        assertThat(new StatusTable(stage.notes(), stage.workspace(), stage.screen()).print(List.of(order))).isFalse();
        assertThat(stage.shown()).contains("dead").contains("0 of 1 ready");
    }

    @Test
    void tellsWhichProgramIsNeverReady() throws Exception {
        var deaf = program("crm", Set.of());
        var never = new Program(deaf.name(), deaf.artefact(), deaf.needs(), deaf.ports(), new Readiness.LogLine(
                "never said", deaf.port()), deaf.command(), deaf.environment());

        var failure = new BringUp(List.of(never), stage.workspace(),
                new Processes(stage.workspace(), stage.notes(), Map.of()), stage.screen(), Duration
                        .ofMillis(300))
                .run();

        assertThat(failure.orElseThrow().reason()).startsWith("was not ready within");
    }

    @Test
    void stopsTheDoorFirstAndTheBrokerLast() throws Exception {
        up(List.of(program("broker", Set.of()), program("order", Set.of()), program("order-2", Set.of()),
                program("gateway", Set.of())));

        assertThat(new ShutDown(stage.notes(), stage.screen(), Duration.ofSeconds(20)).run()).isTrue();

        assertThat(stage.shown()).containsSubsequence("gateway     stopped", "order-2     stopped",
                "broker      stopped");
        assertThat(stage.notes().noted("broker")).isFalse();
        assertThat(new ShutDown(stage.notes(), stage.screen(), Duration.ZERO).run()).as("nothing is left").isFalse();
    }

    @Test
    void killsWhoDoesNotStopAndSaysSo() throws Exception {
        up(List.of(program("order", Set.of(), "stays")));
        ProcessHandle process = stage.notes().alive("order").orElseThrow();

        new ShutDown(stage.notes(), stage.screen(), Duration.ofSeconds(1)).run();

        assertThat(process.isAlive()).isFalse();
        assertThat(stage.shown()).contains("order       killed").contains("did not stop within 1 s");
    }

    @Test
    void startsNothingOnceItIsBrokenOff() throws Exception {
        var bringUp = new BringUp(List.of(program("order", Set.of())), stage.workspace(),
                new Processes(stage.workspace(), stage.notes(), Map.of()),
                stage.screen(), Duration.ofSeconds(20));
        bringUp.breakOff();
        var running = Thread.ofVirtual().start(() -> {
            try {
                bringUp.run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });

        assertThat(running.join(Duration.ofMillis(400))).isFalse();
        running.interrupt();
        running.join();
        assertThat(stage.notes().noted("order")).isFalse();
    }

    @Test
    void measuresWhatProgramsUse() throws Exception {
        up(List.of(program("order", Set.of())));

        Footprint footprint = Footprint.of(List.of(stage.notes().alive("order").orElseThrow()));

        assertThat(footprint.cpu()).isPositive();
        if (System.getProperty("os.name").equals("Linux")) {
            assertThat(footprint.residentKilobytes().orElseThrow()).isBetween(10_000L, 500_000L);
        } else {
            assertThat(footprint.residentText()).isEqualTo("not measured");
        }
    }

    private Program program(String name, Set<String> needs, String... manners) throws IOException {
        return FakeProgram.named(name, FakeProgram.freePort(), folder, needs, manners);
    }

    private Optional<BringUp.Failure> up(List<Program> programs) throws InterruptedException {
        return new BringUp(programs, stage.workspace(), new Processes(stage.workspace(), stage.notes(), Map.of()),
                stage.screen(),
                Duration.ofSeconds(60)).run();
    }
}
