package io.shopcare.aftersale.policies;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonValue;

/** A word of a closed list, written in kebab-case wherever it is stored, sent or shown. */
public interface Coded {

    /** As the enumeration declares it. */
    String name();

    /** As it travels. */
    @JsonValue
    default String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Reads a code; empty when the list has no such word. */
    static <E extends Enum<E> & Coded> Optional<E> read(Class<E> type, String code) {
        return Arrays.stream(type.getEnumConstants()).filter(value -> value.code().equals(code)).findFirst();
    }
}
