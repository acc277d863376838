package io.shopcare.mongo.store;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/**
 * The records of a RocksDB write-ahead log: blocks of 32 KB with pieces of records, each with checksum, length and kind.
 * Read only to judge where a log stops being whole.
 */
final class LogRecords {

    private static final int BLOCK = 32 * 1024;
    private static final int HEADER = 7;
    private static final int FULL = 1;
    private static final int FIRST = 2;
    private static final int LAST = 4;
    /** Kinds above the plain ones that a log may begin with; they carry no writes. */
    private static final int MOST_KIND = 13;
    private static final int MASK_DELTA = 0xa282ead8;

    private final ByteBuffer log;

    LogRecords(byte[] log) {
        this.log = ByteBuffer.wrap(log).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** How many bytes from the start are whole records. */
    long wholeBytes() {
        int at = 0;
        int whole = 0;
        while (true) {
            int left = BLOCK - at % BLOCK;
            if (left < HEADER) {
                at += left;
                continue;
            }
            if (!isPiece(at)) {
                return whole;
            }
            int kind = log.get(at + 6);
            at += HEADER + length(at);
            if (kind != FIRST && kind != FIRST + 1) {
                whole = at;
            }
        }
    }

    /** Whether there is a whole piece of a record anywhere after the position. */
    boolean hasPieceAfter(long position) {
        for (int at = (int) position; at + HEADER <= log.capacity(); at++) {
            int kind = log.get(at + 6);
            if (kind >= FULL && kind <= LAST && length(at) > 0 && isPiece(at)) {
                return true;
            }
        }
        return false;
    }

    private boolean isPiece(int at) {
        if (at + HEADER > log.capacity()) {
            return false;
        }
        int length = length(at);
        int kind = log.get(at + 6);
        if (kind < FULL || kind > MOST_KIND || at % BLOCK + HEADER + length > BLOCK
                || at + HEADER + length > log.capacity()) {
            return false;
        }
        CRC32C crc = new CRC32C();
        crc.update(log.array(), at + 6, 1 + length);
        int value = (int) crc.getValue();
        return log.getInt(at) == ((value >>> 15 | value << 17) + MASK_DELTA);
    }

    private int length(int at) {
        return log.getShort(at + 4) & 0xFFFF;
    }
}
