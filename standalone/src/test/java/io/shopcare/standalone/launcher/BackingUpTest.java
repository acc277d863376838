package io.shopcare.standalone.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What a stopped stack keeps is copied and put back, whole or not at all. */
class BackingUpTest {
    @TempDir
    Path folder;
    private Stage stage;
    private Backup backup;
    private Path kept;

    @BeforeEach
    void aStackThatHasRun() throws IOException {
        stage = Stage.in(folder);
        backup = new Backup(stage.workspace(), stage.notes(), stage.screen());
        kept = folder.resolve("monday");
        write("mongo/data/000001.log", "orders of Monday");
        write("kafka/data/topic-0/0.log", "events of Monday");
        write("identity/signing-keys.json", "keys");
        write("logs/order.log", "not kept");
    }

    @Test
    void isAsItWasWhenItIsRestored() throws IOException {
        backup.write(kept);
        write("mongo/data/000001.log", "orders of Tuesday");
        write("mongo/data/000002.log", "more orders of Tuesday");

        backup.restore(kept);

        assertThat(read("mongo/data/000001.log")).isEqualTo("orders of Monday");
        assertThat(read("kafka/data/topic-0/0.log")).isEqualTo("events of Monday");
        assertThat(data("mongo/data/000002.log")).as("what came later is gone").doesNotExist();
        assertThat(read("before-restore/mongo/data/000001.log")).as("and kept beside it").isEqualTo(
                "orders of Tuesday");
        assertThat(kept.resolve("logs")).doesNotExist();
    }

    @Test
    void isRestoredWhereThereIsNothingYet() throws IOException {
        backup.write(kept);
        Folders.delete(stage.workspace().data());

        backup.restore(kept);

        assertThat(read("identity/signing-keys.json")).isEqualTo("keys");
    }

    @Test
    void isRefusedWhileTheStackRuns() {
        stage.notes().write("order", ProcessHandle.current());

        assertThatThrownBy(() -> backup.write(kept)).isInstanceOf(UsageException.class).hasMessageContaining("order");
        assertThatThrownBy(() -> backup.restore(kept)).isInstanceOf(UsageException.class);
        assertThat(kept).doesNotExist();
        stage.notes().remove("order");
    }

    @Test
    void overwritesNothing() {
        backup.write(kept);

        assertThatThrownBy(() -> backup.write(kept)).isInstanceOf(UsageException.class).hasMessageContaining("monday");
        assertThatThrownBy(() -> backup.restore(folder.resolve("sunday"))).isInstanceOf(UsageException.class)
                .hasMessageContaining("no backup");
    }

    @Test
    void restoresNothingThatIsDamaged() throws IOException {
        backup.write(kept);
        Files.writeString(kept.resolve("mongo/data/000001.log"), "orders of Mondax");

        assertThatThrownBy(() -> backup.restore(kept)).isInstanceOf(UsageException.class).hasMessageContaining(
                "mongo/data/000001.log");
        Files.delete(kept.resolve("kafka/data/topic-0/0.log"));
        assertThatThrownBy(() -> backup.restore(kept)).isInstanceOf(UsageException.class);
        assertThat(read("mongo/data/000001.log")).isEqualTo("orders of Monday");
        assertThat(data("restoring")).doesNotExist();
    }

    @Test
    void aRestoreThatBrokeOffKeepsTheStackDownAndIsDoneAgain() throws IOException {
        backup.write(kept);
        write("mongo/data/000001.log", "orders of Tuesday");
        write("restoring/kafka/data/topic-0/0.log", "half");
        Files.createDirectories(data("before-restore"));
        Files.move(data("mongo"), data("before-restore/mongo"));

        assertThat(new Preflight(Machine.real(), stage.notes(), stage.workspace().data()).check(List.of()))
                .anySatisfy(trouble -> assertThat(trouble.what()).contains("broken off"));
        assertThatThrownBy(() -> backup.write(folder.resolve("tuesday"))).isInstanceOf(UsageException.class);
        backup.restore(kept);

        assertThat(read("mongo/data/000001.log")).isEqualTo("orders of Monday");
        assertThat(read("before-restore/mongo/data/000001.log")).as("the data before the first try").isEqualTo(
                "orders of Tuesday");
        assertThat(data("restoring")).doesNotExist();
    }

    private void write(String file, String text) throws IOException {
        Files.createDirectories(data(file).getParent());
        Files.writeString(data(file), text);
    }

    private String read(String file) throws IOException {
        return Files.readString(data(file));
    }

    private Path data(String file) {
        return stage.workspace().data().resolve(file);
    }
}
