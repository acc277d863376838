package io.shopcare.mongo.plan;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.shopcare.mongo.index.KeyTag;
import io.shopcare.mongo.store.Keys;

/** Bounds for people: the type and the key bytes of each end. */
final class BoundsText {

    private BoundsText() {}

    static List<String> of(@Nullable Bounds bounds, boolean ascending) {
        if (bounds == null) {
            return List.of(ascending ? "[MinKey, MaxKey]" : "[MaxKey, MinKey]");
        }
        List<String> texts = new ArrayList<>();
        for (Interval interval : ascending ? bounds.intervals() : bounds.intervals().reversed()) {
            String low = value(interval.low());
            String high = value(interval.high());
            texts.add(ascending
                    ? (interval.lowInclusive() ? "[" : "(") + low + ", " + high + (interval.highInclusive() ? "]" : ")")
                    : (interval.highInclusive() ? "[" : "(") + high + ", " + low
                            + (interval.lowInclusive() ? "]" : ")"));
        }
        return texts;
    }

    private static String value(byte[] key) {
        return switch (key[0] & 0xFF) {
            case KeyTag.NULL -> "null";
            case KeyTag.BOOLEAN -> key.length > 1 && key[1] == 1 ? "true" : "false";
            case KeyTag.STRING ->
                "\"" + new String(key, 1, Math.max(0, key.length - 3), StandardCharsets.UTF_8) + "\"";
            case KeyTag.NUMBER -> key.length >= 9 ? Double.toString(number(key)) : "-inf";
            default -> "key " + HexFormat.of().formatHex(key);
        };
    }

    private static double number(byte[] key) {
        long bits = Keys.longAt(key, 1);
        return Double.longBitsToDouble(bits < 0 ? bits ^ Long.MIN_VALUE : ~bits);
    }
}
