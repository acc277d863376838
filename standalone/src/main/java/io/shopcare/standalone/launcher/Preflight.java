package io.shopcare.standalone.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks for all that would make a start fail, before anything is started. */
final class Preflight {
    /** The measured need of the whole stack, with some room. */
    static final long MEMORY_MEGABYTES = 2_000;
    static final long FURTHER_INSTANCE_MEGABYTES = 300;
    /** What a program needs more in full mode. */
    static final long FULL_MODE_MEGABYTES = 120;
    /** First data, logs and what quick start keeps. */
    static final long DISK_MEGABYTES = 1_500;

    private final Machine machine;
    private final RunNotes notes;
    private final Path data;

    Preflight(Machine machine, RunNotes notes, Path data) {
        this.machine = machine;
        this.notes = notes;
        this.data = data;
    }

    /** Empty when the stack may start. */
    List<Trouble> check(List<Program> programs) {
        var running = alreadyRunning();
        if (running.isPresent()) {
            return List.of(running.get()); // its ports are taken, of course: no need to say more
        }
        var troubles = new ArrayList<Trouble>();
        if (Files.exists(data.resolve(Backup.UNFINISHED))) {
            troubles.add(new Trouble("A restore was broken off: the data in " + data + " is not whole",
                    "do it again: ./shopcare restore DIR"));
        }
        directory().ifPresent(troubles::add);
        memory(programs).ifPresent(troubles::add);
        programs.stream().flatMap(this::takenPorts).forEach(troubles::add);
        programs.stream().flatMap(Preflight::notBuilt).forEach(troubles::add);
        return troubles;
    }

    private Optional<Trouble> alreadyRunning() {
        return notes.names().stream().filter(name -> notes.alive(name).isPresent()).findFirst().map(
                name -> new Trouble("The stack is already running (" + name + ", pid "
                        + notes.alive(name).map(ProcessHandle::pid).orElse(0L) + ")",
                        "see it with ./shopcare status, stop it with ./shopcare down"));
    }

    private Optional<Trouble> directory() {
        try {
            Files.createDirectories(data);
            Files.delete(Files.createTempFile(data, "writable", ""));
            long free = machine.freeDiskMegabytes(data);
            return free >= DISK_MEGABYTES
                    ? Optional.empty()
                    : Optional.of(new Trouble("Only " + free + " MB are free on the disk of " + data,
                            "make room for at least " + DISK_MEGABYTES + " MB"));
        } catch (IOException e) {
            return Optional.of(new Trouble("Cannot write to " + data, "give your user the right to write there: chown "
                    + "-R " + System.getProperty("user.name") + " " + data));
        }
    }

    private Optional<Trouble> memory(List<Program> programs) {
        long further = programs.stream().filter(program -> !Scale.program(program.name()).equals(program.name()))
                .count();
        long full = programs.stream().filter(program -> program.command().mode() == Mode.FULL).count();
        long needed = MEMORY_MEGABYTES + further * FURTHER_INSTANCE_MEGABYTES + full * FULL_MODE_MEGABYTES;
        long available = machine.availableMegabytes().orElse(Long.MAX_VALUE);
        return available >= needed
                ? Optional.empty()
                : Optional.of(new Trouble("Only " + available + " MB of memory are available",
                        "close something: the stack needs " + needed + " MB"));
    }

    private Stream<Trouble> takenPorts(Program program) {
        return program.ports().stream().filter(port -> !machine.portFree(port)).map(
                port -> new Trouble("Port " + port + " (" + program.name() + ") is taken"
                        + machine.portOwner(port).map(owner -> " by " + owner).orElse(""),
                        "stop that program, or move all ports: ./shopcare up --port-offset 100"));
    }

    private static Stream<Trouble> notBuilt(Program program) {
        return Stream.of(program.artefact()).filter(Files::notExists).map(
                file -> new Trouble("The program " + program.name() + " is not built: no " + file,
                        "build it: mvn package -DskipTests"));
    }
}
