package io.shopcare.mongo.index;

import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** One key that a document has in an index: its ordered bytes, and the values for an error message. */
@SuppressWarnings("ArrayRecordComponent")
public record IndexKey(byte[] bytes, List<@Nullable Object> values) implements Comparable<IndexKey> {

    @Override
    public int compareTo(IndexKey other) {
        return Arrays.compareUnsigned(bytes, other.bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IndexKey that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }
}
