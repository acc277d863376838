package io.shopcare.standalone.launcher;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RestartingTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path folder;
    private Workspace workspace;
    private RunNotes notes;
    private Program order;
    private BringUp watched;
    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private final Screen screen = new Screen(new PrintStream(shown, true, StandardCharsets.UTF_8), false);

    @BeforeEach
    void up() throws Exception {
        workspace = new Workspace(folder, folder.resolve(".shopcare"));
        notes = new RunNotes(workspace.runFiles());
        order = FakeProgram.named("order-2", FakeProgram.freePort(), folder, Set.of("broker"));
        watched = new BringUp(List.of(FakeProgram.named("broker", FakeProgram.freePort(), folder, Set.of()), order),
                workspace, new Processes(workspace, notes, Map.of()), screen, PATIENCE);
        new StackNote(workspace).write(Scale.SINGLE, Mode.QUICK, Map.of("SHOPCARE_GREETING", "good morning"));
        assertThat(watched.run()).isEmpty();
    }

    @AfterEach
    void leaveNothing() {
        new ShutDown(notes, screen, Duration.ZERO).run();
    }

    @Test
    void endsOneProgramAndStartsItAgain() throws Exception {
        var before = notes.alive("order-2").orElseThrow();
        var broker = notes.alive("broker");

        assertThat(restart("order-service-2", false)).isZero();

        assertThat(notes.alive("order-2")).isPresent().isNotEqualTo(before);
        assertThat(before.isAlive()).isFalse();
        assertThat(notes.alive("broker")).isEqualTo(broker);
        assertThat(shown()).containsSubsequence("order-2     ready", "order-2     stopped", "order-2     starting",
                "order-2     ready");
    }

    @Test
    void killsItWhereThatIsAskedFor() throws Exception {
        assertThat(restart("order-2", true)).isZero();

        assertThat(shown()).contains("order-2     killed").doesNotContain("order-2     stopped");
        assertThat(notes.alive("order-2")).isPresent();
    }

    @Test
    void startsWhatHasDied() throws Exception {
        kill("order-2");

        assertThat(restart("order-2", false)).isZero();

        assertThat(notes.alive("order-2")).isPresent();
    }

    @Test
    void isNoFailureForWhoWatchesTheStack() throws Exception {
        assertThat(watched.ended()).isEmpty();
        notes.write(RunNotes.restartOf("order-2"), ProcessHandle.current());
        kill("order-2");
        assertThat(watched.ended()).as("while it is restarted").isEmpty();
        notes.remove(RunNotes.restartOf("order-2"));
        assertThat(watched.ended().orElseThrow().reason()).as("when it just died").contains("exit code");

        restart("order-2", false);

        assertThat(watched.ended()).as("when it is back").isEmpty();
        kill("order-2");
        assertThat(watched.ended().orElseThrow().reason()).isEqualTo("ended after its restart");
    }

    @Test
    void isEndedByWhoStopsTheStack() throws Exception {
        var restarting = new ProcessBuilder("sleep", "60").start();
        notes.write(RunNotes.restartOf("order-2"), restarting.toHandle());

        new ShutDown(notes, screen, PATIENCE).run();

        assertThat(restarting.waitFor()).isNotZero();
        assertThat(notes.names()).isEmpty();
    }

    @Test
    void keepsTheSettingsAndTheWordsOfBefore() throws Exception {
        restart("order-2", true);
        restart("order-2", true);

        assertThat(Files.readString(workspace.log("order-2.previous"))).containsSubsequence("ready", "ready");
        assertThat(Files.readString(workspace.log("order-2"))).contains("good morning");
    }

    @Test
    void refusesWhatItCannotRestart() {
        assertThatThrownBy(() -> restart("orders", false)).isInstanceOf(UsageException.class).hasMessageContaining(
                "there are: broker order-2");
        notes.write(RunNotes.restartOf("order-2"), ProcessHandle.current());
        assertThatThrownBy(() -> restart("order-2", false)).hasMessageContaining("already");
        notes.remove(RunNotes.restartOf("order-2"));
        notes.write(RunNotes.STOP, ProcessHandle.current());
        assertThatThrownBy(() -> restart("order-2", false)).hasMessageContaining("is being stopped");
        assertThat(notes.restarting("order-2")).isFalse();
        new ShutDown(notes, screen, PATIENCE).run();
        assertThatThrownBy(() -> restart("order-2", false)).hasMessageContaining("does not run");
    }

    private int restart(String name, boolean kill) throws InterruptedException {
        var broker = FakeProgram.named("broker", order.port() + 1, folder, Set.of());
        return new Restart(workspace, List.of(broker, order), notes, screen, PATIENCE, PATIENCE).run(name, kill);
    }

    private void kill(String name) {
        var process = notes.alive(name).orElseThrow();
        process.destroyForcibly();
        process.onExit().join();
    }

    private String shown() {
        return shown.toString(StandardCharsets.UTF_8);
    }
}
