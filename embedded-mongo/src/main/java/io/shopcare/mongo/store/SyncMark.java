package io.shopcare.mongo.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/**
 * Remembers how much of the log was acknowledged, so that a log that lost some of it is recognised. Written after each
 * sync but not synced itself: it may be behind (after a power cut), never ahead.
 */
final class SyncMark implements AutoCloseable {

    private static final String FILE = "synced";
    private static final int BYTES = 2 * Long.BYTES + Integer.BYTES;

    private final FileChannel channel;

    private SyncMark(FileChannel channel) {
        this.channel = channel;
    }

    /** So many bytes of the log of this number. */
    record Position(long log, long bytes) {
        static final Position NONE = new Position(0, 0);
    }

    static SyncMark open(Path directory) throws IOException {
        return new SyncMark(FileChannel.open(directory.resolve(FILE), StandardOpenOption.CREATE,
                StandardOpenOption.READ, StandardOpenOption.WRITE));
    }

    Position read() throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(BYTES);
        if (channel.read(bytes, 0) < BYTES) {
            return Position.NONE;
        }
        bytes.flip();
        Position position = new Position(bytes.getLong(), bytes.getLong());
        return bytes.getInt() == checksum(bytes.array()) ? position : Position.NONE;
    }

    void write(Position position) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(BYTES).putLong(position.log).putLong(position.bytes);
        bytes.putInt(checksum(bytes.array())).flip();
        channel.write(bytes, 0);
    }

    private static int checksum(byte[] bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, 2 * Long.BYTES);
        return (int) crc.getValue();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
