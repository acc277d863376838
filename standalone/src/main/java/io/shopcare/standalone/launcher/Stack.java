package io.shopcare.standalone.launcher;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The command behind {@code ./shopcare up|down|status|restart|reset|backup|restore}. Exit codes: 0 done, 1 could not, 2 wrong usage. */
public final class Stack {
    private final Options options;
    private final Workspace workspace;
    private final Ports ports;
    private final RunNotes notes;
    private final Duration grace;
    private final Screen screen = Screen.terminal();

    private Stack(Options options) {
        this.options = options;
        this.ports = new Ports(options.portOffset());
        this.workspace = Workspace.of(options.root(), options.portOffset());
        this.notes = new RunNotes(workspace.runFiles());
        this.grace = (options.command().equals("up") ? options.mode() : new StackNote(workspace).mode()).grace();
    }

    public static void main(String[] arguments) throws InterruptedException {
        try {
            System.exit(new Stack(Options.parse(List.of(arguments), System.getenv())).run());
        } catch (UsageException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }

    private int run() throws InterruptedException {
        boolean up = options.command().equals("up");
        var note = new StackNote(workspace);
        var blueprint = up
                ? new Blueprint(workspace, ports, options.scale(), options.mode())
                : new Blueprint(workspace, ports, note.scale(), note.mode());
        return switch (options.command()) {
            case "up" -> new Up(options, workspace, ports, blueprint, notes, screen, grace).run();
            case "down" -> down(blueprint);
            case "status" -> new StatusTable(notes, workspace, screen).print(blueprint.programs()) ? 0 : 1;
            case "restart" -> restart(blueprint);
            case "reset" -> reset(blueprint);
            case "backup", "restore" -> copy();
            default -> throw new UsageException("Unknown command \"" + options.command() + "\"; see ./shopcare help");
        };
    }

    private int down(Blueprint blueprint) {
        boolean any = stopLauncher();
        if (blueprint.programs().stream().anyMatch(program -> notes.alive(program.name()).isPresent())) {
            screen.line(blueprint.stopping());
        }
        any |= new ShutDown(notes, screen, grace).run();
        screen.line(any ? "  all stopped; the data stays in " + workspace.data() : "  nothing was running");
        return 0;
    }

    /** One that runs in the foreground stops its programs itself, and would take their end for a failure. */
    private boolean stopLauncher() {
        Optional<ProcessHandle> launcher = notes.alive(RunNotes.LAUNCHER);
        launcher.ifPresent(process -> {
            screen.line("  stopping ./shopcare up (pid %d)", process.pid());
            process.destroy();
            process.onExit().completeOnTimeout(process, grace.multipliedBy(6).toSeconds(), TimeUnit.SECONDS).join();
            process.destroyForcibly();
        });
        notes.remove(RunNotes.LAUNCHER);
        return launcher.isPresent();
    }

    private int restart(Blueprint blueprint) throws InterruptedException {
        if (options.names().size() != 1) {
            throw new UsageException("restart takes one program, for example ./shopcare restart order-service");
        }
        blueprint.prepare();
        return new Restart(workspace, blueprint.programs(), notes, screen, grace, Up.PATIENCE).run(
                options.names().getFirst(),
                options.kill());
    }

    private int copy() {
        if (options.names().size() != 1) {
            throw new UsageException(options.command() + " takes one folder, for example ./shopcare "
                    + options.command() + " backups/monday");
        }
        var folder = Path.of(options.names().getFirst()).toAbsolutePath().normalize();
        var backup = new Backup(workspace, notes, screen);
        if (options.command().equals("backup")) {
            backup.write(folder);
        } else {
            backup.restore(folder);
        }
        return 0;
    }

    private int reset(Blueprint blueprint) {
        if (!options.yes() && !confirmed()) {
            screen.line("  nothing was removed");
            return 1;
        }
        down(blueprint);
        Folders.delete(workspace.data());
        screen.line("  removed %s", workspace.data());
        return 0;
    }

    private boolean confirmed() {
        if (System.console() == null || !System.console().isTerminal()) {
            throw new UsageException("reset removes all data in " + workspace.data()
                    + ": say --yes if nobody is there to ask");
        }
        String answer = System.console().readLine("Remove all data in %s? [y/N] ", workspace.data());
        return answer != null && answer.strip().equalsIgnoreCase("y");
    }
}
