package io.shopcare.mongo.store;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;
import org.rocksdb.RocksDBException;

/**
 * Group commit: one of those who wait syncs the log for all whose writes are in it by then. Nobody holds a lock on data
 * while waiting here. After a failed sync nobody can know what is on the disk: every later wait fails too.
 */
final class GroupSync {

    /** Makes all that was written before the call durable. */
    @FunctionalInterface
    interface Log {
        void sync() throws RocksDBException;
    }

    private final Log log;
    private final AtomicLong written = new AtomicLong();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition synced = lock.newCondition();
    private volatile long durable;
    private boolean syncing;
    private volatile @Nullable StoreFailedException failure;

    GroupSync(Log log) {
        this.log = log;
    }

    /** Call after a batch is in the log. */
    void wrote() {
        written.incrementAndGet();
    }

    void failed(RocksDBException e) {
        failure = new StoreFailedException(e);
    }

    void check() {
        StoreFailedException failed = failure;
        if (failed != null) {
            throw failed;
        }
    }

    /** Waits until everything written so far is on the disk. */
    void await() {
        long mine = written.get();
        if (durable >= mine) {
            return;
        }
        lock.lock();
        try {
            while (durable < mine) {
                check();
                if (syncing) {
                    synced.awaitUninterruptibly();
                } else {
                    syncing = true;
                    sync();
                }
            }
        } finally {
            lock.unlock();
        }
    }

    private void sync() {
        long target = written.get();
        lock.unlock();
        @Nullable
        RocksDBException thrown = null;
        try {
            log.sync();
        } catch (RocksDBException e) {
            thrown = e;
        } finally {
            lock.lock();
            syncing = false;
            if (thrown == null) {
                durable = target;
            } else {
                failed(thrown);
            }
            synced.signalAll();
        }
    }
}
