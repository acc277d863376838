package io.shopcare.platform.servlet;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** Reason codes of the standard constraints. */
final class ConstraintReasons {
    private static final Map<String, String> CODES = Map.ofEntries(Map.entry("NotNull", "required"),
            Map.entry("NotBlank", "required"), Map.entry("NotEmpty", "required"), Map.entry("Size", "wrong-length"),
            Map.entry("Min", "too-small"), Map.entry("Positive", "not-positive"),
            Map.entry("PositiveOrZero", "negative"),
            Map.entry("DecimalMin", "too-small"), Map.entry("Max", "too-large"), Map.entry("DecimalMax", "too-large"),
            Map.entry("Pattern", "malformed"), Map.entry("Email", "malformed"),
            Map.entry("typeMismatch", "malformed"));

    private ConstraintReasons() {}

    static String of(String constraint) {
        return CODES.getOrDefault(constraint, "malformed");
    }

    /** The bounds of a constraint, which Bean Validation hands over in the order of their names: max before min. */
    static Map<String, Object> facts(Object @Nullable [] arguments) {
        var facts = new HashMap<String, Object>();
        if (arguments != null) {
            var bounds = Arrays.stream(arguments).filter(Number.class::isInstance).toList();
            if (bounds.size() == 2) {
                facts.put("max", bounds.get(0));
                facts.put("min", bounds.get(1));
            } else if (bounds.size() == 1) {
                facts.put("max", bounds.getFirst());
                facts.put("min", bounds.getFirst());
            }
        }
        return facts;
    }
}
