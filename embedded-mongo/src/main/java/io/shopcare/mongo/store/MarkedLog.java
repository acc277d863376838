package io.shopcare.mongo.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.rocksdb.RocksDBException;

/** Syncs the log and marks how far it is synced. Used by one thread at a time. */
final class MarkedLog implements GroupSync.Log {

    private final Path files;
    private final SyncMark mark;
    private final GroupSync.Log log;
    private @Nullable Path current;
    private long size;

    MarkedLog(Path files, SyncMark mark, GroupSync.Log log) {
        this.files = files;
        this.mark = mark;
        this.log = log;
    }

    @Override
    public void sync() throws RocksDBException {
        try {
            // measured before the sync: all of that will be synced
            measure();
            log.sync();
            Path measured = current;
            if (measured != null) {
                mark.write(new SyncMark.Position(LogCheck.number(measured), size));
            }
        } catch (IOException e) {
            throw new RocksDBException("marking the log: " + e.getMessage());
        }
    }

    /** There is something new to sync, so a log that has not grown is not the current one any more. */
    private void measure() throws IOException {
        Path known = current;
        if (known != null) {
            try {
                long now = Files.size(known);
                if (now > size) {
                    size = now;
                    return;
                }
            } catch (NoSuchFileException flushedAway) {
                current = null;
            }
        }
        List<Path> logs = LogCheck.logs(files);
        if (!logs.isEmpty()) {
            current = logs.getLast();
            size = Files.size(logs.getLast());
        }
    }
}
