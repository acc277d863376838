package io.shopcare.standalone.launcher;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class PreflightTest {
    @TempDir
    private Path folder;
    private long memory = 16_000;
    private long disk = 100_000;
    private final Machine machine = new Machine() {
        @Override
        public OptionalLong availableMegabytes() {
            return OptionalLong.of(memory);
        }

        @Override
        public long freeDiskMegabytes(Path directory) {
            return disk;
        }

        @Override
        public boolean portFree(int port) {
            return LocalPort.free(port);
        }

        @Override
        public Optional<String> portOwner(int port) {
            return LocalPort.owner(port);
        }
    };

    @Test
    void findsNothingToComplainOfOnAGoodMachine() throws Exception {
        assertThat(check(program("order", FakeProgram.freePort()))).isEmpty();
    }

    @Test
    void namesWhoHasThePort() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var trouble = only(check(program("order", taken.getLocalPort())));

            assertThat(trouble.what()).startsWith("Port " + taken.getLocalPort() + " (order) is taken");
            if (Files.isDirectory(Path.of("/proc/self/fd"))) {
                assertThat(trouble.what()).endsWith("by java, pid " + ProcessHandle.current().pid());
            }
            assertThat(trouble.remedy()).contains("--port-offset");
        }
    }

    @Test
    void wantsEnoughMemoryAndDisk() throws Exception {
        memory = 700;
        disk = 12;

        assertThat(check(program("order", FakeProgram.freePort()))).extracting(Trouble::what).containsExactly(
                "Only 12 MB are free on the disk of " + data(), "Only 700 MB of memory are available");
    }

    @Test
    void wantsMoreMemoryForFurtherInstances() throws Exception {
        memory = Preflight.MEMORY_MEGABYTES + 10;

        assertThat(check(program("order", FakeProgram.freePort()))).isEmpty();
        assertThat(only(check(program("order-2", FakeProgram.freePort()))).remedy()).contains("needs 2300 MB");
    }

    @Test
    void saysThatAProgramIsNotBuilt() throws Exception {
        var program = program("order", FakeProgram.freePort());
        var notBuilt = new Program(program.name(), folder.resolve("order.jar"), program.needs(), program.ports(),
                program.readiness(), program.command(), program.environment());

        assertThat(only(check(notBuilt)).what()).isEqualTo("The program order is not built: no " + folder.resolve(
                "order.jar"));
    }

    @Test
    void saysThatItCannotWrite() throws Exception {
        Files.writeString(data(), "a file where the folder should be");

        var trouble = only(check(program("order", FakeProgram.freePort())));

        assertThat(trouble.what()).isEqualTo("Cannot write to " + data());
        assertThat(trouble.remedy()).contains("chown");
    }

    @Test
    void saysOnlyThatTheStackRunsWhenItDoes() throws Exception {
        new RunNotes(data().resolve("run")).write("order", ProcessHandle.current());
        memory = 0;

        assertThat(only(check(program("order", FakeProgram.freePort()))).what()).isEqualTo(
                "The stack is already running (order, pid " + ProcessHandle.current().pid() + ")");
    }

    private List<Trouble> check(Program program) {
        return new Preflight(machine, new RunNotes(data().resolve("run")), data()).check(List.of(program));
    }

    private Program program(String name, int port) {
        return FakeProgram.named(name, port, folder, Set.of());
    }

    private Path data() {
        return folder.resolve("data");
    }

    private static Trouble only(List<Trouble> troubles) {
        assertThat(troubles).hasSize(1);
        return troubles.getFirst();
    }
}
