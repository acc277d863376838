package io.shopcare.mongo.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import de.bwaldvogel.mongo.bson.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DisplayName("A log that is cut")
class CuttingTheLogTest {

    /** 1 in the long form: every byte. */
    private static final int STEP = Integer.getInteger("log.cut.step", 9);

    @TempDir
    private Path directory;

    @Test
    @DisplayName("anywhere past the last sync loses no acknowledged write and leaves documents and index entries in step")
    void losesNothingAcknowledged() throws IOException {
        Path crashed = directory.resolve("crashed");
        long synced = writeAndCrash(crashed);
        long end = Files.size(TestStore.lastLog(crashed));
        assertThat(end).isGreaterThan(synced);
        for (long cut = end; cut >= synced; cut = cut == synced ? -1 : Math.max(synced, cut - STEP)) {
            Path copy = TestStore.copy(crashed, directory.resolve("cut" + cut));
            truncate(TestStore.lastLog(copy), cut);
            try (TestStore store = TestStore.at(copy)) {
                assertThat(store.faults()).as("cut at %d", cut).isEmpty();
                assertThat(store.find("a")).as("cut at %d", cut).isIn(value("a", 2), value("a", 3));
                assertThat(store.find("b")).isEqualTo(value("b", 2));
                assertThat(store.find("gone")).isNull();
                assertThat(store.orders.count()).isBetween(2L, 3L);
            }
        }
    }

    @Test
    @DisplayName("before the last sync is refused, not opened with what is left")
    void isRefusedBeforeTheLastSync() throws IOException {
        Path crashed = directory.resolve("crashed");
        long synced = writeAndCrash(crashed);
        for (long cut : new long[]{synced - 1, synced / 2, 1, 0}) {
            Path copy = TestStore.copy(crashed, directory.resolve("cut" + cut));
            truncate(TestStore.lastLog(copy), cut);
            assertThatThrownBy(() -> TestStore.at(copy)).isInstanceOf(StoreDamagedException.class)
                    .hasMessageContaining("were acknowledged")
                    .message().doesNotContain("\n");
        }
    }

    @Test
    @DisplayName("and has garbage at the end is opened: nothing there was acknowledged")
    void dropsGarbageAtTheEnd() throws IOException {
        Path crashed = directory.resolve("crashed");
        long synced = writeAndCrash(crashed);
        try (FileChannel log = FileChannel.open(TestStore.lastLog(crashed), StandardOpenOption.WRITE)) {
            log.truncate(synced + 20);
            log.write(java.nio.ByteBuffer.wrap(new byte[]{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}), synced + 8);
        }
        try (TestStore store = TestStore.at(crashed)) {
            assertThat(store.faults()).isEmpty();
            assertThat(store.find("a")).isEqualTo(value("a", 2));
        }
    }

    /** Acknowledged writes, then some that were not; answers how many bytes of the log were acknowledged. */
    private long writeAndCrash(Path crashed) throws IOException {
        Path live = directory.resolve("live");
        try (TestStore store = TestStore.at(live).indexed("value")) {
            store.insert("a", 1);
            store.insert("b", 1);
            store.insert("gone", 1);
            store.set("a", 2);
            store.set("b", 2);
            store.remove("gone");
            store.store.awaitDurable();
            long synced = Files.size(TestStore.lastLog(live));
            store.set("a", 3);
            store.insert("c", 1);
            TestStore.copy(live, crashed);
            return synced;
        }
    }

    private static Document value(String id, int value) {
        return new Document("_id", id).append("value", value);
    }

    private static void truncate(Path file, long size) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(size);
        }
    }
}
