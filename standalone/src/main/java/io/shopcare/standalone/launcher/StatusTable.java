package io.shopcare.standalone.launcher;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Who runs, and how it is. */
final class StatusTable {
    private static final String ROW = "%-11s %8s  %-12s %6s  %-19s  %s";

    private final RunNotes notes;
    private final Workspace workspace;
    private final Screen screen;

    StatusTable(RunNotes notes, Workspace workspace, Screen screen) {
        this.notes = notes;
        this.workspace = workspace;
        this.screen = screen;
    }

    /** Says whether all are ready. */
    boolean print(List<Program> programs) {
        screen.line(ROW, "PROGRAM", "PID", "STATE", "PORT", "SINCE", "MEMORY");
        long ready = programs.stream().filter(this::row).count();
        var alive = programs.stream().flatMap(program -> notes.alive(program.name()).stream()).toList();
        screen.line("%d of %d ready, %s resident", ready, programs.size(), Footprint.of(alive).residentText());
        return ready == programs.size();
    }

    private boolean row(Program program) {
        var process = notes.alive(program.name());
        if (process.isEmpty()) {
            String state = notes.noted(program.name()) ? "dead" : "stopped";
            screen.line(ROW, program.name(), "-", state, program.port(), "-", "-");
            return false;
        }
        boolean ready = program.readiness().reached(workspace.log(program.name()));
        screen.line(ROW, program.name(), process.get().pid(), ready ? "ready" : "not ready", program.port(),
                local(RunNotes.startOf(process.get())), Footprint.of(process.get()).residentText());
        return ready;
    }

    private static String local(Instant instant) {
        return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").format(
                LocalDateTime.ofInstant(instant, ZoneId.systemDefault()));
    }
}
