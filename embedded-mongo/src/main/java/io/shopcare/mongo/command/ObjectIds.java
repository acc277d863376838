package io.shopcare.mongo.command;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

import de.bwaldvogel.mongo.bson.ObjectId;

/** New ids in the order of time, for documents that come without one. */
final class ObjectIds {

    private static final byte[] PROCESS = new byte[5];
    private static final AtomicInteger NEXT;

    static {
        SecureRandom random = new SecureRandom();
        random.nextBytes(PROCESS);
        NEXT = new AtomicInteger(random.nextInt());
    }

    private ObjectIds() {}

    static ObjectId next(Instant now) {
        int counter = NEXT.getAndIncrement();
        ByteBuffer id = ByteBuffer.allocate(12).putInt((int) now.getEpochSecond()).put(PROCESS);
        id.put((byte) (counter >>> 16)).put((byte) (counter >>> 8)).put((byte) counter);
        return new ObjectId(id.array());
    }
}
