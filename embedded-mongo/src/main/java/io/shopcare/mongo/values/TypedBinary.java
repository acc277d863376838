package io.shopcare.mongo.values;

import java.util.Arrays;
import java.util.HexFormat;

/** Binary data of a subtype that has no class of its own (all but 0, 3 and 4); kept byte for byte. */
public record TypedBinary(int subtype, byte[] data) {

    @Override
    public boolean equals(Object other) {
        return other instanceof TypedBinary that && subtype == that.subtype && Arrays.equals(data, that.data);
    }

    @Override
    public int hashCode() {
        return 31 * subtype + Arrays.hashCode(data);
    }

    @Override
    public String toString() {
        return "BinData(" + subtype + ", " + HexFormat.of().formatHex(data) + ")";
    }
}
