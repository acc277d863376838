package io.shopcare.standalone.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * {@code ./shopcare backup DIR} and {@code restore DIR}: all that a stopped stack keeps, as files with their digests. Taken
 * while nothing runs, so that databases, topics and keys are of one moment.
 */
final class Backup {
    /** Said while a copy is on its way: nothing may start meanwhile. */
    static final String NOTE = "backup";
    /** Is there while a restore is not over: the stack would start on half of the data. */
    static final String UNFINISHED = "restoring";

    private static final List<String> PARTS = List.of("mongo", "kafka", "identity");
    private static final String BEFORE = "before-restore";

    private final Workspace workspace;
    private final RunNotes notes;
    private final Screen screen;

    Backup(Workspace workspace, RunNotes notes, Screen screen) {
        this.workspace = workspace;
        this.notes = notes;
        this.screen = screen;
    }

    /** Copies to a folder that is not there yet; it appears when it is whole. */
    void write(Path to) {
        alone(() -> {
            if (Files.exists(to)) {
                throw new UsageException("There is something in " + to + ": a backup takes a new folder");
            }
            if (PARTS.stream().map(workspace.data()::resolve).noneMatch(Files::exists)) {
                throw new UsageException("There is no data in " + workspace.data());
            }
            refuseHalfRestored();
            Path unfinished = to.resolveSibling(to.getFileName() + ".unfinished");
            Folders.delete(unfinished);
            var digests = Digests.copying(PARTS, workspace.data(), unfinished);
            digests.write(unfinished);
            Files.move(unfinished, to, StandardCopyOption.ATOMIC_MOVE);
            screen.line("  %d files are in %s", digests.count(), to);
        });
    }

    /** Puts a backup in the place of what is there, which is kept beside it until the next restore. */
    void restore(Path from) {
        alone(() -> {
            var expected = Digests.in(from);
            Path unfinished = workspace.data().resolve(UNFINISHED);
            // data that a restore broke off in the middle of is in neither place as a whole: it has been moved already
            boolean again = Files.exists(unfinished);
            Folders.delete(unfinished);
            var copied = Digests.copying(PARTS, from, unfinished);
            if (!copied.equals(expected)) {
                if (!again) {
                    Folders.delete(unfinished);
                }
                throw new UsageException("The backup is damaged: " + expected.firstUnlike(copied));
            }
            Path before = workspace.data().resolve(BEFORE);
            if (!again) {
                Folders.delete(before);
            }
            Files.createDirectories(before);
            for (String part : PARTS) {
                exchange(part, unfinished, before);
            }
            Folders.delete(unfinished);
            screen.line("  %d files restored; what was there before is in %s", copied.count(), before);
        });
    }

    private void exchange(String part, Path restored, Path before) throws IOException {
        Path live = workspace.data().resolve(part);
        if (Files.exists(live)) {
            if (Files.exists(before.resolve(part))) {
                Folders.delete(live); // of a restore that broke off
            } else {
                Files.move(live, before.resolve(part), StandardCopyOption.ATOMIC_MOVE);
            }
        }
        if (Files.exists(restored.resolve(part))) {
            Files.move(restored.resolve(part), live, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private void refuseHalfRestored() {
        if (Files.exists(workspace.data().resolve(UNFINISHED))) {
            throw new UsageException("A restore was broken off: do it again first");
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private void alone(Work work) {
        notes.names().stream().filter(name -> notes.alive(name).isPresent()).findFirst().ifPresent(name -> {
            throw new UsageException("The stack is running (" + name + "): stop it with ./shopcare down");
        });
        notes.write(NOTE, ProcessHandle.current());
        try {
            work.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            notes.remove(NOTE);
        }
    }
}
