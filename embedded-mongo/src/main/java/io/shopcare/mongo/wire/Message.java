package io.shopcare.mongo.wire;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * A request of a client: {@code OP_MSG}, or the {@code OP_QUERY} with which drivers still say hello. One-way messages
 * (write concern 0) want no answer.
 */
record Message(int requestId, int opCode, boolean oneWay, Document command) {

    static final int OP_REPLY = 1;
    static final int OP_QUERY = 2004;
    static final int OP_MSG = 2013;
    static final int MAX_BYTES = 48_000_000;

    private static final int HEADER_BYTES = 16;
    private static final int CHECKSUM_PRESENT = 1;
    private static final int MORE_TO_COME = 2;
    private static final int KNOWN_REQUIRED_FLAGS = CHECKSUM_PRESENT | MORE_TO_COME;

    /** The next message, or null when the client has hung up. */
    static @Nullable Message read(DataInputStream in) throws IOException {
        byte[] header = new byte[HEADER_BYTES];
        try {
            in.readFully(header);
        } catch (EOFException hungUp) {
            return null;
        }
        int length = Bytes.intAt(header, 0);
        if (length < HEADER_BYTES || length > MAX_BYTES) {
            throw new IOException("a message of " + length + " bytes");
        }
        byte[] body = new byte[length - HEADER_BYTES];
        in.readFully(body);
        int requestId = Bytes.intAt(header, 4);
        int opCode = Bytes.intAt(header, 12);
        return switch (opCode) {
            case OP_MSG -> message(requestId, body);
            case OP_QUERY -> query(requestId, body);
            default -> throw new IOException("opcode " + opCode + " is not supported");
        };
    }

    private static Message message(int requestId, byte[] body) throws IOException {
        int flags = Bytes.intAt(body, 0);
        if ((flags & 0xFFFF & ~KNOWN_REQUIRED_FLAGS) != 0) {
            throw new IOException("message flags " + flags + " are not supported");
        }
        int end = (flags & CHECKSUM_PRESENT) != 0 ? body.length - Integer.BYTES : body.length;
        BsonReader reader = new BsonReader(body, Integer.BYTES);
        Document command = new Document();
        Document sequences = new Document();
        while (reader.position() < end) {
            int kind = body[reader.position()];
            reader = new BsonReader(body, reader.position() + 1);
            if (kind == 0) {
                command = reader.document();
            } else if (kind == 1) {
                sequence(reader, sequences);
            } else {
                throw new IOException("message section of kind " + kind);
            }
        }
        command.putAll(sequences);
        return new Message(requestId, OP_MSG, (flags & MORE_TO_COME) != 0, command);
    }

    private static void sequence(BsonReader reader, Document sequences) {
        int end = reader.position() + reader.integer();
        String name = reader.name();
        List<Document> documents = new ArrayList<>();
        while (reader.position() < end) {
            documents.add(reader.document());
        }
        sequences.put(name, documents);
    }

    private static Message query(int requestId, byte[] body) {
        BsonReader reader = new BsonReader(body, Integer.BYTES);
        String namespace = reader.name();
        Document command = new BsonReader(body, reader.position() + 2 * Integer.BYTES).document();
        command.put("$db", namespace.substring(0, Math.max(0, namespace.indexOf('.'))));
        return new Message(requestId, OP_QUERY, false, command);
    }

    /** The bytes of the answer to this message. */
    Bytes answer(int answerId, Document answer) {
        Bytes out = new Bytes(4096);
        out.writeInt(0);
        out.writeInt(answerId);
        out.writeInt(requestId);
        out.writeInt(opCode == OP_QUERY ? OP_REPLY : OP_MSG);
        out.writeInt(opCode == OP_QUERY ? 8 : 0);
        if (opCode == OP_QUERY) {
            out.writeLong(0);
            out.writeInt(0);
            out.writeInt(1);
        } else {
            out.writeByte(0);
        }
        new BsonWriter(out).document(answer);
        out.setInt(0, out.size());
        return out;
    }
}
