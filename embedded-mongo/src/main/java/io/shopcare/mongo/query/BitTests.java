package io.shopcare.mongo.query;

import java.util.Collection;

import org.jspecify.annotations.Nullable;

import io.shopcare.mongo.query.Predicate.Test;
import io.shopcare.mongo.values.Code;
import io.shopcare.mongo.values.Numbers;
import io.shopcare.mongo.values.Values;

/** {@code $bitsAllSet} and its kin, on whole numbers; masks are numbers or lists of positions. */
final class BitTests {
    private BitTests() {}

    static Test of(String operator, @Nullable Object argument) {
        long mask = mask(operator, argument);
        return (value, trace) -> Numbers.whole(value).filter(bits -> switch (operator) {
            case "$bitsAllSet" -> (bits & mask) == mask;
            case "$bitsAnySet" -> (bits & mask) != 0;
            case "$bitsAllClear" -> (bits & mask) == 0;
            default -> (bits & mask) != mask;
        }).isPresent();
    }

    private static long mask(String operator, @Nullable Object argument) {
        if (argument instanceof Collection<?> positions) {
            long mask = 0;
            for (Object position : positions) {
                long bit = Numbers.whole(position).filter(at -> at >= 0).orElseThrow(() -> Code.BAD_VALUE.error(
                        "Failed to parse bit position. Expected a non-negative integer in: " + Values.show(position)));
                mask |= 1L << Math.min(bit, 63);
            }
            return mask;
        }
        return Numbers.whole(argument).filter(mask -> mask >= 0).orElseThrow(() -> Code.BAD_VALUE.error(operator
                + " takes an Array, a number, or a BinData (not supported) but received: " + Values.show(argument)));
    }
}
