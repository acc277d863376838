package io.shopcare.crm.customers;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.shopcare.platform.problems.FieldProblem;
import io.shopcare.platform.problems.InvalidFieldException;

/** Reads a parameter that has to be one of a few words. */
public final class Codes {
    private Codes() {}

    /**
     * @return null where the caller named none
     * @throws InvalidFieldException naming the words, when it is none of them
     */
    public static <T> @Nullable T read(String field, @Nullable String code, T[] values, Function<T, String> codeOf) {
        if (code == null)
            return null;
        return Arrays.stream(values).filter(value -> codeOf.apply(value).equals(code)).findFirst()
                .orElseThrow(() -> new InvalidFieldException(List.of(new FieldProblem(field, "unknown-value",
                        Map.of("allowed", Arrays.stream(values).map(codeOf).collect(Collectors.joining(", "))))),
                        null));
    }
}
