package io.shopcare.mongo.store;

import java.util.concurrent.locks.ReentrantLock;

/** A fixed number of locks shared by a great many keys. */
final class Stripes {

    private final ReentrantLock[] locks = new ReentrantLock[512];

    Stripes() {
        for (int i = 0; i < locks.length; i++) {
            locks[i] = new ReentrantLock();
        }
    }

    int of(int hash) {
        int spread = hash * 0x9E3779B9;
        return (spread >>> 16) % locks.length;
    }

    ReentrantLock get(int stripe) {
        return locks[stripe];
    }

    /** Takes all of them in ascending order, so that two who want several never wait for each other. */
    void lock(int[] ascending) {
        for (int stripe : ascending) {
            locks[stripe].lock();
        }
    }

    void unlock(int[] stripes) {
        for (int stripe : stripes) {
            locks[stripe].unlock();
        }
    }
}
