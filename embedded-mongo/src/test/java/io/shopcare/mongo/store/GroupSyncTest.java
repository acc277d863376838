package io.shopcare.mongo.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import de.bwaldvogel.mongo.exception.MongoServerError;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rocksdb.RocksDBException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DisplayName("Group commit")
class GroupSyncTest {

    @Test
    @DisplayName("syncs once for all who wait while a sync is under way")
    void syncsForMany() throws Exception {
        AtomicInteger syncs = new AtomicInteger();
        CountDownLatch firstBegan = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        GroupSync sync = new GroupSync(() -> {
            syncs.incrementAndGet();
            firstBegan.countDown();
            awaitQuietly(mayEnd);
        });
        try (ExecutorService executor = Executors.newCachedThreadPool()) {
            List<Future<?>> waiting = new ArrayList<>();
            sync.wrote();
            waiting.add(executor.submit(sync::await));
            firstBegan.await();
            for (int i = 0; i < 10; i++) {
                sync.wrote();
                waiting.add(executor.submit(sync::await));
            }
            mayEnd.countDown();
            for (Future<?> one : waiting) {
                one.get();
            }
        }
        assertThat(syncs.get()).isBetween(2, 11);
        int before = syncs.get();
        sync.await();
        assertThat(syncs.get()).as("nothing new to sync").isEqualTo(before);
    }

    @Test
    @DisplayName("acknowledges nothing any more after a sync failed")
    void failsForGood() {
        GroupSync sync = new GroupSync(() -> {
            throw new RocksDBException("disk full");
        });
        sync.wrote();
        assertThatThrownBy(sync::await).isInstanceOf(MongoServerError.class).hasMessageContaining("disk full");
        assertThatThrownBy(sync::await).isInstanceOf(MongoServerError.class);
        assertThatThrownBy(sync::check).isInstanceOf(MongoServerError.class);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
