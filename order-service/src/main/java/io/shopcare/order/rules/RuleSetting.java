package io.shopcare.order.rules;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * How a shop wants one rule.
 *
 * @param says     what the rule does when it sees something
 * @param settings of the rule, by name; what they may be is said by {@code GET /api/order/audit-rules}
 */
public record RuleSetting(@NotNull Says says, @Nullable Map<String, Object> settings) {
    public RuleSetting {
        // not Map.copyOf: what a client leaves null is refused with its name, not with a defect
        settings = settings == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }

    /** What was set, possibly nothing. */
    Map<String, Object> given() {
        return settings == null ? Map.of() : settings;
    }
}
