package io.shopcare.mongo.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A store's directory: the lock that keeps others out, RocksDB's files, the mark of what was synced. */
record Home(DirectoryLock lock, Path files, SyncMark mark) implements AutoCloseable {

    static Home open(Path directory) {
        DirectoryLock lock = DirectoryLock.take(directory);
        try {
            Path files = Files.createDirectories(directory.resolve("data"));
            return new Home(lock, files, SyncMark.open(directory));
        } catch (IOException e) {
            lock.close();
            throw new UncheckedIOException("cannot use the directory " + directory + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try (lock) {
            mark.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
