package io.shopcare.standalone.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class TrainingTest {
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
    void startsEveryProgramOnceAndStopsIt() throws Exception {
        var programs = List.of(program("broker"), program("order"), further(program("order-2")));
        var training = training(programs);
        assertThat(training.isDue()).isTrue();

        assertThat(training.run()).isEmpty();

        assertThat(stage.shown()).containsSubsequence("ready", "stopped", "rehearsed")
                .doesNotContain("order-2");
        assertThat(stage.notes().names()).as("nobody runs").isEmpty();
    }

    @Test
    void isNotDueForOneProgramThatChanged() throws Exception {
        var programs = List.of(program("broker"), program("order"), program("crm"));
        Files.createFile(programs.get(0).command().archive());
        assertThat(training(programs).isDue()).isTrue();
        Files.createFile(programs.get(1).command().archive());
        assertThat(training(programs).isDue()).isFalse();
    }

    @Test
    void saysWhoCouldNotStart() throws Exception {
        var training = training(List.of(FakeProgram.named("crm", FakeProgram.freePort(), folder, Set.of(), "dies")));

        assertThat(training.run().orElseThrow().reason()).startsWith("ended with exit code ");
    }

    private Training training(List<Program> programs) {
        return new Training(programs, stage.workspace(), stage.notes(), stage.screen(), Duration.ofSeconds(60),
                Duration.ofSeconds(60));
    }

    private Program program(String name) throws IOException {
        return FakeProgram.named(name, FakeProgram.freePort(), folder, Set.of());
    }

    private static Program further(Program program) {
        return new Program(program.name(), program.artefact(), program.needs(), program.ports(), program.readiness(),
                program.command().ofAFurtherInstance(), program.environment());
    }
}
