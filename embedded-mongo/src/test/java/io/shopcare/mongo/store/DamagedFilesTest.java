package io.shopcare.mongo.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import de.bwaldvogel.mongo.bson.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DisplayName("A damaged store")
class DamagedFilesTest {

    private static final int DOCUMENTS = 300;

    @TempDir
    private Path directory;

    @Test
    @DisplayName("is refused with one line, or the damage touched nothing that is read")
    void isRefused() throws IOException {
        Path whole = directory.resolve("whole");
        fill(whole);
        Random random = new Random(7);
        int refused = 0;
        int copies = 0;
        for (Path file : dataFiles(whole)) {
            for (int i = 0; i < 4; i++) {
                Path copy = TestStore.copy(whole, directory.resolve("copy" + copies++));
                flip(copy.resolve(whole.relativize(file).toString()), random);
                refused += opensWhole(copy) ? 0 : 1;
            }
        }
        assertThat(refused).as("refused of %d", copies).isGreaterThan(copies / 2);
    }

    @Test
    @DisplayName("with a byte changed in what was acknowledged last is refused")
    void isRefusedWhenTheLastAcknowledgedWriteIsDamaged() throws IOException {
        Path live = directory.resolve("live");
        Path crashed = directory.resolve("crashed");
        try (TestStore store = TestStore.at(live).indexed("value")) {
            store.insert("a", 1);
            store.store.awaitDurable();
            TestStore.copy(live, crashed);
        }
        Path log = TestStore.lastLog(crashed);
        byte[] bytes = Files.readAllBytes(log);
        bytes[bytes.length - 3] ^= 1;
        Files.write(log, bytes);
        assertThatThrownBy(() -> TestStore.at(crashed)).isInstanceOf(StoreDamagedException.class);
    }

    @Test
    @DisplayName("with a file cut short is refused")
    void isRefusedWithAFileCutShort() throws IOException {
        Path whole = directory.resolve("whole");
        fill(whole);
        int copies = 0;
        for (Path file : dataFiles(whole)) {
            if (file.toString().endsWith(".sst")) {
                for (double part : new double[]{0, 0.3, 0.9}) {
                    Path copy = TestStore.copy(whole, directory.resolve("copy" + copies++));
                    Path cut = copy.resolve(whole.relativize(file).toString());
                    byte[] bytes = Files.readAllBytes(cut);
                    Files.write(cut, java.util.Arrays.copyOf(bytes, (int) (bytes.length * part)));
                    assertThatThrownBy(() -> TestStore.at(copy).close()).isInstanceOf(StoreDamagedException.class);
                }
            }
        }
    }

    @Test
    @DisplayName("without one of its files is refused")
    void isRefusedWithoutAFile() throws IOException {
        Path whole = directory.resolve("whole");
        fill(whole);
        int copies = 0;
        for (Path file : dataFiles(whole)) {
            Path copy = TestStore.copy(whole, directory.resolve("copy" + copies++));
            Files.delete(copy.resolve(whole.relativize(file).toString()));
            assertThatThrownBy(() -> TestStore.at(copy).close()).as("without %s", file.getFileName())
                    .isInstanceOf(StoreDamagedException.class);
        }
    }

    private void fill(Path whole) {
        try (TestStore store = TestStore.at(whole).indexed("value")) {
            for (int i = 0; i < DOCUMENTS; i++) {
                store.insert(i, "text " + i);
            }
        }
        try (TestStore store = TestStore.at(whole)) {
            store.insert("last", "in a second file");
        }
    }

    private static boolean opensWhole(Path copy) {
        try (TestStore store = TestStore.at(copy)) {
            assertThat(store.faults()).isEmpty();
            assertThat(store.orders.count()).isEqualTo(DOCUMENTS + 1);
            assertThat(store.find(17)).isEqualTo(new Document("_id", 17).append("value", "text 17"));
            return true;
        } catch (StoreDamagedException refused) {
            assertThat(refused.getMessage()).contains("not opened").doesNotContain("\n");
            return false;
        }
    }

    private static List<Path> dataFiles(Path store) throws IOException {
        try (Stream<Path> files = Files.list(store.resolve("data"))) {
            return files.filter(
                    file -> file.toString().endsWith(".sst") || file.getFileName().toString().startsWith("MANIFEST")
                            || file.getFileName().toString().equals("CURRENT"))
                    .filter(file -> size(file) > 0).toList();
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void flip(Path file, Random random) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        Files.write(file, bytes);
    }
}
