package io.shopcare.mongo.store;

import java.io.IOException;
import java.io.UncheckedIOException;
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

    private final @Nullable Home home;
    private final Env env;
    private final RocksSettings settings;
    private final RocksDB db;
    private final WriteOptions unsynced = new WriteOptions();
    private final GroupSync sync;
    private final Stripes records = new Stripes();
    private final Stripes uniqueKeys = new Stripes();
    private boolean closed;

    private RocksStore(@Nullable Home home, Env env, RocksSettings settings, RocksDB db) {
        this.home = home;
        this.env = env;
        this.settings = settings;
        this.db = db;
        this.sync = new GroupSync(home == null ? db::syncWal : new MarkedLog(home.files(), home.mark(), db::syncWal));
    }

    /**
     * Opens the store of a directory, or makes one.
     *
     * @throws IllegalStateException when another server uses the directory
     * @throws StoreDamagedException when a file is not what was written to it
     */
    public static RocksStore open(Path directory) {
        Home home = Home.open(directory);
        RocksSettings settings = new RocksSettings(Env.getDefault(), true);
        try {
            LogCheck.check(home.files(), home.mark().read());
            return new RocksStore(home, Env.getDefault(), settings, openChecked(settings, home.files().toString()));
        } catch (RocksDBException e) {
            abandon(home, settings);
            throw new StoreDamagedException(
                    "the store in " + directory + " is damaged and was not opened: " + e.getMessage(), e);
        } catch (IOException e) {
            abandon(home, settings);
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            abandon(home, settings);
            throw e;
        }
    }

    private static void abandon(Home home, RocksSettings settings) {
        settings.close();
        home.close();
    }

    /** A store that is gone when it is closed. */
    public static RocksStore inMemory() {
        RocksMemEnv env = new RocksMemEnv(Env.getDefault());
        RocksSettings settings = new RocksSettings(env, false);
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
        if (home != null) {
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
        if (home != null) {
            flush();
        }
        db.cancelAllBackgroundWork(true);
        db.close();
        unsynced.close();
        settings.close();
        if (home == null) {
            env.close();
        } else {
            home.close();
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
