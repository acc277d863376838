package io.shopcare.mongo.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;
import org.rocksdb.Env;
import org.rocksdb.FlushOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksMemEnv;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/**
 * The bytes of the database: batches that are written whole or not at all, views of one moment, and the wait for the disk.
 */
public final class RocksStore implements AutoCloseable {

    static {
        RocksDB.loadLibrary();
    }

    private final @Nullable DirectoryLock directoryLock;
    private final Env env;
    private final RocksSettings settings;
    private final RocksDB db;
    private final boolean durable;
    private final WriteOptions unsynced = new WriteOptions();
    private final GroupSync sync;
    private final Stripes records = new Stripes();
    private final Stripes uniqueKeys = new Stripes();
    private boolean closed;

    private RocksStore(@Nullable DirectoryLock directoryLock, Env env, RocksSettings settings, RocksDB db) {
        this.directoryLock = directoryLock;
        this.env = env;
        this.settings = settings;
        this.db = db;
        this.durable = directoryLock != null;
        this.sync = new GroupSync(db::syncWal);
    }

    /**
     * Opens the store of a directory, or makes one.
     *
     * @throws IllegalStateException when another server uses the directory
     * @throws StoreDamagedException when a file is not what was written to it
     */
    public static RocksStore open(Path directory) {
        DirectoryLock lock = DirectoryLock.take(directory);
        RocksSettings settings = new RocksSettings(Env.getDefault());
        try {
            Path files = directory.resolve("data");
            Files.createDirectories(files);
            LogCheck.check(files);
            RocksDB db = openChecked(settings, files.toString());
            return new RocksStore(lock, Env.getDefault(), settings, db);
        } catch (RocksDBException e) {
            settings.close();
            lock.close();
            throw new StoreDamagedException(
                    "the store in " + directory + " is damaged and was not opened: " + e.getMessage(), e);
        } catch (IOException e) {
            settings.close();
            lock.close();
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            settings.close();
            lock.close();
            throw e;
        }
    }

    /** A store that is gone when it is closed. */
    public static RocksStore inMemory() {
        RocksMemEnv env = new RocksMemEnv(Env.getDefault());
        RocksSettings settings = new RocksSettings(env);
        try {
            return new RocksStore(null, env, settings, RocksDB.open(settings.options, "/memory"));
        } catch (RocksDBException e) {
            throw new IllegalStateException("opening a store in memory", e);
        }
    }

    private static RocksDB openChecked(RocksSettings settings, String path) throws RocksDBException {
        RocksDB db = RocksDB.open(settings.options, path);
        try {
            db.verifyChecksum();
            return db;
        } catch (RocksDBException e) {
            db.close();
            throw e;
        }
    }

    public ReadView view() {
        return new ReadView(db);
    }

    byte @Nullable [] get(byte[] key) {
        try {
            return db.get(key);
        } catch (RocksDBException e) {
            throw new StoreFailedException(e);
        }
    }

    /** Writes the batch to the log and makes it visible. It survives the process from here on, the machine after {@link #awaitDurable}. */
    void commit(WriteBatch batch) {
        sync.check();
        try {
            db.write(unsynced, batch);
            sync.wrote();
        } catch (RocksDBException e) {
            sync.failed(e);
            throw new StoreFailedException(e);
        }
    }

    /** Waits until all that was written (and could be read) so far is on the disk. */
    public void awaitDurable() {
        if (durable) {
            sync.await();
        }
    }

    ReentrantLock records(int hash) {
        return records.get(records.of(hash));
    }

    Stripes uniqueKeys() {
        return uniqueKeys;
    }

    /** The bytes that files and memory tables take, roughly. */
    public long approximateBytes() {
        try {
            return db.getLongProperty("rocksdb.total-sst-files-size")
                    + db.getLongProperty("rocksdb.cur-size-all-mem-tables");
        } catch (RocksDBException e) {
            throw new StoreFailedException(e);
        }
    }

    /** Closes after everything that reads has been closed; what was written is in files and no log needs replaying. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (durable) {
            flush();
        }
        db.cancelAllBackgroundWork(true);
        db.close();
        unsynced.close();
        settings.close();
        if (directoryLock == null) {
            env.close();
        } else {
            directoryLock.close();
        }
    }

    private void flush() {
        try (FlushOptions wait = new FlushOptions().setWaitForFlush(true)) {
            db.syncWal();
            db.flush(wait);
        } catch (RocksDBException e) {
            sync.failed(e);
        }
    }
}
