package io.shopcare.mongo.wire;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A growing array of bytes, written little-endian as BSON and the wire protocol want it. */
public final class Bytes {

    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private byte[] array;
    private int size;

    public Bytes(int capacity) {
        array = new byte[capacity];
    }

    public int size() {
        return size;
    }

    public byte[] array() {
        return array;
    }

    public byte[] toByteArray() {
        return Arrays.copyOf(array, size);
    }

    public void writeByte(int value) {
        ensure(1);
        array[size++] = (byte) value;
    }

    public void writeInt(int value) {
        ensure(Integer.BYTES);
        INT.set(array, size, value);
        size += Integer.BYTES;
    }

    public void writeLong(long value) {
        ensure(Long.BYTES);
        LONG.set(array, size, value);
        size += Long.BYTES;
    }

    public void write(byte[] bytes) {
        ensure(bytes.length);
        System.arraycopy(bytes, 0, array, size, bytes.length);
        size += bytes.length;
    }

    public void setInt(int position, int value) {
        INT.set(array, position, value);
    }

    /** Writes the text without a length and without an end. */
    public void writeText(String text) {
        int length = text.length();
        ensure(length);
        int at = size;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                write(text.getBytes(StandardCharsets.UTF_8));
                return;
            }
            array[at++] = (byte) c;
        }
        size = at;
    }

    private void ensure(int more) {
        if (size + more > array.length) {
            array = Arrays.copyOf(array, Math.max(array.length * 2, size + more));
        }
    }

    static int intAt(byte[] array, int position) {
        return (int) INT.get(array, position);
    }

    static long longAt(byte[] array, int position) {
        return (long) LONG.get(array, position);
    }
}
