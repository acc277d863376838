package io.shopcare.mongo.index;

import java.util.Arrays;

/** A growing key, written big-endian so that unsigned bytes order as the numbers do. */
public final class KeyBytes {

    private byte[] array;
    private int size;

    public KeyBytes(int capacity) {
        array = new byte[capacity];
    }

    public int size() {
        return size;
    }

    public byte[] toByteArray() {
        return Arrays.copyOf(array, size);
    }

    public void write(int value) {
        ensure(1);
        array[size++] = (byte) value;
    }

    public void write(byte[] bytes) {
        ensure(bytes.length);
        System.arraycopy(bytes, 0, array, size, bytes.length);
        size += bytes.length;
    }

    public void writeInt(int value) {
        ensure(Integer.BYTES);
        for (int shift = 24; shift >= 0; shift -= 8) {
            array[size++] = (byte) (value >>> shift);
        }
    }

    public void writeLong(long value) {
        ensure(Long.BYTES);
        for (int shift = 56; shift >= 0; shift -= 8) {
            array[size++] = (byte) (value >>> shift);
        }
    }

    /** Takes back what was written after the size. */
    public void truncate(int toSize) {
        size = toSize;
    }

    void invert(int from) {
        for (int i = from; i < size; i++) {
            array[i] = (byte) ~array[i];
        }
    }

    private void ensure(int more) {
        if (size + more > array.length) {
            array = Arrays.copyOf(array, Math.max(array.length * 2, size + more));
        }
    }
}
