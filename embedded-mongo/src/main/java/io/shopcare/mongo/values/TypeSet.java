package io.shopcare.mongo.values;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** What {@code $type} names: aliases, numbers, "number" for all of them. */
public final class TypeSet {
    private final Set<Kind> kinds;

    private TypeSet(Set<Kind> kinds) {
        this.kinds = kinds;
    }

    public static TypeSet parse(String field, @Nullable Object argument) {
        Collection<?> names = argument instanceof Collection<?> several ? several : List.of(orEmpty(argument));
        if (names.isEmpty()) {
            throw Code.FAILED_TO_PARSE.error(field + " must match at least one type");
        }
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        for (Object name : names) {
            kinds.addAll(kinds(name));
        }
        return new TypeSet(kinds);
    }

    private static Object orEmpty(@Nullable Object argument) {
        return argument == null ? List.of() : argument;
    }

    private static Set<Kind> kinds(@Nullable Object name) {
        if ("number".equals(name)) {
            return EnumSet.of(Kind.INT, Kind.LONG, Kind.DOUBLE, Kind.DECIMAL);
        }
        if (name instanceof String alias) {
            return Set.of(Kind.byAlias(alias)
                    .orElseThrow(() -> Code.BAD_VALUE.error("Unknown type name alias: " + alias)));
        }
        if (name instanceof Number number) {
            return Set.of(Numbers.whole(number).flatMap(whole -> Kind.byNumber(whole.intValue()))
                    .orElseThrow(() -> Code.BAD_VALUE.error("Invalid numerical type code: " + number)));
        }
        throw Code.TYPE_MISMATCH.error("type must be represented as a number or a string");
    }

    public boolean has(@Nullable Object value) {
        return kinds.contains(Kind.of(value));
    }
}
