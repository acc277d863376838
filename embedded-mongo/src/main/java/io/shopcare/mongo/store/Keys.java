package io.shopcare.mongo.store;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

import io.shopcare.mongo.index.KeyBytes;

/**
 * The keys of the store. One key space holds all: the catalog, documents by collection and record number, index entries
 * by index and key, so that one batch (and one log) changes them together.
 *
 * <pre>
 * 0 'c' collection        its catalog entry        0 'v' format version      0 's' clean stop
 * 1 collection record     a document (BSON)
 * 2 index key             record number            unique
 * 2 index key record      (empty)                  not unique
 * </pre>
 */
public final class Keys {

    static final int CATALOG = 0;
    static final int DOCUMENT = 1;
    static final int ENTRY = 2;
    public static final int RECORD_BYTES = Long.BYTES;
    private static final int PREFIX_BYTES = 1 + Integer.BYTES;

    private Keys() {}

    static byte[] catalog(char kind) {
        return new byte[]{CATALOG, (byte) kind};
    }

    static byte[] catalog(int collection) {
        KeyBytes key = new KeyBytes(6);
        key.write(CATALOG);
        key.write('c');
        key.writeInt(collection);
        return key.toByteArray();
    }

    static byte[] documents(int collection) {
        return prefix(DOCUMENT, collection);
    }

    public static byte[] document(int collection, long record) {
        KeyBytes key = new KeyBytes(PREFIX_BYTES + RECORD_BYTES);
        key.write(DOCUMENT);
        key.writeInt(collection);
        key.writeLong(record);
        return key.toByteArray();
    }

    /** What all entries of the index begin with. */
    public static byte[] entries(int index) {
        return prefix(ENTRY, index);
    }

    private static byte[] prefix(int space, int id) {
        KeyBytes key = new KeyBytes(PREFIX_BYTES);
        key.write(space);
        key.writeInt(id);
        return key.toByteArray();
    }

    static long recordOf(byte[] documentKey) {
        return longAt(documentKey, documentKey.length - RECORD_BYTES);
    }

    public static long longAt(byte[] bytes, int at) {
        long value = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            value = value << 8 | bytes[at + i] & 0xFF;
        }
        return value;
    }

    static int intAt(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) << 24 | (bytes[at + 1] & 0xFF) << 16 | (bytes[at + 2] & 0xFF) << 8
                | bytes[at + 3] & 0xFF;
    }

    static byte[] recordBytes(long record) {
        KeyBytes bytes = new KeyBytes(RECORD_BYTES);
        bytes.writeLong(record);
        return bytes.toByteArray();
    }

    /** The least key greater than all that begin with the prefix; null when there is none. */
    public static byte @Nullable [] after(byte[] prefix) {
        for (int i = prefix.length - 1; i >= 0; i--) {
            if (prefix[i] != (byte) 0xFF) {
                byte[] next = Arrays.copyOf(prefix, i + 1);
                next[i]++;
                return next;
            }
        }
        return null;
    }
}
