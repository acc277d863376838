package io.shopcare.standalone.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class RunNotesTest {
    @TempDir
    private Path folder;

    @Test
    void findsAProgramThatAnotherCommandStarted() {
        new RunNotes(folder).write("order", ProcessHandle.current());

        assertThat(new RunNotes(folder).alive("order")).contains(ProcessHandle.current());
    }

    @Test
    void takesNoOtherProcessForTheProgramThatHadItsNumber() throws IOException {
        Files.writeString(folder.resolve("order.properties"), "pid=" + ProcessHandle.current().pid()
                + "\nstarted=2020-01-01T00\\:00\\:00Z\n");

        assertThat(new RunNotes(folder).alive("order")).isEmpty();
        assertThat(new RunNotes(folder).noted("order")).isTrue();
    }

    @Test
    void takesAHalfWrittenNoteForNone() throws IOException {
        Files.writeString(folder.resolve("order.properties"), "pid=");

        assertThat(new RunNotes(folder).alive("order")).isEmpty();
    }
}
